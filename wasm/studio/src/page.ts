// The decision on the page: one row per line of the text, original and result side by side in one scroll, so that both
// stay aligned. Rows out of sight are not laid out (`content-visibility`); a row is written again only when it changed.
import type { Kind, Role } from 'huisclos';
import { doubtful, hidden, type Mark } from './review';
import type { Words } from './words';

const COURT: readonly Role[] = ['judge', 'clerk', 'prosecutor', 'lawyer', 'public_body'];
const PLACES: readonly Kind[] = ['address', 'locality', 'establishment', 'land_parcel'];
const COMPANIES: readonly Kind[] = ['organisation', 'company_id'];

/** The colour of a mark: a class of the style sheet. */
export function tint({ kind, role }: { kind: Kind; role: Role }): string {
  if (kind === 'person') return role === 'party' || role === 'minor' || role === 'victim' ? 'party' : COURT.includes(role) ? 'company' : 'third';
  if (PLACES.includes(kind)) return 'place';
  return COMPANIES.includes(kind) ? 'company' : 'number';
}

export function describe(mark: Mark, words: Words): string {
  const role = mark.kind === 'person' ? `, ${words.roles[mark.role]}` : '';
  return `${words.kinds[mark.kind]}${role}, ${words.actions[mark.action]}`;
}

interface Row {
  readonly start: number;
  readonly end: number;
  readonly element: HTMLElement;
  drawn: string;
}

export interface Page {
  /** Writes the rows that changed. */
  draw(marks: readonly Mark[], words: Words): void;
  /** Shows one mark as chosen. */
  choose(key: string | undefined, scroll: boolean): void;
  /** Selects a place of the original and brings it into view. */
  select(start: number, end: number): void;
  /** Where the reader's selection lies in the original, in UTF-16 units. */
  selection(): [number, number] | undefined;
}

function span(text: string, classes: string, mark?: Mark, label?: string): Node {
  if (!mark) return document.createTextNode(text);
  const element = document.createElement('span');
  element.className = classes;
  element.dataset.key = mark.key;
  element.textContent = text;
  if (label) element.title = label;
  return element;
}

export function createPage(container: HTMLElement, text: string): Page {
  const rows: Row[] = [];
  const fragment = document.createDocumentFragment();
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const element = document.createElement('div');
    element.className = 'line';
    const original = document.createElement('div');
    original.dataset.at = String(start);
    original.textContent = text.slice(start, end);
    element.append(original, document.createElement('div'));
    rows.push({ start, end, element, drawn: '?' });
    fragment.append(element);
    start = end + 1;
  }
  container.replaceChildren(fragment);
  container.scrollTop = 0;

  function draw(marks: readonly Mark[], words: Words): void {
    let first = 0;
    for (const row of rows) {
      while (first < marks.length && marks[first]!.end <= row.start) first += 1;
      const here: Mark[] = [];
      for (let at = first; at < marks.length && marks[at]!.start <= row.end; at += 1) here.push(marks[at]!);
      const drawn = here.map((m) => [m.key, m.kind, m.role, m.action, m.replacement, m.lead?.text, words.code].join()).join('|');
      if (drawn === row.drawn) continue;
      row.drawn = drawn;
      const original: Node[] = [];
      const result: Node[] = [];
      let from = row.start;
      for (const mark of here) {
        const [start, end] = [Math.max(mark.start, row.start), Math.min(mark.end, row.end)];
        if (start >= end) continue;
        const between = text.slice(from, start);
        const { lead } = mark;
        const led = hidden(mark) && lead && lead.start >= from ? text.slice(from, lead.start) + lead.text : between;
        const classes = `m ${tint(mark)}${hidden(mark) ? '' : ' kept'}${doubtful(mark) ? ' doubt' : ''}`;
        const label = describe(mark, words);
        original.push(span(between, ''), span(text.slice(start, end), classes, mark, label));
        // A mark over several lines is replaced in the first.
        const replacement = !hidden(mark) ? text.slice(start, end) : mark.start >= row.start ? mark.replacement : '';
        result.push(span(led, ''), span(replacement, `${classes} new`, mark, label));
        from = end;
      }
      original.push(span(text.slice(from, row.end), ''));
      result.push(span(text.slice(from, row.end), ''));
      row.element.children[0]!.replaceChildren(...original);
      row.element.children[1]!.replaceChildren(...result);
    }
  }

  function choose(key: string | undefined, scroll: boolean): void {
    for (const old of container.querySelectorAll('.current')) old.classList.remove('current');
    if (key === undefined) return;
    const found = container.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    for (const element of found) element.classList.add('current');
    const shown = [...found].find((element) => element.offsetParent !== null) ?? found[0];
    if (scroll) shown?.scrollIntoView({ block: 'nearest' });
  }

  function place(node: Node, offset: number): number | undefined {
    const cell = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]');
    if (!cell || !container.contains(cell)) return undefined;
    const range = document.createRange();
    range.setStart(cell, 0);
    range.setEnd(node, offset);
    return Number(cell.dataset.at) + range.toString().length;
  }

  function selection(): [number, number] | undefined {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return undefined;
    const range = chosen.getRangeAt(0);
    const [start, end] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
    if (start === undefined || end === undefined || start >= end) return undefined;
    const words = text.slice(start, end);
    const trimmed = words.trim();
    if (trimmed === '') return undefined;
    const from = start + words.indexOf(trimmed);
    return [from, from + trimmed.length];
  }

  function select(start: number, end: number): void {
    const row = rows.find((one) => start <= one.end);
    if (!row) return;
    const cell = row.element.children[0]!;
    let at = row.start;
    const point = (wanted: number): [Node, number] => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      at = row.start;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { length } = node as Text;
        if (wanted <= at + length) return [node, wanted - at];
        at += length;
      }
      return [cell, cell.childNodes.length];
    };
    const last = Math.min(end, row.end);
    getSelection()?.setBaseAndExtent(...point(start), ...point(last));
    row.element.scrollIntoView({ block: 'center' });
  }

  return { draw, choose, select, selection };
}
