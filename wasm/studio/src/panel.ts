// The panel beside the decision: the chosen passage and what can be done with it; doubts, persons, data, leaks.
import type { CaseFacts, Doubt, Finding, Kind, Mime, PseudonymizedOutcome, Role } from 'huisclos';
import { $, button, make, pressed, select } from './dom';
import { describe, tint, type Page } from './page';
import { accept, change, doubtKey, doubtful, hidden, inOriginal, link, markAt, mentions, reject, speakers, unlink, type Mark, type Step } from './review';
import type { Words } from './words';

/** What is open. Everything on the page follows from it. */
export interface Desk {
  readonly name: string;
  readonly mime: Mime;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
  /** How many files inside were not read. */
  readonly unread: number;
  readonly page: Page;
  /** What is known of the case. */
  facts: CaseFacts;
  /** The SHA-256 of the text, once the core has told it. */
  seal: Promise<string> | undefined;
  steps: Step[];
  undone: Step[];
  /** Doubts put aside. */
  readonly seen: Set<string>;
  outcome: PseudonymizedOutcome;
  marks: readonly Mark[];
  doubts: readonly Doubt[];
  /** What the leak check says of the result; undefined while it is under way. */
  findings: readonly Finding[] | undefined;
  /** Where the chosen mark starts. */
  chosen: number | undefined;
  /** What the reader selected. */
  selected: [number, number] | undefined;
  /** The key of the doubt that is looked at. */
  doubt: string | undefined;
  /** Counts runs: what an older one brings is no longer wanted. */
  run: number;
}

export const TABS = ['doubts', 'persons', 'others', 'check'] as const;
export type Tab = (typeof TABS)[number];

/** What the panel may do. */
export interface Acts {
  decide(step: Step): void;
  /** Hides the selection, everywhere when `all`. */
  add(all: boolean): void;
  /** Chooses the mark at a place of the original, or selects the place. */
  go(start: number, end: number): void;
  look(doubt: Doubt): void;
  ignore(doubt: Doubt): void;
  open(tab: Tab): void;
  every(is: boolean): void;
}

export interface View {
  readonly desk: Desk;
  readonly words: Words;
  readonly tab: Tab;
  /** True when a decision is on every mention. */
  readonly every: boolean;
  readonly acts: Acts;
}

export const current = ({ marks, chosen, selected }: Desk): Mark | undefined => (chosen === undefined || selected ? undefined : markAt(marks, chosen));
export const openDoubts = ({ doubts, seen }: Desk): Doubt[] => doubts.filter((doubt) => !seen.has(doubtKey(doubt)));
export const currentDoubt = (desk: Desk): Doubt | undefined => openDoubts(desk).find((doubt) => doubtKey(doubt) === desk.doubt);
/** The mark, or all mentions of its person or datum. */
export const target = ({ marks }: Desk, mark: Mark, all: boolean): Mark[] => (all ? mentions(marks, mark) : [mark]);

const quoted = (text: string, start: number, end: number): string => text.slice(start, end).replace(/\s+/g, ' ');

/** The person that a fact of the caller names, as the caller wrote it. */
function named({ facts }: Desk, fact: string | undefined): string {
  const at = fact?.match(/^persons\[(\d+)\]$/)?.[1];
  return (at && facts.persons?.[Number(at)]?.name) ?? fact ?? '';
}

export function drawCard(view: View): void {
  const { desk, words, acts } = view;
  const mark = current(desk);
  const parts: Node[] = [make('h2', { textContent: words.selected })];
  if (desk.selected) {
    parts.push(
      make('p', { class: 'words', textContent: quoted(desk.text, ...desk.selected) }),
      make('div', { class: 'go' }, button(words.add, () => acts.add(false), 'primary'), button(words.addAll, () => acts.add(true))),
    );
  } else if (mark) {
    parts.push(...markParts(view, mark));
  } else {
    parts.push(make('p', { class: 'hint', textContent: words.nothingSelected }));
  }
  const doubt = currentDoubt(desk);
  if (doubt) {
    const { suggestion } = doubt;
    // What the buttons above do already needs no button of its own.
    const isAbove = (suggestion?.do === 'accept' && mark) || (suggestion?.do === 'add' && desk.selected);
    const own = suggestion && !isAbove ? [button(words.proposals[suggestion.do], () => acts.decide([suggestion]), 'primary')] : [];
    parts.push(make('div', { class: 'why' }, make('p', { textContent: words.doubtOf(words.doubtCodes[doubt.code]) }), make('div', { class: 'go' }, ...own, button(words.ignore, () => acts.ignore(doubt)))));
  }
  $('card').replaceChildren(...parts);
}

function markParts({ desk, words, every, acts }: View, mark: Mark): Node[] {
  const { marks, text } = desk;
  const hides = hidden(mark);
  const all = make('input', { type: 'checkbox', checked: every });
  all.addEventListener('change', () => acts.every(all.checked));
  const on = () => target(desk, mark, all.checked);
  const entries = Object.entries as <T>(of: Record<string, T>) => [string, T][];
  const fields = make('div', { class: 'pair' }, select(words.kind, 'kind', entries(words.kinds), mark.kind, (kind) => acts.decide(change(on(), kind as Kind, kind === 'person' ? mark.role : 'unknown'))));
  if (mark.kind === 'person') fields.append(select(words.role, 'role', entries(words.roles), mark.role, (role) => acts.decide(change(on(), 'person', role as Role))));
  const told: [string, string][] = [];
  if (mark.reason) told.push([words.reason, words.reasons[mark.reason] ?? mark.reason]);
  told.push([words.basis, mark.decided ? words.byReader : mark.basis]);
  told.push([words.rules, `${mark.rules.join(', ')} (${words.confidences[mark.confidence]})`]);
  const parts: Node[] = [
    make('p', { class: 'words' }, make('i', { class: `dot ${tint(mark)}` }), quoted(text, mark.start, mark.end)),
    make('p', { class: 'becomes', textContent: hides ? `${words.becomes} ${mark.replacement}` : describe(mark, words) }),
    make('div', { class: 'go' }, pressed(button(words.hide, () => acts.decide(accept(on()))), hides && !doubtful(mark)), pressed(button(words.keep, () => acts.decide(reject(on()))), !hides)),
    make('label', { class: 'check' }, all, make('span', { textContent: `${words.all} (${mentions(marks, mark).length})` })),
    fields,
  ];
  const others = speakers(marks.filter((m) => m.kind === 'person' && m.entity !== mark.entity)).map(([longest]) => longest);
  if (mark.kind === 'person' && others.length > 0) {
    const to = (key: string) => others.find((other) => other.key === key);
    parts.push(select(words.link, 'link', [['', words.none], ...others.map((m): [string, string] => [m.key, quoted(text, m.start, m.end)])], '', (key) => { const other = to(key); if (other) acts.decide(link(mark, other)); }));
  }
  if (mark.kind === 'person' && mentions(marks, mark).length > 1) {
    const apart = button(words.unlink, () => acts.decide(unlink(mark)));
    apart.id = 'unlink';
    parts.push(apart);
  }
  parts.push(make('dl', {}, ...told.flatMap(([name, value]) => [make('dt', { textContent: name }), make('dd', { textContent: value })])));
  return parts;
}

interface Item {
  readonly who: string;
  readonly tint?: string;
  readonly tag: string;
  readonly more: string;
  /** What the item stands for: the key of a doubt, the id of an entity. */
  readonly of: string;
  readonly act: () => void;
}

function item({ who, tint: colour, tag, more, of, act }: Item): HTMLLIElement {
  const dot = colour ? [make('i', { class: `dot ${colour}` })] : [];
  const row = make('button', { type: 'button' }, make('span', { class: 'who' }, ...dot, who), make('span', { class: 'tag', textContent: tag }), make('span', { class: 'more', textContent: more }));
  row.dataset.of = of;
  row.addEventListener('click', act);
  return make('li', {}, row);
}

function doubtItem({ desk, words, acts }: View, doubt: Doubt): HTMLLIElement {
  const place = doubt.places[0];
  const mark = place && markAt(desk.marks, ...place);
  return item({
    who: place ? quoted(desk.text, ...place) : named(desk, doubt.fact),
    tint: mark && tint(mark),
    tag: mark ? words.kinds[mark.kind] : '',
    more: doubt.code === 'unsure' && mark?.reason ? (words.reasons[mark.reason] ?? mark.reason) : words.doubtCodes[doubt.code],
    of: doubtKey(doubt),
    act: () => acts.look(doubt),
  });
}

function entityItem({ desk, words, acts }: View, longest: Mark, count: number): HTMLLIElement {
  const what = longest.kind === 'person' ? words.roles[longest.role] : words.kinds[longest.kind];
  return item({
    who: quoted(desk.text, longest.start, longest.end),
    tint: tint(longest),
    tag: hidden(longest) ? longest.replacement : words.actions.keep,
    more: `${what} · ${words.mentionsCount(count)}`,
    of: longest.entity,
    act: () => acts.go(longest.start, longest.end),
  });
}

function findingItem({ desk, words, acts }: View, { start, end, kind, reason }: Finding): HTMLLIElement {
  const { text } = desk.outcome;
  return item({
    who: quoted(text, start, end),
    tag: words.kinds[kind],
    more: `${words.leakReasons[reason]} · … ${quoted(text, Math.max(0, start - 40), Math.min(text.length, end + 40))} …`,
    of: '',
    act: () => acts.go(...inOriginal(desk.marks, start, end)),
  });
}

/** More than this are counted, not listed. */
const LISTED = 500;

export function drawList(view: View): void {
  const { desk, words, tab, acts } = view;
  const { marks, findings } = desk;
  const doubts = openDoubts(desk);
  const persons = speakers(marks.filter((mark) => mark.kind === 'person'));
  const others = speakers(marks.filter((mark) => mark.kind !== 'person'));
  const counts = { doubts: doubts.length, persons: persons.length, others: others.length, check: findings?.length ?? '…' };
  $('tabs').replaceChildren(
    ...TABS.map((name) => {
      const tabButton = button(words[name], () => acts.open(name));
      tabButton.append(' ', make('span', { class: 'count', textContent: String(counts[name]) }));
      tabButton.setAttribute('role', 'tab');
      tabButton.setAttribute('aria-selected', String(tab === name));
      tabButton.setAttribute('aria-controls', 'list');
      tabButton.tabIndex = tab === name ? 0 : -1;
      return tabButton;
    }),
  );
  const list = (items: HTMLElement[], none: string): HTMLElement[] => {
    if (items.length === 0) return [make('p', { class: 'hint', textContent: none })];
    const rest = items.length - LISTED;
    return [make('ul', {}, ...items.slice(0, LISTED)), ...(rest > 0 ? [make('p', { class: 'hint', textContent: words.more(rest) })] : [])];
  };
  const contents: Record<Tab, () => HTMLElement[]> = {
    doubts: () => list(doubts.map((doubt) => doubtItem(view, doubt)), words.noDoubts),
    persons: () => list(persons.map(([mark, count]) => entityItem(view, mark, count)), words.noPersons),
    others: () => list(others.map(([mark, count]) => entityItem(view, mark, count)), words.noOthers),
    check: () => [
      make('p', { textContent: !findings ? words.checking : findings.length === 0 ? words.noLeaks : words.leaksFound }),
      ...(findings && findings.length > 0 ? list(findings.map((finding) => findingItem(view, finding)), '') : []),
      make('p', { class: 'hint', textContent: words.leakLimit }),
    ],
  };
  $('list').replaceChildren(...contents[tab]());
  pointList(view);
}

/** Shows in the list what is chosen in the text. */
export function pointList({ desk, tab }: View): void {
  const of = tab === 'doubts' ? desk.doubt : current(desk)?.entity;
  for (const row of $('list').querySelectorAll<HTMLElement>('[data-of]')) row.setAttribute('aria-current', String(of !== undefined && row.dataset.of === of));
}
