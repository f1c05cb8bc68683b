// The review as data, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEngine } from 'huisclos';
import { runnerImport } from 'vite';

const { module: review } = await runnerImport(fileURLToPath(new URL('../src/review.ts', import.meta.url)), { configFile: false, logLevel: 'error' });
const engine = await createEngine();
const initials = await createEngine({ style: 'initials' });

test('a place of the result leads to its place in the original', () => {
  const text = '😀 La demande vise les biens de Odile DUVAL, M. Jean PETIT, né le 3 mai 1970, et la SARL Roux.';
  const outcome = initials.pseudonymize(text);
  const marks = review.marksOf(outcome);
  assert.ok(marks.some((mark) => mark.lead) && outcome.text.includes("biens d'O. D., M. J. P., né"), outcome.text);
  const led = (words) => text.slice(...review.inOriginal(marks, outcome.text.indexOf(words), outcome.text.indexOf(words) + words.length));
  for (const words of ['La demande', 'vise les biens ', ', M. ', ', né le ', ', et la SARL', '😀 La']) assert.equal(led(words), words);
  assert.equal(led('O. D.'), 'Odile DUVAL');
  assert.equal(led('D., M. J'), 'Odile DUVAL, M. Jean PETIT');
  assert.equal(led('J. P., né'), 'Jean PETIT, né');
});

test('what a reader left readable is no leak; the rest is', () => {
  const text = 'M. Jean DUVAL conclut. M. DUVAL le conteste.';
  const start = text.lastIndexOf('DUVAL');
  const made = (decisions) => engine.applyReview(text, { original: engine.review(text).original, offset_unit: 'utf16', decisions });
  const kept = made([{ do: 'reject', start, end: start + 5 }]);
  const { findings } = engine.verify(kept.text, { original: text });
  assert.equal(findings.length, 1);
  assert.deepEqual(review.leaks(review.marksOf(kept), findings), []);
  const found = review.marksOf(engine.pseudonymize(text));
  const leak = engine.verify('M. [K] [B] conclut. M. DUVAL le conteste.', { original: text }).findings;
  assert.deepEqual(review.leaks(found, leak), leak);
});

test('steps are decisions of the core', () => {
  const text = 'Mme Odile FERNAGUT, voisine de M. Anselme PÉRIGNAC, conclut. Mme Fernagut persiste. Devant Mme Berthe Lacombe, juge.';
  const { original } = engine.review(text);
  const apply = (...steps) => review.marksOf(engine.applyReview(text, { original, offset_unit: 'utf16', decisions: steps.flat() }));
  const found = review.marksOf(engine.pseudonymize(text));
  const mark = (words, marks = found) => marks.find((one) => text.slice(one.start, one.end) === words);
  const both = review.mentions(found, mark('Odile FERNAGUT'));
  assert.equal(both.length, 2);
  assert.ok(apply(review.reject(both)).filter((one) => one.decided).every((one) => !review.hidden(one)));
  assert.equal(mark('Berthe Lacombe', apply(review.accept([mark('Berthe Lacombe')]))).action, 'replace');
  assert.equal(mark('Odile FERNAGUT', apply(review.change(both, 'person', 'judge'))).action, 'keep');
  const linked = apply(review.link(mark('Anselme PÉRIGNAC'), mark('Odile FERNAGUT')));
  assert.equal(mark('Anselme PÉRIGNAC', linked).entity, mark('Odile FERNAGUT', linked).entity);
  const apart = apply(review.unlink(mark('Fernagut')));
  assert.notEqual(mark('Fernagut', apart).entity, mark('Odile FERNAGUT', apart).entity);
  const at = text.indexOf('voisine');
  assert.equal(mark('voisine', apply(review.add([at, at + 7], false))).replacement.startsWith('['), true);
});

const saved = { huisclos_review: 2, name: 'a', mime: 'text/plain', document: '', profile: { policy: 'full' }, known: '', review: { original: 'sha256:', offset_unit: 'utf16', decisions: [] }, steps: [], seen: [] };

test('only a whole review file is one', () => {
  for (const none of ['', '{}', '[]', 'null', '3', '{"huisclos_review":1}', JSON.stringify({ ...saved, steps: undefined }), JSON.stringify({ ...saved, review: {} }), JSON.stringify({ ...saved, profile: null })]) {
    assert.equal(review.readReview(none), undefined, none);
  }
  assert.deepEqual(review.readReview(JSON.stringify(saved)), saved);
});

test('a saved review has its steps again', () => {
  const decisions = [1, 2, 3, 4].map((start) => ({ do: 'accept', start, end: start + 1 }));
  const steps = (counts) => review.stepsOf({ ...saved, review: { ...saved.review, decisions }, steps: counts }).map((step) => step.map((one) => one.start));
  assert.deepEqual(steps([1, 3]), [[1], [2, 3, 4]]);
  assert.deepEqual(steps([2]), [[1, 2], [3, 4]]);
});
