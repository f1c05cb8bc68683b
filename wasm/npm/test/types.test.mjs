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
  const body = source('index').match(new RegExp(`export type ${name} =([^;]*);`))[1];
  return [...body.matchAll(/'([^']+)'/g)].map((match) => match[1]);
};

test('the unions hold the wire names of the core, in its order', async () => {
  const names = await main.vocabulary();
  assert.deepEqual(union('Kind'), names.kinds);
  assert.deepEqual(union('Role'), names.roles);
  assert.deepEqual(union('Confidence'), names.confidences);
  assert.deepEqual(union('Action'), names.actions);
  assert.deepEqual(union('OffsetUnit'), names.offset_units);
  await (await main.createEngine()).readDocument(new Uint8Array(), 'text/plain');
  assert.deepEqual(union('Mime'), formats().map((format) => format.mime));
  assert.equal(names.version, JSON.parse(readFileSync(here('../package.json'), 'utf8')).version);
});

test('what the types export exists, and nothing else is exported', () => {
  for (const [name, module] of [['index', main], ['client', client], ['inline', inline]]) {
    const values = [...source(name).matchAll(/^export (?:declare )?(?:function|class|const) (\w+)|^export \{ (\w+) \}/gm)];
    assert.deepEqual([...new Set(values.map((m) => m[1] ?? m[2]))].sort(), Object.keys(module).sort(), name);
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
});

test('the examples of use compile in strict TypeScript', () => {
  const tsc = here('../../node_modules/.bin/tsc');
  execFileSync(tsc, ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom,dom.iterable', '--types', 'node', here('use.mts')], { stdio: 'pipe', cwd: here('..') });
});
