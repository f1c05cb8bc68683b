import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine, HuisClosError } from 'huisclos';

test('offsets slice the original in their unit', async () => {
  const engine = await createEngine();
  const text = '😀 Écrire à lea@courriel.example.';
  for (const [offsetUnit, slice] of [
    ['utf16', (a, b) => text.slice(a, b)],
    ['char', (a, b) => [...text].slice(a, b).join('')],
    ['byte', (a, b) => Buffer.from(text).subarray(a, b).toString()],
  ]) {
    const outcome = engine.detect(text, { offsetUnit });
    assert.equal(outcome.offset_unit, offsetUnit);
    assert.deepEqual(outcome.spans.map((s) => slice(s.start, s.end)), ['lea@courriel.example']);
  }
  assert.equal(engine.detect(text).offset_unit, 'utf16');
});

test('a half of a surrogate pair shifts no offset', async () => {
  const engine = await createEngine();
  const text = '\ud83d : lea@courriel.example';
  const [span] = engine.detect(text).spans;
  assert.equal(text.slice(span.start, span.end), 'lea@courriel.example');
});

test('known persons go in every spelling, the court stays', async () => {
  const engine = await createEngine();
  const facts = { persons: [{ name: 'Odile FERNAGUT', role: 'party' }] };
  const { text, entities } = engine.pseudonymize('Devant Mme Berthe Lacombe, juge, Odile Fernagut ; puis FERNAGUT.', { facts });
  assert.ok(!/fernagut/i.test(text), text);
  assert.ok(text.includes('Berthe Lacombe'), text);
  assert.ok(entities.some((entity) => entity.role === 'party' && entity.mentions.length === 2));
});

test('errors are typed, say what to do and quote nothing', async () => {
  const engine = await createEngine();
  const code = (expected) => (error) => error instanceof HuisClosError && error.code === expected && !/Fernagut/.test(error.message);
  assert.throws(() => engine.detect('x', { facts: { persons: 'Fernagut' } }), code('facts'));
  assert.throws(() => engine.detect('x', { offsetUnit: 'utf8' }), code('offset_unit'));
  assert.throws(() => engine.detect(12), TypeError);
  await assert.rejects(createEngine({ policy: 'fr-judilibrr' }), code('policy'));
  await assert.rejects(createEngine({ bloc: 9 }), code('policy'));
  await assert.rejects(createEngine({ bloc: 1.5 }), code('policy'));
  await assert.rejects(createEngine({ country: 'xx' }), code('builder'));
});

test('a bloc changes what goes', async () => {
  const text = 'La société ARDOISIÈRES DU PERTRE, société par actions simplifiée, a conclu.';
  const [three, one] = await Promise.all([createEngine({ bloc: 3 }), createEngine({ bloc: 1 })]);
  assert.equal(three.policy.bloc, 3);
  assert.ok(three.pseudonymize(text).text.includes('ARDOISIÈRES'));
  assert.ok(!one.pseudonymize(text).text.includes('ARDOISIÈRES'));
});

test('the policy says what becomes of a kind and a role', async () => {
  const engine = await createEngine();
  assert.equal(engine.decide('person', 'judge').action, 'keep');
  assert.equal(engine.decide('person', 'party').action, 'replace');
  assert.match(engine.decide('phone').basis, /L111-13/);
  assert.throws(() => engine.decide('nir'), { code: 'policy' });
});
