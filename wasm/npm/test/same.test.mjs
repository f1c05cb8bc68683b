// One result everywhere: the module gives, for every invented decision, what the command line gives.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEngine } from 'huisclos';

const house = fileURLToPath(new URL('../../../', import.meta.url));
const decisions = `${house}corpora/decisions/`;
// The marks of the gold stay: they are text like any other, and the same on both sides.
const inputs = readdirSync(decisions, { recursive: true }).filter((name) => name.endsWith('.md')).sort()
  .map((name) => ({ id: name, text: `😀 ${readFileSync(decisions + name, 'utf8')}` }));

for (const bloc of [1, 3]) {
  test(`the decisions of corpora, bloc ${bloc}, as on the command line`, async () => {
    const engine = await createEngine({ bloc });
    const lines = execFileSync('cargo', ['run', '--quiet', '-p', 'huisclos-cli', '--', 'detect', '--input', 'jsonl', '--bloc', String(bloc), '-'], {
      cwd: house, input: inputs.map((input) => JSON.stringify(input)).join('\n'), encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'ignore'],
    }).trim().split('\n').map((line) => JSON.parse(line));
    assert.ok(inputs.length > 20);
    assert.equal(lines.length, inputs.length);
    for (const [index, { id, text }] of inputs.entries()) {
      const { id: same, ...line } = lines[index];
      assert.equal(same, id);
      assert.deepEqual(engine.detect(text, { offsetUnit: line.offset_unit }), line, id);
    }
  });
}

// The case files that Rust and Python run (`tests/cases`): the same marks are found at the same places.
const cases = `${house}tests/cases/`;
const gaps = new Set(readFileSync(`${house}tests/gaps.txt`, 'utf8').split('\n'));
const MARK = /\[\[(\??)([a-z_]+)(?:\.[a-z_]+)?(?:#\w+)?: ([^]*?)\]\]/g;

/** The text, its marks and its neutral marks, in UTF-16 units. */
function unmarked(marked) {
  let [text, at] = ['', 0];
  const [marks, neutral] = [[], []];
  for (const mark of marked.matchAll(MARK)) {
    text += marked.slice(at, mark.index);
    const span = [text.length, text.length + mark[3].length, mark[2]];
    text += mark[3];
    at = mark.index + mark[0].length;
    (mark[1] ? neutral : marks).push(span);
  }
  return { text: text + marked.slice(at), marks, neutral };
}

test('the case files of the rules', async () => {
  const files = readdirSync(cases, { recursive: true }).filter((name) => name.endsWith('.md')).sort();
  assert.ok(files.length > 20);
  const engines = new Map();
  for (const file of files) {
    const [, front, ...rest] = readFileSync(cases + file, 'utf8').split('---\n');
    const known = Object.fromEntries(front.split('\n').filter((line) => line.includes(': ')).map((line) => line.split(/: (.*)/, 2)));
    const kinds = new Set(known.kinds.split(',').map((kind) => kind.trim()));
    const policy = known.policy ?? 'fr-judilibre';
    const engine = engines.get(policy) ?? (await createEngine({ policy }));
    engines.set(policy, engine);
    for (const section of rest.join('---\n').split(/^## /m).slice(1)) {
      const [title, body] = section.split(/\n([^]*)/);
      const { text, marks, neutral } = unmarked(body.replace(/^\n+|\n+$/g, ''));
      const spans = engine.detect(text, { facts: known.facts && JSON.parse(known.facts) }).spans.map(({ start, end, kind }) => [start, end, kind])
        .filter(([start, end, kind]) => kinds.has(kind) && !neutral.some(([from, to]) => start < to && from < end));
      const key = `${file.replaceAll('\\', '/')}: ${title.trim()}`;
      if (!gaps.has(key)) assert.deepEqual(spans, marks.filter((mark) => kinds.has(mark[2])), key);
    }
  }
});
