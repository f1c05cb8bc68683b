import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

test('module and French dictionaries stay within 700 kB of brotli', () => {
  const size = (file) => brotliCompressSync(readFileSync(fileURLToPath(new URL(`../dist/${file}`, import.meta.url)))).length;
  const sizes = ['engine_bg.wasm', 'fr.bin', 'engine.js'].map(size);
  const total = sizes.reduce((a, b) => a + b);
  assert.ok(total <= 700_000, `${total} bytes: module ${sizes[0]}, dictionaries ${sizes[1]}, glue ${sizes[2]}. See what grew before raising the budget`);
});

test('a panic is a trap: no place in the sources stands in the modules', () => {
  for (const file of ['engine_bg.wasm', 'documents_bg.wasm']) {
    const paths = readFileSync(fileURLToPath(new URL(`../dist/${file}`, import.meta.url))).toString('latin1').match(/\w+\/\w+\.rs/g);
    assert.equal(paths, null, `${file}: ${paths?.length} paths, the first ${paths?.[0]}`);
  }
});
