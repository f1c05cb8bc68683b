import { readFile } from 'node:fs/promises';
import { createEngineWith, documentsUrl, given, lexiconUrl, moduleUrl } from './engine.js';
import { HuisClosError } from './errors.js';

export { HuisClosError };

async function bytes(source) {
  const ready = given(source);
  if (ready) return ready;
  try {
    return new Uint8Array(await readFile(source));
  } catch (error) {
    throw new HuisClosError('load', `${source}: ${error.code}. Give createEngine a path, a file: URL or bytes`);
  }
}

const read = {
  module: (source = moduleUrl()) => bytes(source),
  documents: (source = documentsUrl()) => bytes(source),
  bytes: (source = lexiconUrl()) => bytes(source),
};

export const createEngine = (options) => createEngineWith(read, options);
