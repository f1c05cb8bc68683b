// Compiled, not run: the types as a caller meets them.
import { createEngine, HuisClosError, type CaseFacts, type Kind, type Outcome, type Queue, type Review, type Span } from 'huisclos';
import { createClient } from 'huisclos/client';
import { inlined } from 'huisclos/inline';

const facts: CaseFacts = { persons: [{ name: 'Odile FERNAGUT', role: 'party' }], debates: 'not_public' };
const engine = await createEngine({ policy: 'fr-judilibre', bloc: 2 });
const outcome: Outcome = engine.detect('x', { facts, offsetUnit: 'char' });
const first: Span | undefined = outcome.spans[0];
const kind: Kind | undefined = first?.kind;
// @ts-expect-error: an outcome without text
void outcome.text;
// @ts-expect-error: no such unit
engine.detect('x', { offsetUnit: 'utf8' });
// @ts-expect-error: no such role
const wrong: CaseFacts = { persons: [{ name: 'X', role: 'jury' }] };
// @ts-expect-error: results are read-only
if (first) first.start = 3;

const keyed = await createEngine({ style: 'stable', key: crypto.getRandomValues(new Uint8Array(32)), ledger: 'memory', options: { bloc: 2, switches: { IND_PM: 1 } } });
const back: string = keyed.restore(keyed.pseudonymize('x').text);
const queue: Queue = engine.review('x');
const review: Review = { original: queue.original, offset_unit: queue.offset_unit, decisions: queue.doubts.flatMap(({ suggestion }) => suggestion ?? []) };
const clean: boolean = engine.verify(engine.applyReview('x', review).text, { original: 'x', names: [back] }).clean;
// @ts-expect-error: invented names are not in the module
void createEngine({ style: 'surrogates' });
// @ts-expect-error: a link needs its other end
const half: Review = { ...review, decisions: [{ do: 'link', start: 0, end: 1 }] };
// @ts-expect-error: a ledger does not outlive a worker
void createClient({ ledger: 'memory' });
// @ts-expect-error: an outcome without text
void engine.record([{ id: 'a', original: 'x', outcome }]);
const page: string = await engine.recordPage(await engine.record([{ id: 'a', original: 'x', outcome: engine.applyReview('x', review), reviewed: true }], { date: '2026-11-28T09:00:00Z' }), 'fr');
await engine.writeDocument(new Uint8Array(), 'text/plain', outcome.spans);

const client = await createClient({ workers: 'all', ...(await inlined()) });
const text: string = (await client.pseudonymize('x', { signal: AbortSignal.timeout(1000) })).text;
const some: Outcome[] = await client.batch(['x', { text: 'y', facts }], { text: false, onProgress: ({ done }) => void done });
try {
  client.close();
} catch (error) {
  if (error instanceof HuisClosError && error.code === 'closed') void [kind, page, wrong, text, some, clean, half];
}
