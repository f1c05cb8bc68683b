// The types are reviewed API: their names must be the module's, their exports the package's, and they must compile.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as client from 'huisclos/client';
import * as inline from 'huisclos/inline';
import * as main from 'huisclos';
import { formats } from '../dist/documents.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = (name) => readFileSync(here(`../${name}.d.ts`), 'utf8');
const union = (name) => {
  const body = source('index').match(new RegExp(`export type ${name} =([^;]*);`))[1].replace(/\/\*[^]*?\*\//g, '');
  return [...body.matchAll(/'([^']+)'/g)].map((match) => match[1]);
};

test('the unions hold the wire names of the core, in its order', async () => {
  const engine = await main.createEngine();
  const names = engine.vocabulary();
  assert.deepEqual(union('Kind'), names.kinds);
  assert.deepEqual(union('Role'), names.roles);
  assert.deepEqual(union('Confidence'), names.confidences);
  assert.deepEqual(union('Action'), names.actions);
  assert.deepEqual(union('OffsetUnit'), names.offset_units);
  assert.deepEqual(union('Style'), names.styles);
  assert.deepEqual(union('DoubtCode'), names.doubts);
  assert.deepEqual(union('LeakReason'), names.reasons);
  assert.deepEqual(names.policies.map((policy) => policy.name), ['fr-judilibre', 'fr-conseil-etat', 'fr-legifrance', 'fr-initiales', 'full']);
  await engine.readDocument(new Uint8Array(), 'text/plain');
  assert.deepEqual(union('Mime'), formats().map((format) => format.mime));
  assert.equal(names.version, JSON.parse(readFileSync(here('../package.json'), 'utf8')).version);
});

test('what the types export exists, and nothing else is exported', () => {
  for (const [name, module] of [['index', main], ['client', client], ['inline', inline]]) {
    const values = [...source(name).matchAll(/^export (?:declare )?(?:function|class|const) (\w+)|^export \{ (\w+) \}/gm)];
    assert.deepEqual([...new Set(values.map((m) => m[1] ?? m[2]))].sort(), Object.keys(module).sort(), name);
  }
});

test('engines and clients have the methods of their types, and no others', async () => {
  const methods = (file, name) => [...source(file).match(new RegExp(`interface ${name} [^{]*{([^]*?)\\n}`))[1].matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map((match) => match[1]);
  const made = await client.createClient();
  try {
    assert.deepEqual([...new Set(methods('index', 'Engine'))].sort(), Object.keys(await main.createEngine()).sort());
    assert.deepEqual([...new Set(methods('client', 'Client'))].sort(), Object.keys(made).sort());
  } finally {
    made.close();
  }
});

test('outcomes have exactly the fields of their types', async () => {
  const fields = (name) => [...source('index').match(new RegExp(`interface ${name} [^{]*{([^]*?)\\n}`))[1].matchAll(/^ {2}readonly (\w+)(\??):/gm)];
  const engine = await main.createEngine();
  const outcome = engine.pseudonymize('Mme Odile FERNAGUT, lea@courriel.example, 06 39 98 01 02');
  assert.ok(outcome.spans.length > 1);
  const check = (name, value, more = []) => {
    const known = [...fields(name), ...more];
    for (const key of Object.keys(value)) assert.ok(known.some(([, field]) => field === key), `${name}.${key} is not typed`);
    for (const [, field, optional] of known) assert.ok(optional || field in value, `${name}.${field} is missing`);
  };
  check('Outcome', engine.detect('x'));
  check('PseudonymizedOutcome', outcome, fields('Outcome'));
  outcome.spans.forEach((span) => check('Span', span));
  outcome.entities.forEach((entity) => check('Entity', entity));
  check('PolicyInForce', engine.policy);
  engine.policy.rows.forEach((row) => check('PolicyRow', row));
  engine.policy.choices.forEach((choice) => check('PolicyChoice', choice));
  const text = 'M. Jean DUVAL, boulanger à Lignol, titulaire d\'un compte (IBAN illisible), a signé.';
  const queue = engine.review(text, { facts: { persons: [{ name: 'Odile FERNAGUT' }] } });
  assert.deepEqual(queue.doubts.map((doubt) => doubt.code), ['missing_bank_account', 'missing_person']);
  check('Queue', queue);
  queue.doubts.forEach((doubt) => check('Doubt', doubt));
  const verdict = engine.verify(text, { original: text });
  check('Verdict', verdict);
  verdict.findings.forEach((finding) => check('Finding', finding));
  const [risk] = engine.risks([text]);
  check('Risk', risk);
  risk.traits.forEach((trait) => check('Trait', trait));
  assert.ok(verdict.findings.length > 0 && risk.traits.length > 1);
  check('Vocabulary', engine.vocabulary());
});

test('the examples of use compile in strict TypeScript', () => {
  const tsc = here('../../node_modules/.bin/tsc');
  execFileSync(tsc, ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom,dom.iterable', '--types', 'node', here('use.mts')], { stdio: 'pipe', cwd: here('..') });
});
