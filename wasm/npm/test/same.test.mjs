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
