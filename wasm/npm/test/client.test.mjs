import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from 'huisclos';
import { createClient, HuisClosError } from 'huisclos/client';

const letter = (n) => `Écrire à lea${n}@courriel.example.`;

test('a client answers as the engine does', async () => {
  const [engine, client] = await Promise.all([createEngine(), createClient()]);
  try {
    assert.deepEqual(await client.detect(letter(1)), engine.detect(letter(1)));
    assert.deepEqual(await client.pseudonymize(letter(1)), engine.pseudonymize(letter(1)));
    assert.deepEqual(client.policy, { ...engine.policy });
  } finally {
    client.close();
  }
});

test('a batch keeps the order, tells its progress and uses several workers', async () => {
  const client = await createClient({ workers: 2 });
  try {
    const seen = [];
    const outcomes = await client.batch([1, 2, 3, 4, 5].map(letter), { onProgress: ({ done, total }) => seen.push(`${done}/${total}`) });
    assert.deepEqual(seen, ['1/5', '2/5', '3/5', '4/5', '5/5']);
    assert.deepEqual(outcomes.map((o) => o.spans.length), [1, 1, 1, 1, 1]);
    assert.ok(outcomes.every((o) => o.text === 'Écrire à [Courriel 1].'));
  } finally {
    client.close();
  }
});

test('the document at fault is named, the others stop', async () => {
  const client = await createClient();
  try {
    const bad = { text: 'x', facts: { persons: 3 } };
    await assert.rejects(client.batch([letter(1), bad, letter(3)]), (error) => error.code === 'facts' && error.message.startsWith('document 2 of 3'));
    assert.equal((await client.detect(letter(1))).spans.length, 1);
  } finally {
    client.close();
  }
});

test('a call under way and a call in the queue can be aborted; the client goes on', async () => {
  const client = await createClient();
  try {
    const long = letter(1).repeat(200_000);
    const first = new AbortController();
    const second = new AbortController();
    const running = client.detect(long, { signal: first.signal });
    const queued = client.detect(letter(2), { signal: second.signal });
    second.abort(new Error('no longer needed'));
    await assert.rejects(queued, /no longer needed/);
    first.abort();
    await assert.rejects(running, { name: 'AbortError' });
    assert.equal((await client.detect(letter(3))).spans.length, 1);
  } finally {
    client.close();
  }
});

test('a closed client says so', async () => {
  const client = await createClient();
  const running = client.detect(letter(1));
  client.close();
  await assert.rejects(running, (error) => error instanceof HuisClosError && error.code === 'closed');
  await assert.rejects(client.detect('x'), { code: 'closed' });
  await assert.rejects(createClient({ policy: 'none' }), { code: 'policy' });
  await assert.rejects(createClient({ workers: 0 }), TypeError);
  await assert.rejects(createClient({ key: '0f'.repeat(32), ledger: 'memory' }), /ledger/);
});
