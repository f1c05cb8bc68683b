// The review as data: what the rules found, and the list of what the reader decided. Everything shown follows from both.
import type { Action, Confidence, Kind, Outcome, Role } from 'huisclos';

/** One stretch of the text, in UTF-16 units, half-open. Its key is its place. */
export interface Mark {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly role: Role;
  readonly entity: string;
  readonly action: Action;
  readonly confidence: Confidence;
  readonly rules: readonly string[];
  readonly reason?: string;
  readonly basis: string;
  /** True when the reader has decided: no longer a doubt. */
  readonly decided: boolean;
}

/** What a reader does. Keys name marks; those that no longer exist are passed over, so that decisions outlive a new run. */
export type Decision =
  | { readonly do: 'hide' | 'keep'; readonly keys: readonly string[] }
  /** Another kind or role, with what the policy does with it. */
  | { readonly do: 'change'; readonly keys: readonly string[]; readonly kind: Kind; readonly role: Role; readonly action: Action; readonly basis: string }
  | { readonly do: 'link'; readonly keys: readonly string[]; readonly to: string }
  | { readonly do: 'add'; readonly spans: readonly (readonly [number, number])[]; readonly kind: Kind; readonly role: Role };

export const key = (start: number, end: number): string => `${start}-${end}`;

/** The marks of an outcome (offsets in UTF-16). */
export function marksOf(outcome: Outcome): Mark[] {
  return outcome.spans.map((span) => ({ ...span, key: key(span.start, span.end), decided: false }));
}

/** Adds `mark` to what the reader hides. A hidden mark that an addition cuts goes into it whole: no half of a name comes back. */
function absorb(added: Mark[], mark: Mark): Mark[] {
  const cut = added.filter((a) => a.start < mark.end && mark.start < a.end);
  if (cut.length === 0) return [...added, mark];
  if (mark.action === 'keep') return added;
  const start = Math.min(mark.start, ...cut.map((a) => a.start));
  const end = Math.max(mark.end, ...cut.map((a) => a.end));
  return [...added.filter((a) => !cut.includes(a)), { ...cut[0]!, start, end, key: key(start, end) }];
}

function decide(marks: readonly Mark[], decision: Decision, number: number): readonly Mark[] {
  if (decision.do === 'add') {
    const added = decision.spans.map(([start, end]): Mark => ({
      key: key(start, end), start, end, kind: decision.kind, role: decision.role, entity: `r${number}`, action: 'replace',
      confidence: 'certain', rules: ['reader'], basis: '', decided: true,
    }));
    return marks.reduce(absorb, added).sort((a, b) => a.start - b.start);
  }
  const keys = new Set(decision.keys);
  const change = (mark: Mark): Mark => {
    if (!keys.has(mark.key)) return mark;
    switch (decision.do) {
      case 'hide': return { ...mark, action: 'replace', decided: true };
      case 'keep': return { ...mark, action: 'keep', decided: true };
      case 'change': return { ...mark, kind: decision.kind, role: decision.role, action: decision.action, basis: decision.basis, decided: true };
      case 'link': return { ...mark, entity: marks.find((m) => m.key === decision.to)?.entity ?? mark.entity };
    }
  };
  return marks.map(change);
}

/** The marks after `decisions`, sorted and disjoint. */
export const reviewed = (found: readonly Mark[], decisions: readonly Decision[]): readonly Mark[] => decisions.reduce(decide, found);

export const hidden = (mark: Mark): boolean => mark.action !== 'keep';
export const doubtful = (mark: Mark): boolean => mark.action === 'review' && !mark.decided;

/** The keys of every mention of the mark's person or datum. */
export const mentions = (marks: readonly Mark[], mark: Mark): string[] => marks.filter((m) => m.entity === mark.entity).map((m) => m.key);

const fold = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

/** `text` folded, and where each of its units (and its end) comes from. */
function foldWithOrigin(text: string): { folded: string; origin: number[] } {
  const origin: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const as = fold(character);
    // What folds to nothing is a mark over the letter before: it belongs to that letter.
    for (let n = 0; n < as.length; n += 1) origin.push(at);
    folded += as;
    at += character.length;
  }
  origin.push(text.length);
  return { folded, origin };
}

/** Every place where `words` stand, whatever their case and accents, outside the marks: whole words only. */
export function occurrences(text: string, words: string, marks: readonly Mark[]): [number, number][] {
  const escaped = fold(words.trim()).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  if (escaped === '') return [];
  const { folded, origin } = foldWithOrigin(text);
  const found = folded.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'));
  const places = [...found].map((match): [number, number] => [origin[match.index]!, origin[match.index + match[0].length]!]);
  return places.filter(([start, end]) => !marks.some((mark) => mark.start < end && start < mark.end));
}

/** A place where a word of a hidden name is still readable. */
export interface Leak {
  readonly start: number;
  readonly end: number;
}

/** Words of hidden persons that stand in the open. Words of three letters and more; a place the reader kept is no leak. */
export function leaks(text: string, marks: readonly Mark[]): Leak[] {
  const names = new Set<string>();
  for (const mark of marks) {
    if (mark.kind !== 'person' || !hidden(mark)) continue;
    for (const [word] of text.slice(mark.start, mark.end).matchAll(/\p{L}{3,}/gu)) names.add(fold(word));
  }
  const found: Leak[] = [];
  let next = 0;
  for (const match of text.matchAll(/\p{L}{3,}/gu)) {
    const [start, end] = [match.index, match.index + match[0].length];
    while (next < marks.length && marks[next]!.end <= start) next += 1;
    const covered = next < marks.length && marks[next]!.start < end;
    // A name begins with a capital: « petit » is a word even when Mme PETIT is a party.
    if (!covered && /^\p{Lu}/u.test(match[0]) && names.has(fold(match[0]))) found.push({ start, end });
  }
  return found;
}

/** A review saved to a file: the document, what was found and what was decided. Holds personal data. */
export interface SavedReview {
  readonly huisclos_review: 1;
  readonly name: string;
  readonly mime: string;
  /** Base64. */
  readonly document: string;
  readonly bloc: number;
  readonly known: string;
  readonly found: readonly Mark[];
  readonly decisions: readonly Decision[];
}

/** Reads a saved review; undefined when the text is none. */
export function readReview(json: string): SavedReview | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const saved = value as SavedReview;
    const whole = typeof value === 'object' && value !== null && saved.huisclos_review === 1 && typeof saved.document === 'string';
    return whole && Array.isArray(saved.found) && Array.isArray(saved.decisions) ? saved : undefined;
  } catch {
    return undefined;
  }
}
