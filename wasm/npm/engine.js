// The engine, whatever brings the module's bytes: index.js fetches them, node.js reads them, inline.js holds them.
import init, { Engine as Module, installLexicon, vocabulary } from './dist/engine.js';
import initDocuments, { readDocument, writeDocument } from './dist/documents.js';
import { HuisClosError, guarded } from './errors.js';

export const moduleUrl = () => new URL('./dist/engine_bg.wasm', import.meta.url);
export const documentsUrl = () => new URL('./dist/documents_bg.wasm', import.meta.url);
export const lexiconUrl = () => new URL('./dist/fr.bin', import.meta.url);

let loading;
let loadingDocuments;

/** Loads the module and the dictionaries once per realm; a failed attempt may be repeated. */
function load(read, module, lexicons) {
  loading ??= Promise.all([read.module(module), read.bytes(lexicons)])
    .then(async ([code, packed]) => {
      await init({ module_or_path: code });
      guarded(() => installLexicon(packed));
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Loads the formats, when the first document comes. */
function loadDocuments(read, documents) {
  loadingDocuments ??= read
    .documents(documents)
    .then((code) => initDocuments({ module_or_path: code }))
    .catch((error) => {
      loadingDocuments = undefined;
      throw error;
    });
  return loadingDocuments;
}

export async function createEngineWith(read, options = {}) {
  const { country = 'fr', policy = 'fr-judilibre', bloc, module, lexicons, documents } = options;
  if (bloc !== undefined && !(Number.isInteger(bloc) && bloc >= 0 && bloc <= 255)) {
    throw new HuisClosError('policy', 'bloc: give a whole number from 0 to 4');
  }
  await load(read, module, lexicons);
  const inner = guarded(() => new Module(String(country), String(policy), bloc));
  const arguments_ = (text, { facts = {}, offsetUnit = 'utf16' } = {}) => {
    if (typeof text !== 'string') throw new TypeError(`text: give a string, not ${typeof text}`);
    return [text, JSON.stringify(facts), String(offsetUnit)];
  };
  const bytes_ = (bytes) => {
    const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
    if (!(view instanceof Uint8Array)) throw new TypeError('bytes: give a Uint8Array or an ArrayBuffer');
    return view;
  };
  return Object.freeze({
    policy: Object.freeze(guarded(() => inner.policy())),
    detect: (text, given) => guarded(() => inner.detect(...arguments_(text, given))),
    pseudonymize: (text, given) => guarded(() => inner.pseudonymize(...arguments_(text, given))),
    async redactDocument(bytes, mime, given = {}) {
      await loadDocuments(read, documents);
      const view = bytes_(bytes);
      const [text, unread] = guarded(() => readDocument(view, String(mime)));
      const outcome = guarded(() => inner.pseudonymize(...arguments_(text, given)));
      const edits = outcome.spans.filter((span) => span.action !== 'keep');
      const written = guarded(() => writeDocument(view, String(mime), JSON.stringify(edits), outcome.offset_unit));
      return { bytes: written, text, unread, outcome };
    },
    async readDocument(bytes, mime) {
      await loadDocuments(read, documents);
      const [text, unread] = guarded(() => readDocument(bytes_(bytes), String(mime)));
      return { text, unread };
    },
    async writeDocument(bytes, mime, edits, { offsetUnit = 'utf16' } = {}) {
      await loadDocuments(read, documents);
      return guarded(() => writeDocument(bytes_(bytes), String(mime), JSON.stringify(edits), String(offsetUnit)));
    },
    labels: (text, spans, { offsetUnit = 'utf16' } = {}) => guarded(() => inner.labels(text, JSON.stringify(spans), String(offsetUnit))),
    decide: (kind, role = 'unknown') => guarded(() => inner.decide(String(kind), String(role))),
    free: () => inner.free(),
  });
}

export async function vocabularyWith(read, { module, lexicons } = {}) {
  await load(read, module, lexicons);
  return vocabulary();
}

/** Bytes, or a compiled module, as they are; undefined for anything else. */
export function given(source) {
  if (source instanceof Uint8Array || source instanceof WebAssembly.Module) return source;
  return source instanceof ArrayBuffer ? new Uint8Array(source) : undefined;
}
