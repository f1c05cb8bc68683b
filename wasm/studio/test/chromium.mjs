// Which Chromium the tests run in: the one that CHROMIUM names, Debian's package, or Chrome. As a command: prints it, or says what is missing.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Its path; undefined when there is none. */
export const findChromium = () => process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));

export const MISSING = 'no Chromium: install one (Debian: apt-get install chromium), or name yours in CHROMIUM';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = findChromium();
  if (found) console.log(found);
  else {
    console.error(MISSING);
    process.exitCode = 1;
  }
}
