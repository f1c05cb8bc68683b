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

/**
 * How hidden words are replaced: the templates of the Cour de cassation, the Conseil d'État's letters, Légifrance's unknowns,
 * initials, numbers, black bars, tokens that depend on the key and the person alone. `stable` needs a key. Invented names
 * (`surrogates`) are in Rust, Python and the command line only.
 */
export type Style = 'court' | 'letters' | 'unknowns' | 'initials' | 'numbered' | 'bars' | 'stable';

/** A sentence in both languages. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

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
  /** The word before the span, when it must change with it (`d'` before a label): what stands from `start` to the span's start becomes `text`. */
  readonly lead?: { readonly start: number; readonly text: string };
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
  /** Who it is in other documents too, for pseudonyms that outlive one. */
  id?: string;
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
  style?: Style;
}

/** Options of one call. */
export interface DetectOptions {
  facts?: CaseFacts;
  /** `utf16` when not given. */
  offsetUnit?: OffsetUnit;
}

/**
 * A reader's decision on a place of the original, half-open, in the unit of the review. `all` extends it to every place where
 * the same words stand as the same kind.
 */
export type Decision =
  /** What was found is right and goes, or stays readable. */
  | { do: 'accept' | 'reject'; start: number; end: number; all?: boolean }
  /** What was found is something else, or somebody else's: the policy says what becomes of it. */
  | { do: 'change'; start: number; end: number; kind?: Kind; role?: Role; all?: boolean }
  /** Two mentions name one person: the second's becomes the first's. */
  | { do: 'link'; start: number; end: number; with_start: number; with_end: number }
  /** A mention names a person of its own. */
  | { do: 'unlink'; start: number; end: number; all?: boolean }
  /** What no rule found, and goes; a third party's when no role is given. */
  | { do: 'add'; start: number; end: number; kind: Kind; role?: Role; all?: boolean };

/** What a reader decided on one text: data to keep, and to give to the command line (`--review`) as it is. */
export interface Review {
  /** The document's id, for the command line. */
  id?: string;
  /** `original` of the queue: the SHA-256 of the text that was reviewed. */
  original: string;
  /** The unit of every offset. */
  offset_unit: OffsetUnit;
  /** In the order they are applied. */
  decisions: readonly Decision[];
}

/** Why a reader should look. */
export type DoubtCode =
  | 'unsure'
  | 'similar_spelling'
  | 'shared_name'
  | 'near_name'
  | 'different_categories'
  | 'short_name'
  | 'missing_bank_account'
  | 'missing_land_parcel'
  | 'missing_person'
  | 'missing_term'
  | 'unknown_capitals';

/** One thing a reader should look at. */
export interface Doubt {
  readonly code: DoubtCode;
  /** One English sentence. */
  readonly reason: string;
  /** Where, half-open: `[start, end]`; empty for what was not found. */
  readonly places: readonly (readonly [number, number])[];
  /** The entities concerned. */
  readonly entities: readonly string[];
  /** The place in the caller's facts: `persons[2]`. */
  readonly fact?: string;
  /** A decision to copy into the review when the doubt is right. */
  readonly suggestion?: Decision;
}

/** What a reader should look at in one text. It holds no text. */
export interface Queue {
  /** The SHA-256 of the text: goes into the review. */
  readonly original: string;
  readonly offset_unit: OffsetUnit;
  /** By code, then in the order of the text. */
  readonly doubts: readonly Doubt[];
}

/** What gave a leak away. */
export type LeakReason = 'unchanged' | 'moved' | 'replaced_elsewhere' | 'known' | 'detected';

/** One stretch of a pseudonymised text that should not be readable, in units of that text. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly role: Role;
  readonly confidence: Confidence;
  readonly reason: LeakReason;
}

/** What the leak check says of one text. It holds no text. */
export interface Verdict {
  readonly offset_unit: OffsetUnit;
  /** True when there is no finding. */
  readonly clean: boolean;
  /** In the order of the text, disjoint. */
  readonly findings: readonly Finding[];
}

/** What a pseudonymised text still says of somebody. */
export type TraitSort = 'job' | 'office' | 'place' | 'date' | 'age' | 'nationality' | 'organisation' | 'initials' | 'renown';

/** One quasi-identifier, in units of the pseudonymised text. */
export interface Trait {
  readonly start: number;
  readonly end: number;
  readonly sort: TraitSort;
}

/** How much one text gives away among those given together. */
export interface Risk {
  readonly level: 'low' | 'medium' | 'high';
  /** Texts that hold the rarest combination, this one included; `null` when it holds none. */
  readonly k: number | null;
  readonly offset_unit: OffsetUnit;
  /** The rarest combination. */
  readonly combination: readonly Trait[];
  /** In the order of the text. */
  readonly traits: readonly Trait[];
}

/** Where the package's files come from, when not from beside its code. */
export interface Sources {
  /** `engine_bg.wasm`: an address (in Node a path or `file:` URL), bytes, or a compiled module. */
  module?: string | URL | Uint8Array | ArrayBuffer | WebAssembly.Module;
  /** `documents_bg.wasm`, loaded with the first document or policy in TOML; given like `module`. */
  documents?: string | URL | Uint8Array | ArrayBuffer | WebAssembly.Module;
  /** `fr.bin`, the dictionaries: an address (in Node a path or `file:` URL), or bytes. */
  lexicons?: string | URL | Uint8Array | ArrayBuffer;
}

/** Options of an engine. */
export interface EngineOptions extends Sources {
  /** `fr` when not given. */
  country?: Country;
  /** The name of a built-in profile (`fr-judilibre` when not given), or the TOML or JSON of your own; TOML loads the documents' module. */
  policy?: string;
  /** What is chosen over the policy for every decision; `facts.occultation` chooses for one. */
  options?: PolicyOptions;
  /** Bloc d'occultation, 0 to 4; over `options`, and the policy's own when not given. */
  bloc?: number;
  /** How hidden words are replaced; over `options`, and as the policy says when not given. */
  style?: Style;
  /** The secret that `stable` and shifted dates draw from: 32 bytes, or the 64 hexadecimal digits of `huisclos ledger key`. */
  key?: Uint8Array | string;
  /** Keeps pseudonyms over documents and the way back ({@link Engine.restore}), as long as the engine lives. Needs a key. */
  ledger?: 'memory';
}

/** The legal profile in force. */
export interface PolicyInForce {
  readonly name: string;
  readonly title: Words;
  readonly style: Style;
  /** `null` when the policy has no blocs. */
  readonly bloc: number | null;
  /** What the bloc masks, in words. */
  readonly meaning: Words | null;
  /** What it does, by the Court's categories, then by kind. */
  readonly rows: readonly PolicyRow[];
  /** What may be chosen over it. */
  readonly choices: readonly PolicyChoice[];
}

/** Data that share a category, an action and an article. */
export interface PolicyRow {
  /** The Court's category; `null` for what its tools do not know. */
  readonly category: { readonly id: string; readonly title: Words } | null;
  readonly kinds: readonly Kind[];
  /** Whose data; empty for everybody's, or for what has no bearer. */
  readonly roles: readonly Role[];
  readonly action: Action;
  /** The article. */
  readonly basis: string;
  /** Why, when the policy says. */
  readonly because: Words | null;
}

/** Something that may be chosen over a policy's rules. */
export interface PolicyChoice {
  /** The field of {@link PolicyOptions}. */
  readonly option: 'bloc' | 'recommendation' | 'switches' | 'level';
  /** What to write there. */
  readonly name: string;
  /** The same as a code, where there is one. */
  readonly code: number | null;
  readonly meaning: Words;
  /** What a bloc or a recommendation leaves readable, what a level masks, what a switch masks or leaves readable. */
  readonly parts: readonly string[];
  /** True when it masks the facts and grounds as a whole. */
  readonly grounds: boolean;
  /** The article. */
  readonly basis: string;
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

/** One replacement in a document's words, half-open. A {@link Span} of an outcome is one: what stays is passed over. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly action?: Action;
  readonly lead?: { readonly start: number; readonly text: string };
}

/** Options of {@link Engine.review}. */
export interface ReviewOptions extends DetectOptions {
  /** What was decided so far: it is applied, and left out of the queue. */
  review?: Review;
}

/** Options of {@link Engine.verify}. */
export interface VerifyOptions extends DetectOptions {
  /** The text before pseudonymisation; the check is surer with it. */
  original?: string;
  /** Names that must not be readable, of whatever role. */
  names?: readonly string[];
}

/** One document of {@link Engine.record}. */
export interface Recorded {
  id: string;
  original: string;
  /** What became of it, by this engine. */
  outcome: PseudonymizedOutcome;
  /** True when a reader's decisions were applied. */
  reviewed?: boolean;
  /** Doubts that were left, to be recorded too. */
  doubts?: number;
  /** What the leak check found, to be recorded too. */
  findings?: number;
}

/** Options of {@link Engine.record}. */
export interface RecordOptions {
  /** When the run began, as `2026-11-28T09:00:00Z`; not recorded when not given. */
  date?: string;
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
   * What a reader should look at before the text is published.
   * @throws {HuisClosError} code `review` when the review is of another text, or names a place where nothing stands
   */
  review(text: string, options?: ReviewOptions): Queue;
  /**
   * As {@link pseudonymize}, with a reader's decisions. The same text, options and review give the same result, anywhere.
   * @throws {HuisClosError} code `review` when the review is of another text, or names a place where nothing stands
   */
  applyReview(text: string, review: Review, options?: DetectOptions): PseudonymizedOutcome;
  /** What a pseudonymised text, of this engine or of any other system, still shows of what the policy hides. */
  verify(text: string, options?: VerifyOptions): Verdict;
  /** What each of some pseudonymised texts leaves readable that may single a person out, and how rare that is among them. */
  risks(texts: readonly string[], options?: { offsetUnit?: OffsetUnit }): Risk[];
  /**
   * The record of a run, for a data-protection officer: JSON Lines with chained hashes, without text, as the command line's
   * `--audit` writes. `huisclos audit check` reads it; keep the last `hash` elsewhere. The first call loads the formats.
   * @throws {HuisClosError} code `record` when an outcome is none
   */
  record(documents: readonly Recorded[], options?: RecordOptions): Promise<string>;
  /**
   * The page of a record, as `huisclos audit html` makes it: one HTML file that loads nothing. The first call loads the formats.
   * @throws {HuisClosError} code `record` when a line was changed, removed, added or moved
   */
  recordPage(record: string, language: 'fr' | 'en'): Promise<string>;
  /**
   * The original of a text that this engine's ledger kept.
   * @throws {HuisClosError} code `ledger` when there is no ledger, or it does not know this very text
   */
  restore(text: string): string;
  /**
   * Pseudonymises a document in its own format. Authors of the document, its changes and comments are emptied. The first
   * call for a document loads the formats.
   * @throws {HuisClosError} code `document` when the bytes are not a whole document of that type; then there is no output
   */
  redactDocument(bytes: Uint8Array | ArrayBuffer, mime: Mime, options?: ReviewOptions): Promise<RedactedDocument>;
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
  /** Every wire name the module knows, for menus and checks. */
  vocabulary(): Vocabulary;
  /** Gives the engine's memory back; the engine cannot be used afterwards. */
  free(): void;
}

/** Stable words of {@link HuisClosError.code}. */
export type ErrorCode =
  | 'builder'
  | 'policy'
  | 'options'
  | 'key'
  | 'ledger'
  | 'review'
  | 'too_large'
  | 'facts'
  | 'offset_unit'
  | 'lexicon'
  | 'document'
  | 'edits'
  | 'record'
  | 'load'
  | 'worker'
  | 'closed';

/** Every error of the package but wrong argument types. The message never holds text of a decision. */
export class HuisClosError extends Error {
  constructor(code: ErrorCode, message: string, french?: string);
  readonly code: ErrorCode;
  /** The message in French, when there is one: of code `document`. */
  readonly french?: string;
}

/**
 * Makes an engine. The first call loads the module and the dictionaries; the others cost nothing.
 * @throws {HuisClosError} codes `load`, `lexicon`, `builder`, `policy`, `options`, `key`
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
  /** The styles this module can write. */
  readonly styles: readonly Style[];
  readonly doubts: readonly DoubtCode[];
  readonly reasons: readonly LeakReason[];
  readonly offset_units: readonly OffsetUnit[];
  /** The built-in policies. */
  readonly policies: readonly { readonly name: string; readonly title: Words }[];
}
