// Everything in JavaScript: for a single file, or a server that cannot serve .wasm. About a third larger over the wire.
import { module as packedModule, lexicon as packedLexicon, documents as packedDocuments } from './dist/bytes.js';
import { createEngineWith } from './engine.js';

export { HuisClosError } from './errors.js';

async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The bytes of the modules and the dictionaries, to hand to `createEngine` or `createClient`. */
export async function inlined() {
  const [module, lexicons, documents] = await Promise.all([packedModule, packedLexicon, packedDocuments].map(unpack));
  return { module, lexicons, documents };
}

const read = { module: async () => unpack(packedModule), documents: async () => unpack(packedDocuments), bytes: async () => unpack(packedLexicon) };

export const createEngine = (options) => createEngineWith(read, options);
