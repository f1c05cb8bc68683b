import { createEngineWith, documentsUrl, given, lexiconUrl, moduleUrl } from './engine.js';
import { HuisClosError } from './errors.js';

export { HuisClosError };

async function fetched(url) {
  let response;
  try {
    response = await fetch(url);
  } catch {
    response = { ok: false, status: 'no answer' };
  }
  if (response.ok) return response;
  const name = new URL(url, globalThis.location?.href).pathname;
  throw new HuisClosError('load', `${name}: ${response.status}. Serve it beside the package's code, or give its bytes or address to createEngine`);
}

async function code(source) {
  const ready = given(source);
  if (ready) return ready;
  const response = await fetched(source);
  const streams = response.headers.get('content-type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(response) : response.arrayBuffer();
}

const read = {
  module: (source = moduleUrl()) => code(source),
  documents: (source = documentsUrl()) => code(source),
  async bytes(source = lexiconUrl()) {
    return given(source) ?? new Uint8Array(await (await fetched(source)).arrayBuffer());
  },
};

export const createEngine = (options) => createEngineWith(read, options);
