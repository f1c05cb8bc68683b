// Size, start and speed of the package in Chromium's worker, beside what they may be: node wasm/measure.mjs (after make wasm).
// Fails beyond. No test: what a shared machine takes has a meaning of its own.
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { MISSING, findChromium } from './studio/test/chromium.mjs';

const STARTS = 9;
const RUNS = 41;

const executablePath = findChromium();
if (!executablePath) {
  console.error(MISSING);
  process.exit(2);
}
const root = fileURLToPath(new URL('npm/', import.meta.url));
const types = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
const probe = `import { createEngine } from '/index.js';
onmessage = async ({ data: text }) => {
  const times = [performance.now()];
  const engine = await createEngine();
  times.push(performance.now());
  engine.detect(text);
  times.push(performance.now());
  const runs = [];
  for (let n = 0; n < ${RUNS}; n += 1) { const at = performance.now(); engine.detect(text); runs.push(performance.now() - at); }
  postMessage([times[1] - times[0], times[2] - times[1], runs.sort((a, b) => a - b)[${(RUNS - 1) / 2}]]);
};`;
const server = createServer((request, response) => {
  const file = join(root, request.url);
  if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
  else if (request.url === '/probe.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(probe);
  else if (existsSync(file)) response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  else response.writeHead(404).end();
}).listen(0, 'localhost');
const folder = mkdtempSync(join(tmpdir(), 'huisclos-'));
const context = await chromium.launchPersistentContext(folder, { executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const page = context.pages()[0];
await page.goto(`http://localhost:${server.address().port}/`);
const decision = readFileSync(new URL('../corpora/demo/ta-lyon-oqtf-01.txt', import.meta.url), 'utf8');
const text = decision.repeat(Math.ceil(20_000 / decision.length)).slice(0, 20_000);
const all = [];
for (let n = 0; n < STARTS; n += 1) {
  all.push(await page.evaluate((t) => new Promise((resolve) => { const worker = new Worker('/probe.js', { type: 'module' }); worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); }; worker.postMessage(t); }), text));
}
await context.close();
server.close();
server.closeAllConnections();
rmSync(folder, { recursive: true, force: true });

const size = (file) => brotliCompressSync(readFileSync(join(root, 'dist', file))).length / 1000;
const [module, lexicons, documents] = ['engine_bg.wasm', 'fr.bin', 'documents_bg.wasm'].map(size);
const sorted = (at) => all.map((run) => run[at]).sort((a, b) => a - b);
const median = (at) => sorted(at)[(STARTS - 1) / 2];
const rows = [
  ['engine and dictionaries, brotli, kB', module + lexicons + size('engine.js'), 700],
  ['formats, loaded with the first document, brotli, kB', documents],
  [`engine ready in the worker, ms, median of ${STARTS}`, median(0), 80],
  ['first decision of 20 kB, ms, median', median(1)],
  ['each after that, ms, median', median(2), 5],
];
for (const [what, value, limit] of rows) console.log(`${what.padEnd(54)}${value.toFixed(1).padStart(8)}${limit ? `   at most ${limit}${value > limit ? '   BEYOND' : ''}` : ''}`);
const spread = (at) => `${sorted(at)[0].toFixed(1)} to ${sorted(at).at(-1).toFixed(1)} ms`;
console.log(`load average ${loadavg()[0].toFixed(1)}; starts ${spread(0)}, decisions ${spread(2)}`);
process.exitCode = rows.some(([, value, limit]) => value > limit) ? 1 : 0;
