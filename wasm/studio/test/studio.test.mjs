import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { build } from 'vite';
import { docx } from './zip.mjs';
import { fileURLToPath } from 'node:url';
import { serve } from '../serve.mjs';
import { open, quit, result, settled } from './browser.mjs';
import { MISSING, findChromium } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'huisclos-files-'));
after(async () => {
  await quit();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `work` on a fresh page and expects no error on its console. */
const on = (name, options, work) =>
  test(name, { skip: findChromium() ? false : MISSING, timeout: 600_000 }, async () => {
    const session = await open(options);
    try {
      await work(session);
      assert.deepEqual(session.problems, []);
    } finally {
      await session.close();
    }
  });

const read = async (page) => {
  await page.click('#example');
  await page.waitForSelector('.m', { state: 'attached' });
  await settled(page);
};

async function downloaded(page, what) {
  await page.click('#save summary');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-save="${what}"]`)]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Opens a file; `name` is the document's, when the file is a review of it. */
const upload = async (page, path, name = basename(path)) => {
  await page.setInputFiles('#file', path);
  await page.waitForFunction((wanted) => document.getElementById('name').textContent === wanted, name);
  await settled(page);
};

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
};

/** Goes from mention to mention until the card shows `words`. */
const goTo = async (page, words) => {
  await page.focus('#text');
  for (let n = 0; n < 80; n += 1) {
    await page.keyboard.press('n');
    if ((await page.textContent('#card .words')) === words) return;
  }
  assert.fail(`${words} was not reached`);
};

/** Changes a setting and waits for the document under it. */
const set = async (page, id, value) => {
  if (!(await page.isVisible(`#${id}`))) await page.click('#options summary');
  await page.selectOption(`#${id}`, value);
  await settled(page);
};

/** A decision of three paragraphs; a name is split over runs. */
function decisionDocx() {
  const path = join(folder, 'décision.docx');
  writeFileSync(path, docx(['TRIBUNAL JUDICIAIRE'], ['Madame Od', 'ile FERN', 'AGUT, demanderesse, née le 3 février 1971'], ['Mme Fernagut demande.']));
  return path;
}

on('the worker reads a decision: parties go, the court stays', {}, async ({ page }) => {
  await read(page);
  const text = await result(page);
  assert.ok(!/fernagut|savignon/i.test(text), text);
  assert.ok(text.includes('Berthe LACOMBE') && text.includes('Clotaire VIGNERAS'), text);
});

on('nothing is asked of the network while a document is read, reviewed and written', {}, async ({ page }) => {
  // The modules and dictionaries are the page's own files: a first document loads them.
  await read(page);
  await page.click('#another');
  const requests = [];
  page.on('request', (request) => !request.url().startsWith('blob:') && requests.push(request.url()));
  await upload(page, decisionDocx());
  await page.focus('#text');
  await press(page, 'n', 'a', 'd', 'i');
  for (const what of ['same', 'text', 'json', 'audit', 'record', 'review']) await downloaded(page, what);
  assert.deepEqual(requests, []);
});

on('the policy of the page blocks inline scripts and other origins', {}, async ({ page, problems }) => {
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
});

on('a review by keyboard: keep, hide everywhere, change the role, undo and redo', {}, async ({ page }) => {
  await read(page);
  const before = await result(page);
  await goTo(page, 'Anselme Corvaisier');
  await press(page, 'r');
  const kept = await result(page);
  assert.ok(kept.includes('Anselme Corvaisier') && (await page.textContent('#card .becomes')).includes('lisible'));
  assert.equal(await page.textContent('#tabs button:nth-child(4) .count'), '0', 'what a reader keeps is no leak');
  await press(page, 'Control+z');
  assert.equal(await result(page), before);
  await press(page, 'Control+y');
  assert.equal(await result(page), kept);

  await goTo(page, 'Berthe LACOMBE');
  await press(page, 'Shift+A');
  assert.doesNotMatch(await result(page), /LACOMBE/);

  await goTo(page, 'Ulysse TARDIVEL');
  await press(page, 'q');
  await page.selectOption('#role', 'witness');
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
  assert.doesNotMatch(await result(page), /Ulysse TARDIVEL/);
  await press(page, 'Control+z', 'Control+z', 'Control+z');
  assert.equal(await result(page), before);
});

const doubtful = `TRIBUNAL JUDICIAIRE DE VALMERIN

Le chien Filoselle a mordu M. Jean DUVAL. M. Jan Duvall en témoigne, et donne son compte (IBAN illisible).

Mme Odile FERNAGUT le conteste.
`;

const paste = async (page, text) => {
  await page.fill('#pasted', text);
  await page.click('#start');
  await page.waitForSelector('.line', { state: 'attached' });
  await settled(page);
};

on('doubts are settled by keyboard: the proposal followed, another put aside', {}, async ({ page }) => {
  await paste(page, doubtful);
  const count = async () => Number(await page.textContent('#tabs button:nth-child(1) .count'));
  const all = await count();
  assert.ok(all >= 2, `${all} doubts`);
  const why = () => page.textContent('#card .why p');
  await page.focus('#text');
  for (let n = 0; n < all; n += 1) {
    await page.keyboard.press('d');
    if (/graphies/.test(await why())) break;
  }
  assert.match(await why(), /graphies/);
  await press(page, 'v');
  assert.equal(await count(), all - 1);
  await page.click('#tabs button:nth-child(2)');
  assert.equal(await page.locator('#list li', { hasText: /duval/i }).count(), 1, 'the two spellings are one person');
  await page.focus('#text');
  for (let n = 0; n < all; n += 1) {
    await page.keyboard.press('d');
    if (/compte bancaire/.test(await why())) break;
  }
  assert.equal(await page.evaluate(() => getSelection().toString()), 'IBAN');
  await press(page, 'i');
  assert.equal(await count(), all - 2);
});

on('a selection is hidden, here and everywhere', {}, async ({ page }) => {
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
  await press(page, 'Shift+S');
  assert.equal(await page.textContent('#card .words'), 'JUGEMENT');
  assert.doesNotMatch(await result(page), /\bjugement\b/i);
  await press(page, 'Control+z');
  assert.match(await result(page), /JUGEMENT/);
});

on('two persons are linked, and parted again', {}, async ({ page }) => {
  await read(page);
  await page.click('#tabs button:nth-child(2)');
  const count = await page.locator('#list li').count();
  await page.click('#list li:has-text("Solange FERNAGUT") button');
  await page.selectOption('#link', { label: 'Odile Jeanne FERNAGUT' });
  await settled(page);
  assert.equal(await page.locator('#list li').count(), count - 1);
  await goTo(page, 'Solange FERNAGUT');
  await press(page, 'u');
  assert.equal(await page.locator('#list li').count(), count);
});

on('a DOCX goes out as it came in, without its names', {}, async ({ page }) => {
  await upload(page, decisionDocx());
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
});

on('what the reader decides is in the DOCX that goes out', {}, async ({ page }) => {
  await upload(page, decisionDocx());
  await goTo(page, 'Odile FERNAGUT');
  await press(page, 'r');
  await goTo(page, '3 février');
  await press(page, 'r');
  await page.evaluate(() => {
    const words = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
    let node = words.nextNode();
    while (!node.data.includes(' demande.')) node = words.nextNode();
    const at = node.data.indexOf('demande.');
    getSelection().setBaseAndExtent(node, at, node, at + 7);
  });
  await press(page, 's');
  const shown = await result(page);
  const path = await downloaded(page, 'same');
  await page.click('#another');
  await upload(page, path);
  const text = await page.$$eval('.line > div:first-child', (cells) => cells.map((cell) => cell.textContent).join('\n'));
  assert.ok(text.includes('Madame Odile FERNAGUT, demanderesse, née le 3 février 1971') && !text.includes('demande.'), text);
  assert.equal(text.trim(), shown.trim());
});

on('a damaged document is told of, and nothing opens', {}, async ({ page }) => {
  const path = join(folder, 'abîmé.docx');
  writeFileSync(path, readFileSync(decisionDocx()).subarray(0, 300));
  await page.setInputFiles('#file', path);
  await page.waitForSelector('#failure[open]');
  assert.match(await page.textContent('#failure p'), /le fichier docx : .* tronqué/);
  assert.ok(await page.isVisible('#welcome'));
});

on('a saved review is taken up again, with its policy, its known parties and its steps', {}, async ({ page }) => {
  await read(page);
  await set(page, 'bloc', '1');
  await page.fill('#known', 'Clotaire Vigneras');
  await page.click('#rerun');
  await settled(page);
  await goTo(page, 'Anselme Corvaisier');
  await press(page, 'r');
  await goTo(page, 'Thibaud Savignon');
  await press(page, 'Shift+R');
  const before = await result(page);
  assert.ok(before.includes('Thibaud Savignon') && !before.includes('Vincou'));
  const path = await downloaded(page, 'review');
  await page.click('#another');
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await upload(page, path, 'exemple.txt');
  assert.equal(await result(page), before);
  assert.deepEqual([await page.inputValue('#bloc'), await page.inputValue('#known')], ['1', 'Clotaire Vigneras']);
  await press(page, 'Control+z');
  const undone = await result(page);
  assert.ok(!/savignon/i.test(undone) && undone.includes('Anselme Corvaisier'), 'one step holds every mention');

  const saved = JSON.parse(readFileSync(path, 'utf8'));
  saved.review.decisions[0].end -= 1;
  const broken = join(folder, 'rompue.relecture.json');
  writeFileSync(broken, JSON.stringify(saved));
  await page.click('#another');
  await page.setInputFiles('#file', broken);
  await page.waitForSelector('#failure[open]');
  assert.match(await page.textContent('#failure p'), /decision 1 of the review/);
  assert.ok(await page.isVisible('#welcome'));
});

on('the review of a saved file is one for the command line', {}, async ({ page }) => {
  await read(page);
  await goTo(page, 'Anselme Corvaisier');
  await press(page, 'r');
  const shown = await result(page);
  const { review, document: original } = JSON.parse(readFileSync(await downloaded(page, 'review'), 'utf8'));
  writeFileSync(join(folder, 'exemple.txt'), Buffer.from(original, 'base64'));
  writeFileSync(join(folder, 'review.json'), JSON.stringify(review));
  const args = ['run', '--quiet', '-p', 'huisclos-cli', '--', 'pseudonymize', '--review', join(folder, 'review.json'), join(folder, 'exemple.txt')];
  const output = execFileSync('cargo', args, { cwd: fileURLToPath(new URL('../../../', import.meta.url)), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  assert.equal(output.trim(), shown.trim());
});

on('text, JSON and the audit are written; the audit has no word of a hidden name', {}, async ({ page }) => {
  await read(page);
  const shown = await result(page);
  assert.equal(readFileSync(await downloaded(page, 'text'), 'utf8'), shown);
  const json = JSON.parse(readFileSync(await downloaded(page, 'json'), 'utf8'));
  assert.deepEqual([json.offset_unit, 'text' in json], ['utf16', false]);
  assert.ok(json.spans.length > 20 && json.entities.length > 5);
  const audit = readFileSync(await downloaded(page, 'audit'), 'utf8');
  assert.ok(/L111-13/.test(audit) && /doutes restants/.test(audit) && /fr-judilibre/.test(audit) && /Emplacement par emplacement/.test(audit));
  const record = readFileSync(await downloaded(page, 'record'), 'utf8');
  assert.deepEqual(record.trim().split('\n').map((line) => JSON.parse(line).line), ['run', 'document', 'end']);
  assert.doesNotMatch(audit + record, /fernagut|savignon|corvaisier/i);
});

on('another bloc hides companies, another style writes other labels, and the rules are shown with their articles', {}, async ({ page }) => {
  await read(page);
  assert.match(await result(page), /Menuiserie du Vincou/);
  await set(page, 'bloc', '1');
  assert.doesNotMatch(await result(page), /Menuiserie du Vincou/);
  assert.match(await page.textContent('#bloc-basis'), /R111-12/);
  await set(page, 'style', 'numbered');
  assert.match(await result(page), /Madame \[Personne 1\] épouse/);
  await set(page, 'policy', 'fr-conseil-etat');
  assert.match(await result(page), /Madame A\.\.\. B\.\.\./);
  assert.equal(await page.isVisible('#bloc'), false);
  await page.click('#show-rules');
  await page.waitForSelector('#rules[open]');
  assert.match(await page.textContent('#rules table'), /Magistrat.*lisible.*L10/s);
});

on('a policy of one\'s own is read from a file; a wrong one changes nothing', {}, async ({ page }) => {
  await read(page);
  const own = (name, toml) => {
    const path = join(folder, name);
    writeFileSync(path, toml);
    return path;
  };
  const toml = 'name = "cabinet"\ntitle = "Cabinet"\nextends = "fr-judilibre"\nstyle = "initials"\n';
  await page.click('#options summary');
  await page.setInputFiles('#policy-file', own('cabinet.toml', toml));
  await page.waitForFunction(() => document.getElementById('policy').selectedOptions[0].textContent.includes('Cabinet'));
  await settled(page);
  const shown = await result(page);
  assert.match(shown, /Madame O\. J\. F\./);
  await page.setInputFiles('#policy-file', own('faux.toml', `${toml}block = 2\n`));
  await page.waitForSelector('#failure[open]');
  assert.match(await page.textContent('#failure p'), /line 5.*block/);
  await page.click('#failure button');
  await settled(page);
  assert.equal(await result(page), shown);
});

on('without a network the page opens and works', {}, async ({ page, server, context }) => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  server.close();
  server.closeAllConnections();
  await context.setOffline(true);
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await read(page);
  assert.ok(!/fernagut/i.test(await result(page)));
});

on('a text of one megabyte opens, and a key moves on', {}, async ({ page }) => {
  const decisions = new URL('../../../corpora/decisions/', import.meta.url);
  const texts = readdirSync(decisions, { recursive: true }).filter((name) => name.endsWith('.md')).map((name) => readFileSync(new URL(name, decisions), 'utf8'));
  const path = join(folder, 'long.txt');
  let long = '';
  for (let next = 0; Buffer.byteLength(long) < 1_000_000; next += 1) long += `${texts[next % texts.length]}\n`;
  writeFileSync(path, long);
  await upload(page, path);
  await page.focus('#text');
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  assert.equal(await page.$$eval('.current', (marks) => marks.length > 0), true);
  await press(page, 'r');
  assert.ok(await page.isEnabled('#undo'));
  assert.ok((await page.locator('.line').count()) > 5_000);
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
for (const [name, options] of [['light', {}], ['dark', { dark: true }], ['phone', { width: 390, height: 844 }], ['English', { locale: 'en-GB' }]]) {
  on(`no accessibility violation: ${name}`, options, async ({ page }) => {
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
    await page.click('#show-rules');
    await page.waitForSelector('#rules[open] tbody tr');
    await check('rules');
  });
}

on('a phone shows one column and no sideways scroll', { width: 390, height: 844 }, async ({ page }) => {
  await read(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.click('[data-view="result"]');
  assert.equal(await page.locator('.line > div:first-child').first().isVisible(), false);
});

const readme = readFileSync(new URL('../../npm/README.md', import.meta.url), 'utf8');
const example = (language, words) => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map((match) => match[1]).find((source) => source.includes(words));

on('the README\'s React component renders, built with Vite', {}, async ({ page, problems }) => {
  const root = mkdtempSync(fileURLToPath(new URL('../dist/react-', import.meta.url)));
  const dist = join(root, 'dist');
  writeFileSync(join(root, 'redacted.jsx'), example('jsx', 'Redacted'));
  writeFileSync(join(root, 'main.jsx'), `import { createRoot } from 'react-dom/client';
import { Redacted } from './redacted.jsx';
createRoot(document.getElementById('root')).render(<Redacted decision="Écrire à lea@courriel.example." />);`);
  writeFileSync(join(root, 'index.html'), '<!doctype html><div id="root"></div><script type="module" src="./main.jsx"></script>');
  await build({ root, configFile: false, logLevel: 'error', worker: { format: 'es' }, optimizeDeps: { exclude: ['huisclos'] }, oxc: { jsx: { runtime: 'automatic' } }, build: { outDir: dist, assetsInlineLimit: 0 } });
  const server = await serve(0, `${dist}/`);
  try {
    await page.goto(`http://localhost:${server.address().port}/`);
    await page.waitForFunction(() => document.querySelector('pre')?.textContent.startsWith('Écrire'));
    assert.equal(await page.textContent('pre'), 'Écrire à [Courriel 1].');
    assert.deepEqual(problems.splice(0).filter((problem) => !problem.includes('404')), [], 'Chromium asks for an icon, nothing else is wrong');
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(root, { recursive: true });
  }
});

on('the package works in a plain page, without a bundler, in the page and in a worker; the README\'s examples too', {}, async ({ page, problems }) => {
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

    // The elements that an example speaks of, and its script, as a page would run it.
    const run = async (html, source) => {
      await page.reload();
      await page.evaluate((body) => { document.body.innerHTML = body; }, html);
      await page.evaluate(`(async () => {${source.replace(/import (\{[^}]*\}) from '[^']*client[^']*';/, "const $1 = await import('/client.js');")}})()`);
    };
    const vanilla = example('html', '<script');
    await run(vanilla.slice(0, vanilla.indexOf('<script')), vanilla.match(/<script[^>]*>([^]*)<\/script>/)[1]);
    await page.fill('textarea', 'Mme Odile Fernagut conclut.');
    await page.dispatchEvent('textarea', 'change');
    await page.waitForFunction(() => document.querySelector('pre').textContent.startsWith('Mme ['));

    await run('<textarea></textarea><output></output>', example('js', 'setSelectionRange'));
    await page.fill('textarea', 'Écrire à lea@courriel.example.');
    await page.waitForFunction(() => document.querySelector('output').textContent === '1 personal data');
    assert.deepEqual(await page.$eval('textarea', (field) => field.value.slice(field.selectionStart, field.selectionEnd)), 'lea@courriel.example');
    // Chromium asks every origin for an icon, which the package has not.
    assert.deepEqual(problems.splice(0).filter((problem) => !problem.includes('404')), []);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
