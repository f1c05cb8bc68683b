// One Chromium for the tests. Debian's package is used; CHROMIUM names another.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../serve.mjs';

export async function open({ width = 1440, height = 900, dark = false, locale = 'fr-FR' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'huisclos-'));
  const server = await serve(0);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale,
    acceptDownloads: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
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
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, context, server, address, problems, close };
}

/** The text of the result, line by line. */
export const result = (page) => page.$$eval('.line > div:last-child', (cells) => cells.map((cell) => cell.textContent).join('\n'));
