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

test('the policy says what it does, and what may be chosen over it', async () => {
  const { policy } = await createEngine({ bloc: 1 });
  const judges = policy.rows.find((row) => row.category?.id === 'professionnelMagistratGreffier');
  assert.deepEqual([judges.action, judges.kinds, judges.roles.includes('judge')], ['keep', ['person'], true]);
  assert.match(judges.basis, /L111-13/);
  assert.deepEqual(policy.choices.filter((choice) => choice.option === 'bloc').map((choice) => choice.name), ['0', '1', '2', '3', '4']);
  assert.ok(policy.title.fr !== '' && policy.title.en !== '' && policy.meaning.fr !== policy.meaning.en);
});

const name = 'M. Odilon VERGNAUD conclut.';
const key = new Uint8Array(32).fill(15);

test('a style is the policy\'s, an option\'s or the caller\'s', async () => {
  const text = async (options) => (await createEngine(options)).pseudonymize(name).text;
  assert.match(await text(), /^M\. \[[A-Z]\] \[[A-Z]\] conclut\.$/);
  assert.equal(await text({ options: { style: 'numbered' } }), 'M. [Personne 1] conclut.');
  assert.equal(await text({ options: { style: 'numbered' }, style: 'initials' }), 'M. O. V. conclut.');
  assert.equal(await text({ policy: 'fr-conseil-etat' }), 'M. A... B... conclut.');
  assert.match(await text({ style: 'stable', key }), /^M\. \[Personne [0-9A-Z]{8}\] conclut\.$/);
  assert.equal(await text({ style: 'stable', key }), await text({ style: 'stable', key: '0f'.repeat(32) }));
  await assert.rejects(createEngine({ style: 'stable' }), { code: 'key' });
  await assert.rejects(createEngine({ style: 'surrogates', key }), { code: 'builder' });
  await assert.rejects(createEngine({ key: 'court' }), { code: 'key' });
  await assert.rejects(createEngine({ key: [1] }), TypeError);
});

test('a policy of one\'s own, in TOML and JSON, says what is wrong and on which line', async () => {
  const own = { toml: 'name = "mine"\ntitle = "Mine"\nextends = "fr-judilibre"\nstyle = "bars"\n', json: '{"name": "mine", "title": "Mine", "extends": "fr-judilibre", "style": "bars"}' };
  for (const policy of [own.toml, own.json]) {
    const engine = await createEngine({ policy });
    assert.deepEqual([engine.policy.name, engine.policy.style], ['mine', 'bars']);
  }
  await assert.rejects(createEngine({ policy: `${own.toml}block = 2\n` }), (error) => error.code === 'policy' && /line 5.*block/.test(error.message));
});

test('a ledger keeps a person\'s pseudonym over documents and leads back', async () => {
  const engine = await createEngine({ style: 'numbered', key, ledger: 'memory' });
  const first = engine.pseudonymize('M. Anselme CORVAISIER conclut.').text;
  const second = engine.pseudonymize(`${name} M. Anselme CORVAISIER aussi.`).text;
  assert.equal(second, 'M. [Personne 2] conclut. M. [Personne 1] aussi.');
  assert.equal(engine.restore(first), 'M. Anselme CORVAISIER conclut.');
  assert.equal(engine.restore(second), `${name} M. Anselme CORVAISIER aussi.`);
  assert.throws(() => engine.restore('M. [Personne 3]'), { code: 'ledger' });
  assert.throws(() => engine.restore(3), TypeError);
  await assert.rejects(createEngine({ ledger: 'memory' }), { code: 'key' });
  await assert.rejects(createEngine({ key, ledger: 'file.sqlite' }), TypeError);
});

test('a review: doubts, decisions as data, the same result again', async () => {
  const engine = await createEngine();
  const text = '😀 Le chien Filou a mordu M. Jean DUVAL. M. Jan Duvall en témoigne. Devant Mme Berthe Lacombe, juge.';
  const at = (words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const queue = engine.review(text);
  const near = queue.doubts.find((doubt) => doubt.code === 'similar_spelling');
  assert.deepEqual(near.places.map(([start, end]) => text.slice(start, end)), ['Jean DUVAL', 'Jan Duvall']);
  const review = {
    original: queue.original,
    offset_unit: 'utf16',
    decisions: [near.suggestion, { do: 'add', ...at('Filou'), kind: 'term' }, { do: 'accept', ...at('Berthe Lacombe') }],
  };
  const outcome = engine.applyReview(text, review);
  const of = (words) => outcome.spans.find((span) => text.slice(span.start, span.end) === words);
  assert.equal(of('Jan Duvall').entity, of('Jean DUVAL').entity);
  assert.deepEqual([of('Filou').replacement, of('Berthe Lacombe').action], ['[...]', 'replace']);
  assert.ok(!outcome.text.includes('Lacombe'));
  assert.deepEqual(engine.applyReview(text, JSON.parse(JSON.stringify(review))), outcome);
  assert.ok(!engine.review(text, { review }).doubts.some((doubt) => doubt.code === 'similar_spelling'));
  const code = (review_) => (error) => error instanceof HuisClosError && error.code === 'review' && !/Filou|DUVAL/.test(error.message);
  assert.throws(() => engine.applyReview(`${text} `, review), code());
  assert.throws(() => engine.applyReview(text, { ...review, decisions: [{ do: 'accept', start: 3, end: 5 }] }), code());
  assert.throws(() => engine.applyReview(text, { ...review, decisions: [{ do: 'forget', start: 3, end: 5 }] }), code());
});

test('the leak check, beside the original, alone, and with names', async () => {
  const engine = await createEngine();
  const original = 'M. Jean DUVAL est né à Metz. M. DUVAL le conteste.';
  const text = '😀 M. [K] [B] est né à [Localité 1]. M. DUVAL le conteste.';
  const found = (options) => engine.verify(text, options).findings.map((finding) => [text.slice(finding.start, finding.end), finding.reason]);
  assert.deepEqual(found({ original }), [['DUVAL', 'unchanged']]);
  assert.deepEqual(found(), [['DUVAL', 'detected']]);
  assert.deepEqual(found({ names: ['Jean Duval'] }), [['DUVAL', 'known']]);
  const clean = engine.verify(engine.pseudonymize(original).text, { original });
  assert.deepEqual([clean.clean, clean.findings], [true, []]);
  assert.throws(() => engine.verify(text, { original: 3 }), TypeError);
  assert.throws(() => engine.verify(text, { names: 'Duval' }), TypeError);
});

test('the residual risk of texts among each other', async () => {
  const engine = await createEngine();
  const [mayor, plain] = engine.risks(['M. [K], maire de Lignol, conteste.', 'M. [K] conteste.']);
  assert.deepEqual([mayor.level, mayor.k, mayor.traits[0].sort], ['high', 1, 'office']);
  assert.deepEqual([plain.level, plain.k, plain.traits], ['low', null, []]);
});

test('a run is recorded without text, and its page shows every place of one document', async () => {
  const engine = await createEngine();
  const text = '😀 M. Jean DUVAL, lea@courriel.example.';
  const { original, offset_unit } = engine.review(text);
  const review = { original, offset_unit, decisions: [{ do: 'reject', start: 18, end: 38 }] };
  const outcome = engine.applyReview(text, review);
  const record = await engine.record([{ id: 'a', original: text, outcome, reviewed: true, doubts: 2, findings: 0 }], { date: '2026-11-28T09:00:00Z' });
  const [run, document, end] = record.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual([run.policy, run.date, end.documents], ['fr-judilibre', '2026-11-28T09:00:00Z', 1]);
  assert.deepEqual([document.original, document.reviewed, document.doubts, document.findings], [original, true, 2, 0]);
  assert.deepEqual(document.spans.map(({ start, end: last, action }) => [text.slice(start, last), action]), [['Jean DUVAL', 'replace'], ['lea@courriel.example', 'keep']]);
  const page = await engine.recordPage(record, 'fr');
  assert.match(page, /6–16<\/td><td>personne<\/td>[^]*18–38<\/td><td>courriel<\/td><td><\/td><td>conservé<\/td><td>un relecteur/);
  assert.match(page, /doutes restants : 2, contrôle des fuites, alertes : 0/);
  assert.ok(!/DUVAL|courriel\./.test(record + page));
  await assert.rejects(engine.recordPage(record.replace('"end":16', '"end":17'), 'fr'), (error) => error.code === 'record' && /line 2/.test(error.message));
  await assert.rejects(engine.record([{ id: 'a', original: text, outcome: engine.detect(text) }]), { code: 'record' });
});
