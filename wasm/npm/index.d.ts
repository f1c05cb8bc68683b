/**
 * Huis Clos finds the personal data in court decisions and pseudonymises it, on this machine: no server, no network
 * beyond the package's own files, no storage. Pseudonymised is not anonymous.
 */

/** The country whose rules read the decisions. */
export type Country = 'fr';

/**
 * The unit of offsets. `utf16` counts as JavaScript strings do (`text.slice(start, end)`), `char` counts Unicode code
 * points (Python), `byte` counts bytes of UTF-8 (Rust).
 */
export type OffsetUnit = 'utf16' | 'char' | 'byte';

/** What kind of datum a span holds. */
export type Kind =
  | 'person'
  | 'organisation'
  | 'establishment'
  | 'address'
  | 'locality'
  | 'birth_date'
  | 'death_date'
  | 'marriage_date'
  | 'national_id'
  | 'company_id'
  | 'bank_account'
  | 'card'
  | 'phone'
  | 'email'
  | 'url'
  | 'plate'
  | 'land_parcel'
  | 'id_number'
  | 'case_number'
  | 'date'
  | 'age'
  | 'amount'
  | 'nationality'
  | 'term'
  | 'grounds';

/** The part a person plays, decided per mention; `unknown` for kinds that are no persons. */
export type Role =
  | 'party'
  | 'minor'
  | 'third_party'
  | 'witness'
  | 'victim'
  | 'expert'
  | 'judge'
  | 'clerk'
  | 'prosecutor'
  | 'lawyer'
  | 'bailiff'
  | 'notary'
  | 'officer'
  | 'public_body'
  | 'unknown';

/** How sure the rules are, from weak to proven. */
export type Confidence = 'possible' | 'probable' | 'strong' | 'certain';

/** `replace`: the text goes. `review`: it goes, and somebody should look. `keep`: it stays readable. */
export type Action = 'replace' | 'keep' | 'review';

/** One span of the original text. */
export interface Span {
  /** First unit, in the outcome's `offset_unit`. */
  readonly start: number;
  /** One past the last unit. */
  readonly end: number;
  readonly kind: Kind;
  readonly role: Role;
  /** The same for every mention of one person or one datum: `p1`, `a2`. */
  readonly entity: string;
  readonly confidence: Confidence;
  readonly action: Action;
  /** What the text will hold; the original words when the action is `keep`. */
  readonly replacement: string;
  /** Every rule that found it, the deciding one first. */
  readonly rules: readonly string[];
  /** Why somebody should look. */
  readonly reason?: string;
  /** The article the action rests on. */
  readonly basis: string;
}

/** One person or datum and where it stands. */
export interface Entity {
  readonly id: string;
  readonly kind: Kind;
  /** The role most of its mentions have. */
  readonly role: Role;
  /** Indices into the outcome's `spans`. */
  readonly mentions: readonly number[];
}

/** Something the caller should know; holds no text of the decision. */
export interface Warning {
  /** A stable word, such as `debates_not_public`. */
  readonly code: string;
  readonly message: string;
}

/** What one run found: the same object as the command line's JSON. */
export interface Outcome {
  /** The unit of every `start` and `end`. */
  readonly offset_unit: OffsetUnit;
  /** Sorted and disjoint. */
  readonly spans: readonly Span[];
  /** In order of first mention. */
  readonly entities: readonly Entity[];
  readonly warnings: readonly Warning[];
}

/** An outcome with the pseudonymised text. */
export interface PseudonymizedOutcome extends Outcome {
  readonly text: string;
}

/** A person the caller knows of; found in every spelling. */
export interface KnownPerson {
  /** In any spelling: `Jean DUPONT`, `DUPONT Jean`. */
  name: string;
  /** Treated as a third party when not given. */
  role?: Role;
}

/** What the caller knows of the case, as the court's metadata give it. */
export interface CaseFacts {
  persons?: KnownPerson[];
  /** Terms that must stay readable. */
  keep?: string[];
  /** Terms that must go, whatever they are. */
  remove?: string[];
  /** Nature d'affaire civile, as in the court's register. */
  nac?: string;
  /** The court, in its own words. */
  court?: string;
  debates?: 'public' | 'not_public';
  /** The register's box that says whether the decision itself is public. */
  public?: boolean;
  /** What the court decided on the masking of this decision. */
  occultation?: PolicyOptions;
}

/** What is chosen over a policy; `huisclos policy show` says what there is. */
export interface PolicyOptions {
  /** Bloc d'occultation. */
  bloc?: number;
  /** What the judge made of the recommendation: its name, or its code in the register. */
  recommendation?: string | number;
  /** Columns of a register or boxes of a form, by name: true or 1 masks, false or 0 keeps. */
  switches?: Record<string, boolean | 0 | 1>;
  /** Who else than the law's own is masked. */
  level?: string;
  /** Categories or kinds that go, over all of the above. */
  mask?: string[];
  /** Categories or kinds that stay, over all of the above. */
  keep?: string[];
  /** Terms in the Court's notation: `+kept|removed`, or `removed/removed`; `#dateCivile` for a whole category. */
  terms?: string;
  /** The facts and grounds; masked when the debates or the nature of the case want it, when not given. */
  grounds?: 'mask' | 'keep';
  /** How hidden words are replaced. */
  style?: 'court' | 'letters' | 'unknowns' | 'initials' | 'numbered' | 'bars' | 'stable' | 'surrogates';
}

/** Options of one call. */
export interface DetectOptions {
  facts?: CaseFacts;
  /** `utf16` when not given. */
  offsetUnit?: OffsetUnit;
}

/** Where the package's files come from, when not from beside its code. */
export interface Sources {
  /** `engine_bg.wasm`: an address (in Node a path or `file:` URL), bytes, or a compiled module. */
  module?: string | URL | Uint8Array | ArrayBuffer | WebAssembly.Module;
  /** `documents_bg.wasm`, loaded with the first document; given like `module`. */
  documents?: string | URL | Uint8Array | ArrayBuffer | WebAssembly.Module;
  /** `fr.bin`, the dictionaries: an address (in Node a path or `file:` URL), or bytes. */
  lexicons?: string | URL | Uint8Array | ArrayBuffer;
}

/** Options of an engine. */
export interface EngineOptions extends Sources {
  /** `fr` when not given. */
  country?: Country;
  /** The name of a built-in profile (`fr-judilibre` when not given), or the TOML or JSON of your own. */
  policy?: string;
  /** Bloc d'occultation, 0 to 4; the policy's own when not given. */
  bloc?: number;
}

/** The legal profile in force. */
export interface PolicyInForce {
  readonly name: string;
  readonly title: string;
  /** `null` when the policy has no blocs. */
  readonly bloc: number | null;
  /** What the bloc masks, in words. */
  readonly meaning: string | null;
}

/** A media type that is read and written back: text, HTML, JSON, DOCX, ODT. */
export type Mime =
  | 'text/plain'
  | 'text/html'
  | 'application/json'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.oasis.opendocument.text';

/** A document pseudonymised in its own format. */
export interface RedactedDocument {
  /** The document, its markup untouched. */
  readonly bytes: Uint8Array;
  /** Its original words, joined: what the outcome's offsets refer to. */
  readonly text: string;
  /** Files inside that no rule can read: images, embedded objects. Look at them before publishing. */
  readonly unread: readonly string[];
  readonly outcome: PseudonymizedOutcome;
}

/** The words of a document. */
export interface ReadDocument {
  /** Joined: what offsets refer to. */
  readonly text: string;
  /** Files inside that no rule can read: images, embedded objects. Look at them before publishing. */
  readonly unread: readonly string[];
}

/** One replacement in a document's words, half-open. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
}

/** A span to be labelled, half-open. */
export interface MarkedSpan {
  start: number;
  end: number;
  kind: Kind;
}

/** Finds and replaces, synchronously, on the calling thread. For a page, prefer `huisclos/client`. */
export interface Engine {
  readonly policy: PolicyInForce;
  /**
   * Finds every personal datum and what becomes of it. Near linear in the text.
   * @throws {HuisClosError} codes `facts`, `offset_unit`, `too_large`
   * @throws {TypeError} when `text` is no string
   */
  detect(text: string, options?: DetectOptions): Outcome;
  /** The same, with the pseudonymised text. Spans under review are replaced. */
  pseudonymize(text: string, options?: DetectOptions): PseudonymizedOutcome;
  /**
   * Pseudonymises a document in its own format. Authors of the document, its changes and comments are emptied. The first
   * call for a document loads the formats.
   * @throws {HuisClosError} code `document` when the bytes are not a whole document of that type; then there is no output
   */
  redactDocument(bytes: Uint8Array | ArrayBuffer, mime: Mime, options?: DetectOptions): Promise<RedactedDocument>;
  /** The words of a document, for a review before {@link writeDocument}. */
  readDocument(bytes: Uint8Array | ArrayBuffer, mime: Mime): Promise<ReadDocument>;
  /**
   * The document with `edits` (sorted, disjoint, of the words {@link readDocument} gives) made.
   * @throws {HuisClosError} codes `edits`, `document`
   */
  writeDocument(
    bytes: Uint8Array | ArrayBuffer,
    mime: Mime,
    edits: readonly Edit[],
    options?: { offsetUnit?: OffsetUnit },
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** The labels the replaced spans (sorted) of a text get, in the same order: the same person's words get the same letters. */
  labels(text: string, spans: readonly MarkedSpan[], options?: { offsetUnit?: OffsetUnit }): string[];
  /** What the policy does with a datum of `kind` whose bearer plays `role` (`unknown` when not given), when it is sure. */
  decide(kind: Kind, role?: Role): { readonly action: Action; readonly basis: string };
  /** Gives the engine's memory back; the engine cannot be used afterwards. */
  free(): void;
}

/** Stable words of {@link HuisClosError.code}. */
export type ErrorCode = 'builder' | 'policy' | 'too_large' | 'facts' | 'offset_unit' | 'lexicon' | 'document' | 'edits' | 'load' | 'worker' | 'closed';

/** Every error of the package but wrong argument types. The message never holds text of a decision. */
export class HuisClosError extends Error {
  constructor(code: ErrorCode, message: string);
  readonly code: ErrorCode;
}

/**
 * Makes an engine. The first call loads the module and the dictionaries; the others cost nothing.
 * @throws {HuisClosError} codes `load`, `lexicon`, `builder`, `policy`
 *
 * @example
 * const engine = await createEngine({ bloc: 3 });
 * engine.pseudonymize('Écrire à lea@courriel.example.').text; // 'Écrire à [Courriel 1].'
 */
export function createEngine(options?: EngineOptions): Promise<Engine>;

/** Every wire name the module knows. */
export interface Vocabulary {
  readonly version: string;
  readonly kinds: readonly Kind[];
  readonly roles: readonly Role[];
  readonly confidences: readonly Confidence[];
  readonly actions: readonly Action[];
  readonly offset_units: readonly OffsetUnit[];
  readonly policies: readonly string[];
}

/** Every wire name the module knows, for menus and checks. */
export function vocabulary(sources?: Sources): Promise<Vocabulary>;
