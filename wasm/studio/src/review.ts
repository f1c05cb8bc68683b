// The review as the page shows it. What is found, what a decision does, what is doubtful and what leaks, the core says:
// here are the spans as marks, the decisions as steps that can be undone, and the file that keeps them.
import type { Decision, Doubt, Finding, Kind, PseudonymizedOutcome, Review, Role, Span, Style } from 'huisclos';

/** One span of the original, in UTF-16 units, half-open. Its key is its place. */
export interface Mark extends Span {
  readonly key: string;
  /** True when a reader has decided. */
  readonly decided: boolean;
}

/** What a reader does at once, and takes back at once. */
export type Step = readonly Decision[];

const READER = 'review/reader';

export const key = (start: number, end: number): string => `${start}-${end}`;

/** The marks of an outcome (offsets in UTF-16). */
export function marksOf(outcome: PseudonymizedOutcome): Mark[] {
  return outcome.spans.map((span) => ({ ...span, key: key(span.start, span.end), decided: span.rules[0] === READER }));
}

export const hidden = (mark: Mark): boolean => mark.action !== 'keep';
export const doubtful = (mark: Mark): boolean => mark.action === 'review';

/** Every mention of the mark's person or datum. */
export const mentions = (marks: readonly Mark[], mark: Mark): Mark[] => marks.filter((m) => m.entity === mark.entity);

/** The first mark at a place of the original; marks are sorted and disjoint. */
export function markAt(marks: readonly Mark[], start: number, end = start + 1): Mark | undefined {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const mark = marks[low];
  return mark && mark.start < end ? mark : undefined;
}

export const accept = (marks: readonly Mark[]): Step => marks.map(({ start, end }) => ({ do: 'accept', start, end }));
export const reject = (marks: readonly Mark[]): Step => marks.map(({ start, end }) => ({ do: 'reject', start, end }));
export const change = (marks: readonly Mark[], kind: Kind, role: Role): Step => marks.map(({ start, end }) => ({ do: 'change', start, end, kind, role }));
/** The person of `mark` is the person of `to`. */
export const link = (mark: Mark, to: Mark): Step => [{ do: 'link', start: to.start, end: to.end, with_start: mark.start, with_end: mark.end }];
export const unlink = ({ start, end }: Mark): Step => [{ do: 'unlink', start, end }];
export const add = ([start, end]: readonly [number, number], all: boolean): Step => [{ do: 'add', start, end, kind: 'person', role: 'third_party', all }];

/** Tells two doubts of one text apart. */
export const doubtKey = ({ code, places, fact }: Doubt): string => [code, places.join(' '), fact ?? ''].join('/');

/** For each person or datum its longest mention, which speaks for it, and the number of its mentions. */
export function speakers(marks: readonly Mark[]): [Mark, number][] {
  const groups = new Map<string, [Mark, number]>();
  for (const mark of marks) {
    const [longest, count] = groups.get(mark.entity) ?? [mark, 0];
    groups.set(mark.entity, [mark.end - mark.start > longest.end - longest.start ? mark : longest, count + 1]);
  }
  return [...groups.values()];
}

/** Where a place of the result stands in the original; what lies in a replacement is at the span it stands for. */
export function inOriginal(marks: readonly Mark[], start: number, end: number): [number, number] {
  const map = (at: number, isEnd: boolean): number => {
    let shift = 0;
    for (const mark of marks) {
      if (!hidden(mark)) continue;
      const from = mark.lead?.start ?? mark.start;
      const put = (mark.lead?.text.length ?? 0) + mark.replacement.length;
      if (at < from + shift || (isEnd && at === from + shift)) break;
      if (at < from + shift + put || (isEnd && at === from + shift + put)) return isEnd ? mark.end : mark.start;
      shift += put - (mark.end - from);
    }
    return at - shift;
  };
  return [map(start, false), map(end, true)];
}

/** The findings on the result that no reader wanted: what was left readable on purpose is no leak. */
export function leaks(marks: readonly Mark[], findings: readonly Finding[]): Finding[] {
  return findings.filter(({ start, end }) => {
    const mark = markAt(marks, ...inOriginal(marks, start, end));
    return !(mark?.decided && !hidden(mark));
  });
}

/** What the engine is made with. `policy` is a built-in name or the text of one's own. */
export interface Profile {
  readonly policy: string;
  readonly bloc?: number;
  readonly style?: Style;
}

/** A review saved to a file: the document and what was decided. Holds personal data. */
export interface SavedReview {
  readonly huisclos_review: 2;
  readonly name: string;
  readonly mime: string;
  /** Base64. */
  readonly document: string;
  readonly profile: Profile;
  readonly known: string;
  /** As the command line's `--review` reads it. */
  readonly review: Review;
  /** How many decisions each step holds. */
  readonly steps: readonly number[];
  /** Doubts put aside. */
  readonly seen: readonly string[];
}

/** Reads a saved review; undefined when the text is none. Whether its decisions fit the document, the core says. */
export function readReview(json: string): SavedReview | undefined {
  try {
    const saved = JSON.parse(json) as SavedReview | null;
    const whole = saved?.huisclos_review === 2 && [saved.name, saved.mime, saved.document, saved.known, saved.profile?.policy, saved.review?.original].every((field) => typeof field === 'string');
    return whole && [saved.review.decisions, saved.steps, saved.seen].every(Array.isArray) ? saved : undefined;
  } catch {
    return undefined;
  }
}

/** Decisions in one row as the steps they were made in. */
export function stepsOf({ review, steps }: SavedReview): Step[] {
  let at = 0;
  const cut = steps.map((count) => review.decisions.slice(at, (at += count)));
  return at < review.decisions.length ? [...cut, review.decisions.slice(at)] : cut;
}
