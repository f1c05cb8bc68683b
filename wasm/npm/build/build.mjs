// Finishes what xtask wrote into dist/: optimises the module (more than -O1 makes it smaller but longer once compressed; without a set of a local that holds the value already, with like functions and ends of branches told once, with locals and branches as the compiler wrote them, and with functions in the order of their names, where like stands beside like, it is shorter; so is memory in one piece, whose zeros brotli packs better), puts the dictionaries beside it, packs both for `huisclos/inline`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
for (const name of ['engine', 'documents']) {
  const module = here(`../dist/${name}_bg.wasm`);
  execFileSync(here('../../node_modules/.bin/wasm-opt'), ['--skip-pass=memory-packing', '--skip-pass=simplify-locals', '--skip-pass=remove-unused-brs', '--skip-pass=remove-unused-names', '-O1', '--dae-optimizing', '--rse', '--vacuum', '--duplicate-function-elimination', '--code-folding', '--reorder-functions-by-name', '--strip-debug', '--strip-producers', '--strip-target-features', module, '-o', module], { stdio: 'inherit' });
}
copyFileSync(here('../../../core/lexicons/fr.bin'), here('../dist/fr.bin'));
// Whoever gets the package gets the licences' text.
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(here(`../../../${name}`), here(`../dist/${name}`));

const files = { module: 'engine_bg.wasm', lexicon: 'fr.bin', documents: 'documents_bg.wasm' };
const bytes = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, readFileSync(here(`../dist/${file}`))]));
const lines = Object.entries(bytes).map(([name, raw]) => `export const ${name} = '${gzipSync(raw, { level: 9 }).toString('base64')}';\n`);
writeFileSync(here('../dist/bytes.js'), lines.join(''));

const kb = (n) => `${Math.round(n / 1000)} kB`.padStart(8);
console.log(`${''.padEnd(18)}${'raw'.padStart(8)}${'gzip'.padStart(8)}${'brotli'.padStart(8)}`);
for (const [name, raw] of Object.entries(bytes)) {
  console.log(files[name].padEnd(18) + kb(raw.length) + kb(gzipSync(raw, { level: 9 }).length) + kb(brotliCompressSync(raw).length));
}
