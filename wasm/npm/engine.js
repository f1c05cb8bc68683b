// The engine, whatever brings the module's bytes: index.js fetches them, node.js reads them, inline.js holds them.
import init, { Engine as Module, installLexicon, vocabulary } from './dist/huisclos.js';
import { HuisClosError, guarded } from './errors.js';

export const moduleUrl = () => new URL('./dist/huisclos_bg.wasm', import.meta.url);
export const lexiconUrl = () => new URL('./dist/fr.bin', import.meta.url);

let loading;

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

export async function createEngineWith(read, options = {}) {
  const { country = 'fr', policy = 'fr-judilibre', bloc, module, lexicons } = options;
  if (bloc !== undefined && !(Number.isInteger(bloc) && bloc >= 0 && bloc <= 255)) {
    throw new HuisClosError('policy', 'bloc: give a whole number from 0 to 4');
  }
  await load(read, module, lexicons);
  const inner = guarded(() => new Module(String(country), String(policy), bloc));
  const arguments_ = (text, { facts = {}, offsetUnit = 'utf16' } = {}) => {
    if (typeof text !== 'string') throw new TypeError(`text: give a string, not ${typeof text}`);
    return [text, JSON.stringify(facts), String(offsetUnit)];
  };
  return Object.freeze({
    policy: Object.freeze(guarded(() => inner.policy())),
    detect: (text, given) => guarded(() => inner.detect(...arguments_(text, given))),
    pseudonymize: (text, given) => guarded(() => inner.pseudonymize(...arguments_(text, given))),
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
