import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { zip } from './zip.mjs';
import { fileURLToPath } from 'node:url';
import { serve } from '../serve.mjs';
import { open, result } from './browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'huisclos-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `work` on a fresh page and expects no error on its console. */
const on = (options, work) => async () => {
  const session = await open(options);
  try {
    await work(session);
    assert.deepEqual(session.problems, []);
  } finally {
    await session.close();
  }
};

const read = async (page) => {
  await page.click('#example');
  await page.waitForSelector('.m', { state: 'attached' });
  await page.waitForFunction(() => document.getElementById('status').textContent === '');
};

async function downloaded(page, what) {
  await page.click('#save summary');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save="${what}"]`)]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

const upload = async (page, path) => {
  await page.setInputFiles('#file', path);
  await page.waitForSelector('.line', { state: 'attached' });
  await page.waitForFunction(() => document.getElementById('status').textContent === '');
};

const P = (...runs) => `<w:p>${runs.map((words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`).join('')}</w:p>`;
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function docx() {
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${P('TRIBUNAL JUDICIAIRE')}${P('Madame Od', 'ile FERN', 'AGUT, demanderesse, née le 3 février 1971')}${P('Mme Fernagut demande.')}</w:body></w:document>`,
  };
  const path = join(folder, 'décision.docx');
  writeFileSync(path, zip(files));
  return path;
}

test('the worker reads a decision: parties go, the court stays', on({}, async ({ page }) => {
  await read(page);
  const text = await result(page);
  assert.ok(!/fernagut|savignon/i.test(text), text);
  assert.ok(text.includes('Berthe LACOMBE') && text.includes('Clotaire VIGNERAS'), text);
}));

test('nothing is asked of the network while a document is read, reviewed and written', on({}, async ({ page }) => {
  // The modules and dictionaries are the page's own files: a first document loads them.
  await read(page);
  await page.click('#another');
  const requests = [];
  page.on('request', (request) => !request.url().startsWith('blob:') && requests.push(request.url()));
  await upload(page, docx());
  await page.click('#text');
  await page.keyboard.press('n');
  await page.keyboard.press('a');
  await downloaded(page, 'same');
  assert.deepEqual(requests, []);
}));

test('the policy of the page blocks inline scripts and other origins', on({}, async ({ page, problems }) => {
  const blocked = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const fetched = await fetch('https://example.invalid/').then(() => 'answered', () => 'refused');
    return [window.ran, fetched];
  });
  assert.deepEqual(blocked, [undefined, 'refused']);
  assert.ok(problems.some((problem) => /Content Security Policy|script-src|connect-src/.test(problem)));
  problems.length = 0;
}));

test('a review by keyboard: keep, hide everywhere, change the role, undo and redo', on({}, async ({ page }) => {
  await read(page);
  const before = await result(page);
  const to = async (words) => {
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press('n');
      if ((await page.textContent('#card .words')) === words) return;
    }
    assert.fail(`${words} was not reached`);
  };
  await page.focus('#text');
  await to('Anselme Corvaisier');
  await page.keyboard.press('r');
  await page.waitForFunction(() => document.querySelector('#card .becomes').textContent.includes('lisible'));
  assert.ok((await result(page)).includes('Anselme Corvaisier'));
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => !document.querySelector('#card .becomes').textContent.includes('lisible'));
  assert.equal(await result(page), before);
  await page.keyboard.press('Control+y');
  await page.waitForFunction(() => document.querySelector('#card .becomes').textContent.includes('lisible'));

  await to('Berthe LACOMBE');
  await page.keyboard.press('Shift+A');
  await page.waitForFunction(() => !document.querySelector('#card .becomes').textContent.includes('lisible'));
  assert.ok(!/LACOMBE/.test(await result(page)));

  await to('Ulysse TARDIVEL');
  await page.keyboard.press('q');
  await page.selectOption('#role', 'witness');
  await page.waitForFunction(() => document.activeElement.id === 'text');
  await page.waitForFunction(() => !document.querySelector('.line:nth-child(8) > div:last-child').textContent.includes('TARDIVEL'));
}));

test('a selection is hidden, here and everywhere', on({}, async ({ page }) => {
  await read(page);
  const select = (words) =>
    page.evaluate((wanted) => {
      const cells = [...document.querySelectorAll('.line > div:first-child')];
      const node = cells.flatMap((cell) => [...cell.childNodes]).find((child) => child.nodeType === 3 && child.data.includes(wanted));
      document.getElementById('text').focus();
      const at = node.data.indexOf(wanted);
      getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
    }, words);
  await select('JUGEMENT');
  await page.waitForSelector('#card .go .primary');
  await page.keyboard.press('Shift+S');
  await page.waitForFunction(() => document.querySelector('#card .words').textContent === 'JUGEMENT');
  assert.ok(!/\bjugement\b/i.test(await result(page)));
}));

test('two persons are linked', on({}, async ({ page }) => {
  await read(page);
  await page.click('#tabs button:nth-child(2)');
  const count = await page.locator('#list li').count();
  await page.click('#list li:has-text("Solange FERNAGUT") button');
  await page.selectOption('#link', { label: 'Odile Jeanne FERNAGUT' });
  await page.waitForFunction((n) => document.querySelectorAll('#list li').length === n, count - 1);
}));

test('a DOCX goes out as it came in, without its names', on({}, async ({ page }) => {
  await upload(page, docx());
  const path = await downloaded(page, 'same');
  assert.match(path, /décision\.occulté\.docx$/);
  await page.click('#another');
  await upload(page, path);
  const text = await page.$$eval('.line > div:first-child', (cells) => cells.map((cell) => cell.textContent).join('\n'));
  assert.ok(/TRIBUNAL/.test(text) && /Madame \[[A-Z]\] \[[A-Z]\], demanderesse/.test(text), text);
  assert.ok(!/fernagut|odile/i.test(text), text);
  let office = true;
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
  } catch {
    office = false;
  }
  if (office) {
    execFileSync('soffice', ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, path], { stdio: 'ignore' });
    assert.match(readFileSync(path.replace(/docx$/, 'txt'), 'utf8'), /Madame \[/);
  }
}));

test('a damaged document is told of, and nothing opens', on({}, async ({ page }) => {
  const path = join(folder, 'abîmé.docx');
  writeFileSync(path, readFileSync(docx()).subarray(0, 300));
  await page.setInputFiles('#file', path);
  await page.waitForSelector('#failure[open]');
  assert.match(await page.textContent('#failure p'), /docx/);
  assert.ok(await page.isVisible('#welcome'));
}));

test('a saved review is taken up again', on({}, async ({ page }) => {
  await read(page);
  await page.focus('#text');
  await page.keyboard.press('n');
  await page.keyboard.press('a');
  await page.waitForFunction(() => !document.getElementById('undo').disabled);
  const before = await result(page);
  const path = await downloaded(page, 'review');
  await page.click('#another');
  await upload(page, path);
  assert.equal(await result(page), before);
  assert.ok(await page.isEnabled('#undo'));
}));

test('text, JSON and the audit are written; the audit has no word of a hidden name', on({}, async ({ page }) => {
  await read(page);
  const shown = await result(page);
  assert.equal(readFileSync(await downloaded(page, 'text'), 'utf8'), shown);
  const json = JSON.parse(readFileSync(await downloaded(page, 'json'), 'utf8'));
  assert.equal(json.offset_unit, 'utf16');
  assert.ok(json.spans.length > 20);
  const audit = readFileSync(await downloaded(page, 'audit'), 'utf8');
  assert.ok(/L111-13/.test(audit) && !/fernagut|savignon/i.test(audit));
}));

test('another bloc hides companies', on({}, async ({ page }) => {
  await read(page);
  assert.match(await result(page), /Menuiserie du Vincou/);
  await page.click('#options summary');
  await page.selectOption('#bloc', '1');
  await page.click('#rerun');
  await page.waitForFunction(() => !document.getElementById('text').textContent.match(/Menuiserie du Vincou.*Menuiserie du Vincou/s));
  assert.doesNotMatch(await result(page), /Menuiserie du Vincou/);
}));

test('without a network the page opens and works', on({}, async ({ page, server, context }) => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  server.close();
  server.closeAllConnections();
  await context.setOffline(true);
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await read(page);
  assert.ok(!/fernagut/i.test(await result(page)));
}));

test('a text of one megabyte opens, and a key moves on', on({}, async ({ page }) => {
  const { sample } = await import('../src/sample.ts').catch(() => ({}));
  const source = sample ?? readFileSync(new URL('../src/sample.ts', import.meta.url), 'utf8').match(/`([^`]+)`/)[1];
  const path = join(folder, 'long.txt');
  writeFileSync(path, source.repeat(Math.ceil(1_000_000 / source.length)));
  await upload(page, path);
  await page.focus('#text');
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  assert.equal(await page.$$eval('.current', (marks) => marks.length > 0), true);
  await page.keyboard.press('Shift+R');
  await page.waitForFunction(() => !document.getElementById('undo').disabled);
  assert.ok((await page.locator('.line').count()) > 15_000);
}));

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
for (const [name, options] of [['light', {}], ['dark', { dark: true }], ['phone', { width: 390, height: 844 }], ['English', { locale: 'en-GB' }]]) {
  test(`no accessibility violation: ${name}`, on(options, async ({ page }) => {
    const check = async (where) => {
      // Through the debugger: the page's own policy forbids added scripts.
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      assert.deepEqual(violations.map((v) => `${where}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`), []);
    };
    await check('welcome');
    await read(page);
    await page.focus('#text');
    for (let n = 0; n < 4; n += 1) await page.keyboard.press('n');
    await page.click('#tabs button:nth-child(2)');
    await check('desk');
    await page.click('#options summary');
    await check('settings');
  }));
}

test('a phone shows one column and no sideways scroll', on({ width: 390, height: 844 }, async ({ page }) => {
  await read(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.click('[data-view="result"]');
  assert.equal(await page.locator('.line > div:first-child').first().isVisible(), false);
}));

test('the package works in a plain page, without a bundler, in the page and in a worker', on({}, async ({ page, problems }) => {
  const server = await serve(0, fileURLToPath(new URL('../../npm/', import.meta.url)));
  try {
    // A file of the package shown as text: a page of its origin.
    await page.goto(`http://localhost:${server.address().port}/package.json`);
    const texts = await page.evaluate(async () => {
      const { createEngine } = await import('/index.js');
      const { createClient } = await import('/client.js');
      const [engine, client] = await Promise.all([createEngine(), createClient()]);
      const html = new TextEncoder().encode('<b>lea@courriel.example</b>');
      const { bytes } = await client.redactDocument(html, 'text/html');
      client.close();
      return [engine.pseudonymize('lea@courriel.example').text, new TextDecoder().decode(bytes)];
    });
    assert.deepEqual(texts, ['[Courriel 1]', '<b>[Courriel 1]</b>']);
    // Chromium asks every origin for an icon, which the package has not.
    assert.ok(problems.splice(0).every((problem) => problem.includes('404')));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}));
