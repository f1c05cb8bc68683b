// The examples of the README are code. Those for Node run here as they stand; the tests of the Studio run those for a page in a
// browser. All are read by the type checker.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { docx } from '../../studio/test/zip.mjs';
import { createEngine } from 'huisclos';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const readme = readFileSync(here('../README.md'), 'utf8');
const blocks = (language) => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map((match) => match[1]);
const js = blocks('js');
const isOfPage = (source) => source.includes('document.querySelector');

/** Runs a module in a folder from which the package is found; gives what it prints and the files it wrote. */
function run(source, files = {}, written = []) {
  const folder = mkdtempSync(here('../dist/readme-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(`${folder}/${name}`, content);
    writeFileSync(`${folder}/example.mjs`, source);
    const output = execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
    return { output, written: written.map((name) => readFileSync(`${folder}/${name}`)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the first example gives what it says', () => {
  const said = js[0].match(/\/\/ text: '(.*)'/)[1];
  assert.equal(run(`${js[0]}\nprocess.stdout.write(text)`).output, said);
});

test('every other example for Node runs and says what it says', async () => {
  const words = 'Mme Odile FERNAGUT conclut.';
  const files = { 'decision.docx': docx(['Écrire à lea@', 'courriel.example.']), 'one.txt': words, 'two.txt': 'M. Jean DUVAL aussi.' };
  const others = js.slice(1).filter((source) => !isOfPage(source));
  assert.equal(others.length, 3);
  for (const source of others) {
    const isFolder = source.includes('decision.docx');
    const { output, written: [document, text] } = run(source, files, isFolder ? ['decision.redacted.docx', '1.redacted.txt'] : []);
    const said = [...source.matchAll(/console\.log\(.*\); \/\/ (true .*)/g)].map((match) => match[1]);
    for (const line of said) assert.ok(output.includes(line), output);
    if (!isFolder) continue;
    const engine = await createEngine();
    const mime = source.match(/'(application\/vnd.*)'/)[1];
    assert.equal((await engine.readDocument(document, mime)).text.trim(), 'Écrire à [Courriel 1].');
    assert.equal(text.toString(), engine.pseudonymize(words).text);
  }
});

test('the page on offsets is right', async () => {
  const page = readFileSync(here('../OFFSETS.md'), 'utf8');
  const [, text, word, ...starts] = page.match(/For `'(.*)'` the word `(.*)` starts at (\d+) \(`utf16`\), (\d+) \(`char`\), (\d+) \(`byte`\)/);
  const rows = [...page.matchAll(/^\| `(\w+)`.*?\| .*? \| `(.*?)` \|/gm)].map((match) => match.slice(1));
  assert.deepEqual(rows.map(([unit]) => unit), ['utf16', 'char', 'byte']);
  const engine = await createEngine();
  for (const [at, [offsetUnit, slice]] of rows.entries()) {
    const start = Number(starts[at]);
    const sliced = (end) => String(new Function('text', 'start', 'end', `return ${slice}`)(text, start, end));
    const { original } = engine.review(text);
    const length = offsetUnit === 'byte' ? Buffer.byteLength(word) : word.length;
    const review = { original, offset_unit: offsetUnit, decisions: [{ do: 'add', start, end: start + length, kind: 'term' }] };
    const [span] = engine.applyReview(text, review, { offsetUnit }).spans.filter((one) => one.kind === 'term');
    assert.equal(span.start, start);
    assert.equal(sliced(span.end), word);
  }
});

test('every example names what the package exports, and compiles', () => {
  const folder = mkdtempSync(here('../dist/readme-'));
  try {
    const sources = [...js, ...blocks('html').map((html) => html.match(/<script[^>]*>([^]*)<\/script>/)[1].replace("'./huisclos/client.js'", "'huisclos/client'"))];
    assert.ok(sources.length >= 6);
    sources.forEach((source, at) => writeFileSync(`${folder}/${at}.mts`, source));
    const files = sources.map((_, at) => `${folder}/${at}.mts`);
    execFileSync(here('../../node_modules/.bin/tsc'), ['--noEmit', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom,dom.iterable', '--types', 'node', '--strict', 'false', ...files], { stdio: 'pipe', cwd: here('..') });
  } catch (error) {
    assert.fail(error.stdout?.toString() ?? error);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
