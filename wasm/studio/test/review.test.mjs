// The review as data, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module: review } = await runnerImport(fileURLToPath(new URL('../src/review.ts', import.meta.url)), { configFile: false, logLevel: 'error' });
const { leaks, occurrences, readReview, reviewed } = review;

const mark = (text, words, action = 'replace', entity = words) => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  const end = start + words.length;
  return { key: review.key(start, end), start, end, kind: 'person', role: 'party', entity, action, confidence: 'strong', rules: ['x'], basis: '', decided: false };
};
const add = (text, words) => ({ do: 'add', spans: [[text.indexOf(words), text.indexOf(words) + words.length]], kind: 'person', role: 'third_party' });
const hiddenWords = (text, marks) => marks.filter(review.hidden).map((m) => text.slice(m.start, m.end));

test('an addition that cuts a hidden name takes the whole of it', () => {
  const text = 'Mme Odile FERNAGUT demeurant chez Anselme PÉRIGNAC.';
  const found = [mark(text, 'Odile FERNAGUT'), mark(text, 'Anselme PÉRIGNAC')];
  assert.deepEqual(hiddenWords(text, reviewed(found, [add(text, 'FERNAGUT demeurant')])), ['Odile FERNAGUT demeurant', 'Anselme PÉRIGNAC']);
  assert.deepEqual(hiddenWords(text, reviewed(found, [add(text, 'FERNAGUT demeurant chez Anselme')])), ['Odile FERNAGUT demeurant chez Anselme PÉRIGNAC']);
  assert.deepEqual(hiddenWords(text, reviewed(found, [add(text, 'Odile')])), ['Odile FERNAGUT', 'Anselme PÉRIGNAC']);
});

test('an addition takes the place of what was kept', () => {
  const text = 'Mme Berthe LACOMBE, juge';
  const after = reviewed([mark(text, 'Berthe LACOMBE', 'keep')], [add(text, 'LACOMBE')]);
  assert.deepEqual(hiddenWords(text, after), ['LACOMBE']);
  assert.equal(after.length, 1);
});

test('words are found in other cases and accents, whole words only, outside the marks', () => {
  const text = 'Hélène, HÉLÈNE, HELENE, He\u0301le\u0300ne ; Hélènette ; 😀 hélène';
  const places = occurrences(text, 'Hélène', []);
  assert.deepEqual(places.map(([start, end]) => text.slice(start, end)), ['Hélène', 'HÉLÈNE', 'HELENE', 'He\u0301le\u0300ne', 'hélène']);
  assert.equal(occurrences(text, 'Hélène', [mark(text, 'Hélène')]).length, 4);
  assert.deepEqual(occurrences('a.b axb', 'A.B', []), [[0, 3]]);
  assert.deepEqual(occurrences('Le Gall, LE\n GALL', 'Le Gall', []).length, 2);
  assert.deepEqual(occurrences('x', '  ', []), []);
});

test('a word of a hidden name left readable is a leak; a common word is none', () => {
  const text = 'M. Jean PETIT. Le petit local. Petit a dit. M. PETIT.';
  const found = leaks(text, [mark(text, 'Jean PETIT')]);
  assert.deepEqual(found.map(({ start, end }) => text.slice(start, end)), ['Petit', 'PETIT']);
  assert.deepEqual(leaks(text, [mark(text, 'Jean PETIT', 'keep')]), []);
});

test('decisions outlive a run that no longer finds their marks', () => {
  const text = 'M. Jean PETIT';
  assert.deepEqual(reviewed([], [{ do: 'keep', keys: ['3-13'] }]), []);
  const [kept] = reviewed([mark(text, 'Jean PETIT')], [{ do: 'keep', keys: ['3-13', '99-104'] }]);
  assert.deepEqual([kept.action, kept.decided], ['keep', true]);
});

test('only a whole review file is one', () => {
  for (const none of ['', '{}', '[]', 'null', '{"huisclos_review":2}', '{"huisclos_review":1,"document":"","found":[]}']) assert.equal(readReview(none), undefined, none);
  assert.ok(readReview('{"huisclos_review":1,"document":"","found":[],"decisions":[]}'));
});
