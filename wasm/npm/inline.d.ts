/** The package in JavaScript alone: for a single file, or a server that cannot serve `.wasm`. */
import type { Engine, EngineOptions } from './index.js';

export { HuisClosError } from './index.js';

/** As `createEngine` of the package; nothing is fetched. */
export function createEngine(options?: Omit<EngineOptions, 'module' | 'documents' | 'lexicons'>): Promise<Engine>;

/** The bytes of the modules and the dictionaries, to hand to `createEngine` or `createClient`. */
export function inlined(): Promise<{ module: Uint8Array; documents: Uint8Array; lexicons: Uint8Array }>;
