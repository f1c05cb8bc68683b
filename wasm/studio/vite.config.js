import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

/** Writes sw.js with the list of files this build made: what the page needs when there is no network. */
const offline = {
  name: 'offline',
  generateBundle(_, bundle) {
    const files = ['./', 'icon.svg', 'manifest.webmanifest', ...Object.keys(bundle).filter((file) => file !== 'index.html')].sort();
    const version = files.join('|').split('').reduce((hash, c) => (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0, 7).toString(36);
    const source = readFileSync(new URL('src/offline.js', import.meta.url), 'utf8').replace('__FILES__', JSON.stringify(files)).replace('__VERSION__', JSON.stringify(version));
    this.emitFile({ type: 'asset', fileName: 'sw.js', source });
  },
};

export default defineConfig({
  base: './',
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2000 },
  worker: { format: 'es' },
  plugins: [offline],
});
