/** Engines in workers: the page never blocks, a call can be aborted, a batch uses several cores. */
import type {
  CaseFacts,
  DetectOptions,
  Edit,
  EngineOptions,
  Mime,
  OffsetUnit,
  Outcome,
  PolicyInForce,
  PseudonymizedOutcome,
  Queue,
  RecordOptions,
  ReadDocument,
  Recorded,
  RedactedDocument,
  Review,
  ReviewOptions,
  Risk,
  Verdict,
  VerifyOptions,
  Vocabulary,
} from './index.js';

export { HuisClosError } from './index.js';

/** Options of a client. `module` and `lexicons` must be addresses or bytes; a ledger is kept with `createEngine`. */
export interface ClientOptions extends Omit<EngineOptions, 'ledger'> {
  /** How many workers at most; 1 when not given, `'all'` for one per core. More than one start when there is work for them. */
  workers?: number | 'all';
}

/** What every call takes. */
export interface Abortable {
  /** Aborting a call under way ends its worker; another starts when needed. */
  signal?: AbortSignal;
}

/** Options of one call. */
export interface CallOptions extends DetectOptions, Abortable {}

/** One document of a batch. */
export interface BatchInput {
  text: string;
  facts?: CaseFacts;
}

/** How far a batch is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Options of a batch. */
export interface BatchOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  offsetUnit?: OffsetUnit;
}

/** Calls engines in workers. */
export interface Client {
  readonly policy: PolicyInForce;
  /** As `Engine.detect`. Rejects with the signal's reason when aborted. */
  detect(text: string, options?: CallOptions): Promise<Outcome>;
  /** As `Engine.pseudonymize`. */
  pseudonymize(text: string, options?: CallOptions): Promise<PseudonymizedOutcome>;
  /** As `Engine.review`. */
  review(text: string, options?: ReviewOptions & Abortable): Promise<Queue>;
  /** As `Engine.applyReview`. */
  applyReview(text: string, review: Review, options?: CallOptions): Promise<PseudonymizedOutcome>;
  /** As `Engine.verify`. */
  verify(text: string, options?: VerifyOptions & Abortable): Promise<Verdict>;
  /** As `Engine.risks`. */
  risks(texts: readonly string[], options?: { offsetUnit?: OffsetUnit } & Abortable): Promise<Risk[]>;
  /** As `Engine.record`. */
  record(documents: readonly Recorded[], options?: RecordOptions & Abortable): Promise<string>;
  /** As `Engine.recordPage`. */
  recordPage(record: string, language: 'fr' | 'en', options?: Abortable): Promise<string>;
  /** As `Engine.redactDocument`. */
  redactDocument(bytes: Uint8Array | ArrayBuffer, mime: Mime, options?: ReviewOptions & Abortable): Promise<RedactedDocument>;
  /** As `Engine.readDocument`. */
  readDocument(bytes: Uint8Array | ArrayBuffer, mime: Mime, options?: Abortable): Promise<ReadDocument>;
  /** As `Engine.writeDocument`. */
  writeDocument(
    bytes: Uint8Array | ArrayBuffer,
    mime: Mime,
    edits: readonly Edit[],
    options?: { offsetUnit?: OffsetUnit } & Abortable,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** As `Engine.vocabulary`. */
  vocabulary(options?: Abortable): Promise<Vocabulary>;
  /** Outcomes in the order of the inputs. The first error stops the batch; its message says which document. */
  batch(inputs: Iterable<string | BatchInput>, options?: BatchOptions & { text?: true }): Promise<PseudonymizedOutcome[]>;
  /** The same without the pseudonymised texts. */
  batch(inputs: Iterable<string | BatchInput>, options: BatchOptions & { text: false }): Promise<Outcome[]>;
  /** Ends the workers; calls under way reject with code `closed`. */
  close(): void;
}

/** Starts the first worker and waits until its engine is ready. */
export function createClient(options?: ClientOptions): Promise<Client>;
