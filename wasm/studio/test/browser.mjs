// One Chromium for the tests, a fresh profile for each. Nothing waits for a time: everything waits for what the page shows.
import { chromium } from 'playwright-core';
import { serve } from '../serve.mjs';
import { MISSING, findChromium } from './chromium.mjs';

/** What a loaded machine may take over one step, in milliseconds. */
const PATIENCE = 120_000;

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
let browser;

function launched() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(MISSING);
  browser ??= chromium.launch({ executablePath, headless: true, args: ARGUMENTS, timeout: PATIENCE });
  return browser;
}

export const quit = async () => (await browser)?.close();

export async function open({ width = 1440, height = 900, dark = false, locale = 'fr-FR' } = {}) {
  const server = await serve(0);
  const context = await (await launched()).newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale, acceptDownloads: true });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  const address = `http://localhost:${server.address().port}/`;
  await page.goto(address);
  await page.waitForSelector('body[data-ready]');
  const close = async () => {
    await context.close();
    server.close();
    server.closeAllConnections();
  };
  return { page, context, server, address, problems, close };
}

/** Waits until the page has nothing left to work out: result, doubts and leaks are those of what was decided. */
export const settled = (page) => page.waitForFunction(() => document.getElementById('desk').getAttribute('aria-busy') === 'false' && document.getElementById('status').textContent === '');

/** The text of the result, line by line. */
export const result = (page) => page.$$eval('.line > div:last-child', (cells) => cells.map((cell) => cell.textContent).join('\n'));
