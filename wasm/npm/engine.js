// The engine, whatever brings the module's bytes: index.js fetches them, node.js reads them, inline.js holds them.
import init, { Engine as Module, installLexicon, vocabulary } from './dist/engine.js';
import initDocuments, { readDocument, readPolicy, record, recordPage, writeDocument } from './dist/documents.js';
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

/** The engine's module reads policies in JSON; TOML, which has several lines, is made JSON by the other. */
async function policyText(read, policy, documents) {
  const isToml = policy.trim().includes('\n') && !policy.trimStart().startsWith('{');
  if (!isToml) return policy;
  await loadDocuments(read, documents);
  return guarded(() => readPolicy(policy));
}

/** The key's own bytes: digits are read as a key's file is. */
function keyBytes(key) {
  if (key === undefined || key instanceof Uint8Array) return key;
  if (typeof key !== 'string') throw new TypeError('key: give 32 bytes as a Uint8Array, or 64 hexadecimal digits');
  return new TextEncoder().encode(key);
}

function words(name, value) {
  if (typeof value !== 'string') throw new TypeError(`${name}: give a string, not ${typeof value}`);
  return value;
}

function list(name, values) {
  if (!Array.isArray(values)) throw new TypeError(`${name}: give an array of strings`);
  return values.map((value) => words(name, value));
}

const json = (value) => (value === undefined ? undefined : JSON.stringify(value));
const unit = ({ offsetUnit = 'utf16' }) => String(offsetUnit);

export async function createEngineWith(read, given = {}) {
  const { country = 'fr', policy = 'fr-judilibre', options, bloc, style, key, ledger, module, lexicons, documents } = given;
  if (bloc !== undefined && !(Number.isInteger(bloc) && bloc >= 0 && bloc <= 255)) {
    throw new HuisClosError('policy', 'bloc: give a whole number from 0 to 4');
  }
  if (ledger !== undefined && ledger !== 'memory') throw new TypeError("ledger: there is one kind here, 'memory'");
  const secret = keyBytes(key);
  const [profile] = await Promise.all([policyText(read, String(policy), documents), load(read, module, lexicons)]);
  const inner = guarded(() => new Module(String(country), profile, json(options), bloc, style === undefined ? undefined : String(style), secret, ledger === 'memory'));
  const outcome = (text, with_text, review, asked = {}) => guarded(() => inner.outcome(words('text', text), json(asked.facts), json(review), unit(asked), with_text));
  const bytes_ = (bytes) => {
    const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
    if (!(view instanceof Uint8Array)) throw new TypeError('bytes: give a Uint8Array or an ArrayBuffer');
    return view;
  };
  return Object.freeze({
    policy: Object.freeze(guarded(() => inner.policy())),
    detect: (text, asked) => outcome(text, false, undefined, asked),
    pseudonymize: (text, asked) => outcome(text, true, undefined, asked),
    review: (text, asked = {}) => guarded(() => inner.review(words('text', text), json(asked.facts), json(asked.review), unit(asked))),
    applyReview: (text, review, asked) => outcome(text, true, review, asked),
    verify(text, asked = {}) {
      const original = asked.original === undefined ? undefined : words('original', asked.original);
      return guarded(() => inner.verify(words('text', text), original, json(asked.facts), list('names', asked.names ?? []), unit(asked)));
    },
    risks: (texts, asked = {}) => guarded(() => inner.risks(list('texts', texts), unit(asked))),
    async record(recorded, asked = {}) {
      await loadDocuments(read, documents);
      if (!Array.isArray(recorded)) throw new TypeError('documents: give an array of { id, original, outcome }');
      return guarded(() => record(inner.run(), asked.date === undefined ? undefined : words('date', asked.date), JSON.stringify(recorded)));
    },
    async recordPage(lines, language) {
      await loadDocuments(read, documents);
      return guarded(() => recordPage(words('record', lines), words('language', language)));
    },
    restore: (text) => guarded(() => inner.restore(words('text', text))),
    async redactDocument(bytes, mime, asked = {}) {
      await loadDocuments(read, documents);
      const view = bytes_(bytes);
      const [text, unread] = guarded(() => readDocument(view, String(mime)));
      const found = outcome(text, true, asked.review, asked);
      const written = guarded(() => writeDocument(view, String(mime), JSON.stringify(found.spans), found.offset_unit));
      return { bytes: written, text, unread, outcome: found };
    },
    async readDocument(bytes, mime) {
      await loadDocuments(read, documents);
      const [text, unread] = guarded(() => readDocument(bytes_(bytes), String(mime)));
      return { text, unread };
    },
    async writeDocument(bytes, mime, edits, asked = {}) {
      await loadDocuments(read, documents);
      return guarded(() => writeDocument(bytes_(bytes), String(mime), JSON.stringify(edits), unit(asked)));
    },
    vocabulary,
    free: () => inner.free(),
  });
}

/** Bytes, or a compiled module, as they are; undefined for anything else. */
export function given(source) {
  if (source instanceof Uint8Array || source instanceof WebAssembly.Module) return source;
  return source instanceof ArrayBuffer ? new Uint8Array(source) : undefined;
}
