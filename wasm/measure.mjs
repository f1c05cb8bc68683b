// Start and speed of the package in Chromium's worker, medians of several runs: node wasm/measure.mjs (after make wasm).
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

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
  for (let n = 0; n < 41; n += 1) { const at = performance.now(); engine.detect(text); runs.push(performance.now() - at); }
  postMessage([times[1] - times[0], times[2] - times[1], runs.sort((a, b) => a - b)[20]]);
};`;
const server = createServer((request, response) => {
  const file = join(root, request.url);
  if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
  else if (request.url === '/probe.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(probe);
  else if (existsSync(file)) response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  else response.writeHead(404).end();
}).listen(0, 'localhost');
const folder = mkdtempSync(join(tmpdir(), 'huisclos-'));
const context = await chromium.launchPersistentContext(folder, { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const page = context.pages()[0];
await page.goto(`http://localhost:${server.address().port}/`);
const decision = readFileSync(new URL('../corpora/demo/ta-lyon-oqtf-01.txt', import.meta.url), 'utf8');
const text = decision.repeat(Math.ceil(20_000 / decision.length)).slice(0, 20_000);
const all = [];
for (let n = 0; n < 9; n += 1) {
  all.push(await page.evaluate((t) => new Promise((resolve) => { const worker = new Worker('/probe.js', { type: 'module' }); worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); }; worker.postMessage(t); }), text));
}
const median = (at) => all.map((run) => run[at]).sort((a, b) => a - b)[4].toFixed(1);
console.log(`engine ready in the worker ${median(0)} ms, first decision of 20 kB ${median(1)} ms, each after that ${median(2)} ms`);
await context.close();
server.close();
server.closeAllConnections();
rmSync(folder, { recursive: true, force: true });
