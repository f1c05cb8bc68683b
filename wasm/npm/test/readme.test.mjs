// The examples of the README are code: the first runs, the others are read by Node or by the type checker.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const readme = readFileSync(here('../README.md'), 'utf8');
const blocks = (language) => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map((match) => match[1]);

test('the first example runs as it stands', () => {
  const [first] = blocks('js');
  const said = first.match(/\/\/ text: '(.*)'/)[1];
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', `${first}\nprocess.stdout.write(text)`], { cwd: here('..'), encoding: 'utf8' });
  assert.equal(output, said);
});

test('every example names what the package exports, and compiles', () => {
  const folder = mkdtempSync(here('../dist/readme-'));
  try {
    const sources = [...blocks('js'), ...blocks('html').map((html) => html.match(/<script[^>]*>([^]*)<\/script>/)[1].replace("'./huisclos/client.js'", "'huisclos/client'"))];
    assert.ok(sources.length >= 4);
    sources.forEach((source, at) => writeFileSync(`${folder}/${at}.mts`, `${/\btexts\b/.test(source) ? 'declare const texts: string[];\n' : ''}${/\(decision,/.test(source) ? 'declare const decision: string;\n' : ''}${source}`));
    const files = sources.map((_, at) => `${folder}/${at}.mts`);
    execFileSync(here('../../node_modules/.bin/tsc'), ['--noEmit', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom,dom.iterable', '--types', 'node', '--strict', 'false', ...files], { stdio: 'pipe', cwd: here('..') });
  } catch (error) {
    assert.fail(error.stdout?.toString() ?? error);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
