import type { Kind, Mime, Role, Warning } from 'huisclos';
import { createClient, type Client } from 'huisclos/client';
import { createPage, describe, tint, type Page } from './page';
import { doubtful, hidden, key, leaks, marksOf, mentions, occurrences, readReview, reviewed, type Decision, type Mark } from './review';
import { sample } from './sample';
import { audit, download, fromBase64, resultOf, toBase64 } from './save';
import { L111_13, languages, type Language, type Words } from './words';

const $ = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;
const make = <K extends keyof HTMLElementTagNameMap>(tag: K, given: Partial<HTMLElementTagNameMap[K]> & { class?: string } = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] => {
  const { class: classes, ...rest } = given;
  const element = Object.assign(document.createElement(tag), rest);
  if (classes) element.className = classes;
  element.append(...children);
  return element;
};

const TYPES: Record<string, Mime> = {
  txt: 'text/plain', html: 'text/html', htm: 'text/html', json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', odt: 'application/vnd.oasis.opendocument.text',
};
const TABS = ['doubts', 'persons', 'others', 'check'] as const;

/** What is open. Everything on the page follows from it. */
interface Desk {
  name: string;
  mime: Mime;
  bytes: Uint8Array<ArrayBuffer>;
  text: string;
  found: readonly Mark[];
  warnings: readonly Warning[];
  unread: number;
  decisions: Decision[];
  undone: Decision[];
  marks: readonly Mark[];
  labels: ReadonlyMap<string, string>;
  chosen: string | undefined;
  page: Page;
}

let language: Language = navigator.language.startsWith('fr') ? 'fr' : 'en';
let words: Words = languages[language];
let bloc = 3;
let client: Promise<Client> | undefined;
let desk: Desk | undefined;
let tab: (typeof TABS)[number] = 'doubts';
let every = false;
let shown = matchMedia('(max-width: 40rem)').matches ? 'original' : 'both';
let selected: [number, number] | undefined;

const engine = (): Promise<Client> => (client ??= createClient({ bloc }));

async function withStatus<T>(message: string, work: () => Promise<T>): Promise<T | undefined> {
  $('status').textContent = message;
  try {
    return await work();
  } catch (error) {
    const dialog = $<HTMLDialogElement>('failure');
    dialog.querySelector('p')!.textContent = error instanceof Error ? error.message : String(error);
    dialog.showModal();
    return undefined;
  } finally {
    $('status').textContent = '';
  }
}

// Opening

function facts() {
  const known = $<HTMLTextAreaElement>('known').value.split('\n').map((line) => line.trim()).filter(Boolean);
  return { persons: known.map((name) => ({ name, role: 'party' as const })) };
}

async function openDocument(name: string, mime: Mime, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await withStatus(words.working, async () => {
    const { text, unread } = await (await engine()).readDocument(bytes, mime);
    const outcome = await (await engine()).detect(text, { facts: facts() });
    show({ name, mime, bytes, text, found: marksOf(outcome), warnings: outcome.warnings, unread: unread.length }, []);
    await refresh();
  });
}

async function openFile(file: File): Promise<void> {
  const ending = file.name.split('.').pop()?.toLowerCase() ?? '';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const saved = ending === 'json' ? readReview(new TextDecoder().decode(bytes)) : undefined;
  if (!saved) return openDocument(file.name, TYPES[ending] ?? 'text/plain', bytes);
  await withStatus(words.working, async () => {
    setBloc(saved.bloc);
    $<HTMLTextAreaElement>('known').value = saved.known;
    const document_ = fromBase64(saved.document);
    const { text, unread } = await (await engine()).readDocument(document_, saved.mime as Mime);
    show({ name: saved.name, mime: saved.mime as Mime, bytes: document_, text, found: saved.found, warnings: [], unread: unread.length }, [...saved.decisions]);
    await refresh();
  });
}

function show(opened: Pick<Desk, 'name' | 'mime' | 'bytes' | 'text' | 'found' | 'warnings' | 'unread'>, decisions: Decision[]): void {
  desk = { ...opened, decisions, undone: [], marks: [], labels: new Map(), chosen: undefined, page: createPage($('text'), opened.text) };
  tab = 'doubts';
  $('welcome').hidden = true;
  for (const id of ['desk', 'options', 'save', 'help', 'another', 'undo', 'redo']) $(id).hidden = false;
  $('name').textContent = opened.name;
  $('text').focus();
}

function leave(): void {
  desk = undefined;
  $('text').replaceChildren();
  $<HTMLTextAreaElement>('pasted').value = '';
  $('welcome').hidden = false;
  for (const id of ['desk', 'options', 'save', 'help', 'another', 'undo', 'redo']) $(id).hidden = true;
  $('name').textContent = '';
  $('choose').focus();
}

// The review

async function refresh(): Promise<void> {
  if (!desk) return;
  const at = desk;
  at.marks = reviewed(at.found, at.decisions);
  const going = at.marks.filter(hidden);
  const labels = await (await engine()).labels(at.text, going.map(({ start, end, kind }) => ({ start, end, kind })));
  if (desk !== at) return;
  at.labels = new Map(going.map((mark, index) => [mark.key, labels[index] ?? '[...]']));
  if (!at.marks.some((mark) => mark.key === at.chosen)) at.chosen = undefined;
  draw();
}

function draw(): void {
  if (!desk) return;
  desk.page.draw(desk.marks, desk.labels, words);
  desk.page.choose(desk.chosen, false);
  const open = desk.marks.filter(doubtful).length;
  $('counts').textContent = words.counts(desk.marks.filter(hidden).length, desk.marks.filter((m) => !hidden(m)).length, open);
  $<HTMLButtonElement>('undo').disabled = desk.decisions.length === 0;
  $<HTMLButtonElement>('redo').disabled = desk.undone.length === 0;
  const notes = desk.warnings.map((warning) => words.warnings[warning.code] ?? warning.message);
  if (desk.unread > 0) notes.push(words.unread(desk.unread));
  $('notes').replaceChildren(...notes.map((note) => make('p', { textContent: note })));
  drawCard();
  drawList();
}

function decide(decision: Decision): void {
  if (!desk) return;
  desk.decisions.push(decision);
  desk.undone = [];
  void refresh();
}

function undo(from: 'decisions' | 'undone', to: 'decisions' | 'undone'): void {
  const decision = desk?.[from].pop();
  if (!desk || !decision) return;
  desk[to].push(decision);
  void refresh();
}

const current = (): Mark | undefined => desk?.marks.find((mark) => mark.key === desk?.chosen);
const target = (mark: Mark, all: boolean): string[] => (all && desk ? mentions(desk.marks, mark) : [mark.key]);

function setAction(action: 'hide' | 'keep', all: boolean): void {
  const mark = current();
  if (mark) decide({ do: action, keys: target(mark, all) });
}

async function change(kind: Kind, role: Role): Promise<void> {
  const mark = current();
  if (!mark) return;
  const keys = target(mark, every);
  decide({ do: 'change', keys, kind, role, ...(await (await engine()).decide(kind, role)) });
}

function choose(chosen: string | undefined, scroll = true): void {
  if (!desk) return;
  desk.chosen = chosen;
  desk.page.choose(chosen, scroll);
  drawCard();
  for (const button of $('list').querySelectorAll<HTMLElement>('[data-go]')) button.setAttribute('aria-current', String(button.dataset.go === chosen));
  const mark = current();
  if (mark) $('status').textContent = '';
}

function step(direction: 1 | -1, wanted: (mark: Mark) => boolean = () => true): void {
  if (!desk || desk.marks.length === 0) return;
  const { marks } = desk;
  const from = marks.findIndex((mark) => mark.key === desk?.chosen);
  for (let n = 1; n <= marks.length; n += 1) {
    const mark = marks[(((from < 0 && direction < 0 ? 0 : from) + direction * n) % marks.length + marks.length) % marks.length]!;
    if (wanted(mark)) return choose(mark.key);
  }
}

function add(everywhere: boolean): void {
  const place = desk?.page.selection() ?? selected;
  if (!desk || !place) return;
  const words_ = desk.text.slice(...place);
  const rest = everywhere ? occurrences(desk.text, words_, [...desk.marks, { start: place[0], end: place[1] } as Mark]) : [];
  selected = undefined;
  getSelection()?.removeAllRanges();
  desk.chosen = key(...place);
  decide({ do: 'add', spans: [place, ...rest], kind: 'person', role: 'third_party' });
}

// The panel

const quoted = (mark: Mark): string => desk?.text.slice(mark.start, mark.end).replace(/\s+/g, ' ') ?? '';

function select(label: string, id: string, options: [string, string][], value: string, onChange: (value: string) => void): HTMLLabelElement {
  const field = make('select', { id }, ...options.map(([option, text]) => make('option', { value: option, textContent: text, selected: option === value })));
  field.addEventListener('change', () => { onChange(field.value); $('text').focus(); });
  return make('label', {}, make('span', { textContent: label }), field);
}

function button(text: string, action: () => void, classes = ''): HTMLButtonElement {
  const element = make('button', { type: 'button', textContent: text, class: classes });
  element.addEventListener('click', action);
  return element;
}

function pressed(element: HTMLButtonElement, is: boolean): HTMLButtonElement {
  element.ariaPressed = String(is);
  return element;
}

function drawCard(): void {
  const card = $('card');
  const mark = current();
  if (!desk) return;
  const title = make('h2', { textContent: words.selected });
  if (selected) {
    const chosen = desk.text.slice(...selected);
    card.replaceChildren(title, make('p', { class: 'words', textContent: chosen }), make('div', { class: 'go' }, button(words.add, () => add(false), 'primary'), button(words.addAll, () => add(true))));
    return;
  }
  if (!mark) {
    card.replaceChildren(title, make('p', { class: 'hint', textContent: words.nothingSelected }));
    return;
  }
  const hides = hidden(mark);
  const all = make('input', { type: 'checkbox', checked: every });
  all.addEventListener('change', () => { every = all.checked; });
  const count = mentions(desk.marks, mark).length;
  const entries = Object.entries as <T>(of: Record<string, T>) => [string, T][];
  const fields = make('div', { class: 'pair' }, select(words.kind, 'kind', entries(words.kinds), mark.kind, (kind) => void change(kind as Kind, kind === 'person' ? mark.role : 'unknown')));
  const others = speakers(desk.marks.filter((m) => m.kind === 'person' && m.entity !== mark.entity)).map(([longest]) => longest);
  if (mark.kind === 'person') fields.append(select(words.role, 'role', entries(words.roles), mark.role, (role) => void change('person', role as Role)));
  const facts_: [string, string][] = [];
  if (mark.reason) facts_.push([words.reason, words.reasons[mark.reason] ?? mark.reason]);
  if (mark.basis) facts_.push([words.basis, mark.basis]);
  facts_.push([words.rules, mark.rules[0] === 'reader' ? words.byReader : `${mark.rules.join(', ')} (${words.confidences[mark.confidence]})`]);
  card.replaceChildren(
    title,
    make('p', { class: 'words' }, make('i', { class: `dot ${tint(mark)}` }), quoted(mark)),
    make('p', { class: 'becomes', textContent: hides ? `${words.becomes} ${desk.labels.get(mark.key) ?? ''}` : describe(mark, words) }),
    make('div', { class: 'go' }, pressed(button(words.hide, () => setAction('hide', every)), hides && !doubtful(mark)), pressed(button(words.keep, () => setAction('keep', every)), !hides)),
    make('label', { class: 'check' }, all, make('span', { textContent: `${words.all} (${count})` })),
    fields,
  );
  if (mark.kind === 'person' && others.length > 0) {
    card.append(select(words.link, 'link', [['', words.none], ...others.map((m): [string, string] => [m.key, quoted(m)])], '', (to) => to && decide({ do: 'link', keys: mentions(desk!.marks, mark), to })));
  }
  card.append(make('dl', {}, ...facts_.flatMap(([name, value]) => [make('dt', { textContent: name }), make('dd', { textContent: value })])));
}

function item(mark: Mark, tag: string, more: string): HTMLLIElement {
  const row = make('button', { type: 'button' }, make('span', { class: 'who' }, make('i', { class: `dot ${tint(mark)}` }), quoted(mark)), make('span', { class: 'tag', textContent: tag }), make('span', { class: 'more', textContent: more }));
  row.dataset.go = mark.key;
  row.setAttribute('aria-current', String(mark.key === desk?.chosen));
  row.addEventListener('click', () => { selected = undefined; choose(mark.key); });
  return make('li', {}, row);
}

/** For each person or datum its longest mention, which speaks for it, and the number of its mentions. */
function speakers(marks: readonly Mark[]): [Mark, number][] {
  const groups = new Map<string, [Mark, number]>();
  for (const mark of marks) {
    const [longest, count] = groups.get(mark.entity) ?? [mark, 0];
    groups.set(mark.entity, [mark.end - mark.start > longest.end - longest.start ? mark : longest, count + 1]);
  }
  return [...groups.values()];
}

function entities(marks: readonly Mark[]): HTMLLIElement[] {
  return speakers(marks).map(([longest, count]) => {
    const what = longest.kind === 'person' ? words.roles[longest.role] : words.kinds[longest.kind];
    const tag = hidden(longest) ? (desk?.labels.get(longest.key) ?? '') : words.actions.keep;
    return item(longest, tag, `${what} · ${words.mentionsCount(count)}`);
  });
}

function drawList(): void {
  if (!desk) return;
  const { marks, text } = desk;
  const doubts = marks.filter(doubtful);
  const found = leaks(text, marks);
  const persons = marks.filter((mark) => mark.kind === 'person');
  const others = marks.filter((mark) => mark.kind !== 'person');
  const counts = { doubts: doubts.length, persons: new Set(persons.map((m) => m.entity)).size, others: new Set(others.map((m) => m.entity)).size, check: found.length };
  $('tabs').replaceChildren(
    ...TABS.map((name) => {
      const tabButton = button(`${words[name]} (${counts[name]})`, () => { tab = name; drawList(); $('tabs').querySelector<HTMLElement>('[aria-selected="true"]')?.focus(); });
      tabButton.setAttribute('role', 'tab');
      tabButton.setAttribute('aria-selected', String(tab === name));
      tabButton.setAttribute('aria-controls', 'list');
      tabButton.tabIndex = tab === name ? 0 : -1;
      return tabButton;
    }),
  );
  const list = (items: HTMLElement[], none: string) => (items.length > 0 ? [make('ul', {}, ...items)] : [make('p', { class: 'hint', textContent: none })]);
  const contents = {
    doubts: () => list(doubts.map((mark) => item(mark, words.kinds[mark.kind], (mark.reason && (words.reasons[mark.reason] ?? mark.reason)) ?? words.confidences[mark.confidence])), words.noDoubts),
    persons: () => list(entities(persons), words.noPersons),
    others: () => list(entities(others), words.noOthers),
    check: () => [
      make('p', { textContent: found.length === 0 ? words.noLeaks : words.leaksFound }),
      make('ul', {}, ...found.slice(0, 500).map(({ start, end }) => {
        const row = make('button', { type: 'button' }, make('span', { class: 'who', textContent: text.slice(start, end) }), make('span', { class: 'tag', textContent: words.add }), make('span', { class: 'more', textContent: `… ${text.slice(Math.max(0, start - 40), Math.min(text.length, end + 40)).replace(/\s+/g, ' ')} …` }));
        row.addEventListener('click', () => { desk!.chosen = key(start, end); decide({ do: 'add', spans: [[start, end]], kind: 'person', role: 'third_party' }); });
        return make('li', {}, row);
      })),
      make('p', { class: 'hint', textContent: words.leakLimit }),
    ],
  };
  $('list').replaceChildren(...contents[tab]());
}

// Files

async function save(what: string): Promise<void> {
  if (!desk) return;
  const at = desk;
  const base = at.name.replace(/\.[^.]+$/, '');
  const suffix = language === 'fr' ? 'occulté' : 'redacted';
  const going = at.marks.filter(hidden);
  await withStatus(words.working, async () => {
    if (what === 'same') {
      const edits = going.map((mark) => ({ start: mark.start, end: mark.end, replacement: at.labels.get(mark.key) ?? '[...]' }));
      const ending = Object.keys(TYPES).find((e) => TYPES[e] === at.mime) ?? 'txt';
      download(`${base}.${suffix}.${ending}`, at.mime, await (await engine()).writeDocument(at.bytes, at.mime, edits));
    } else if (what === 'text') {
      download(`${base}.${suffix}.txt`, 'text/plain', resultOf(at.text, at.marks, at.labels));
    } else if (what === 'json') {
      const spans = at.marks.map(({ key: _, ...mark }) => ({ ...mark, replacement: at.labels.get(`${mark.start}-${mark.end}`) }));
      download(`${base}.detections.json`, 'application/json', JSON.stringify({ offset_unit: 'utf16', bloc, spans }, null, 1));
    } else if (what === 'audit') {
      const { policy } = await engine();
      download(`${base}.audit.html`, 'text/html', audit(at.name, `${policy.title} · ${words.blocs[bloc]}`, at.marks, at.labels, leaks(at.text, at.marks).length, words));
    } else {
      const review = { huisclos_review: 1, name: at.name, mime: at.mime, document: toBase64(at.bytes), bloc, known: $<HTMLTextAreaElement>('known').value, found: at.found, decisions: at.decisions };
      download(`${base}.relecture.json`, 'application/json', JSON.stringify(review));
    }
  });
}

// The page

function setBloc(wanted: number): void {
  if (wanted !== bloc) {
    void client?.then((old) => old.close());
    client = undefined;
  }
  bloc = wanted;
  $<HTMLSelectElement>('bloc').value = String(bloc);
  void engine().then(({ policy }) => { $('bloc-basis').textContent = `COJ R111-12 · ${policy.meaning}`; });
}

function speak(): void {
  words = languages[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) element.textContent = words[element.dataset.say as 'title'];
  for (const element of document.querySelectorAll<HTMLElement>('[data-name]')) element.ariaLabel = element.title = words[element.dataset.name as 'title'];
  const other: Language = language === 'fr' ? 'en' : 'fr';
  $('language').textContent = other.toUpperCase();
  $('language').ariaLabel = `${other.toUpperCase()} · ${words.language}`;
  $('language').lang = other;
  $('bloc').replaceChildren(...words.blocs.map((text, value) => make('option', { value: String(value), textContent: text, selected: value === bloc })));
  $('article').textContent = L111_13;
  $('text').setAttribute('aria-label', words.document);
  $('panel').setAttribute('aria-label', words.panel);
  $('tabs').setAttribute('aria-label', words.panel);
  $('list').setAttribute('aria-label', words.panel);
  $('views').setAttribute('aria-label', words.views);
  $('keys').querySelector('dl')!.replaceChildren(...words.keys.flatMap(([name, what]) => [make('dt', { textContent: name }), make('dd', { textContent: what })]));
  paint(document.documentElement.classList.contains('dark'));
  draw();
}

function paint(dark: boolean): void {
  document.documentElement.classList.toggle('dark', dark);
  $('theme').ariaLabel = $('theme').title = dark ? words.themeLight : words.theme;
}

function view(name: string): void {
  shown = name;
  $('reading').dataset.shown = name;
  for (const element of $('views').querySelectorAll<HTMLElement>('[data-view]')) element.setAttribute('aria-pressed', String(element.dataset.view === name));
}

const KEYS: Record<string, (event: KeyboardEvent) => void> = {
  n: () => step(1), p: () => step(-1), d: () => step(1, doubtful),
  a: (event) => { setAction('hide', event.shiftKey || every); }, r: (event) => { setAction('keep', event.shiftKey || every); },
  c: () => $('kind')?.focus(), q: () => $('role')?.focus(), l: () => $('link')?.focus(), s: (event) => add(event.shiftKey),
  '?': () => $<HTMLDialogElement>('keys').showModal(),
};

$('text').addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act(event);
});
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLTextAreaElement) return;
  const letter = event.key.toLowerCase();
  if (letter !== 'z' && letter !== 'y') return;
  event.preventDefault();
  if (letter === 'z' && !event.shiftKey) undo('decisions', 'undone');
  else undo('undone', 'decisions');
});
$('text').addEventListener('click', (event) => {
  const mark = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
  if (mark && getSelection()?.isCollapsed) { selected = undefined; choose(mark.dataset.key, false); }
});
document.addEventListener('selectionchange', () => {
  const place = desk?.page.selection();
  // Going to the panel's buttons empties the selection: what was selected stays at hand.
  if (!desk || (!place && document.activeElement !== $('text'))) return;
  if (place?.join() === selected?.join()) return;
  selected = place;
  drawCard();
});
$('tabs').addEventListener('keydown', (event) => {
  const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!move) return;
  tab = TABS[(TABS.indexOf(tab) + move + TABS.length) % TABS.length]!;
  drawList();
  $('tabs').querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
});
for (const dialog of document.querySelectorAll('dialog')) dialog.querySelector('button')!.addEventListener('click', () => dialog.close());
for (const menu of document.querySelectorAll('details')) {
  menu.addEventListener('toggle', () => { if (menu.open) for (const other of document.querySelectorAll('details')) other.open &&= other === menu; });
  menu.addEventListener('keydown', (event) => { if (event.key === 'Escape') { menu.open = false; menu.querySelector('summary')!.focus(); } });
}
document.addEventListener('click', (event) => { for (const menu of document.querySelectorAll('details')) menu.open &&= menu.contains(event.target as Node); });
for (const element of document.querySelectorAll<HTMLElement>('[data-save]')) element.addEventListener('click', () => { $<HTMLDetailsElement>('save').open = false; void save(element.dataset.save!); });
for (const element of document.querySelectorAll<HTMLElement>('[data-view]')) element.addEventListener('click', () => view(element.dataset.view!));
$('print').addEventListener('click', () => print());
$('undo').addEventListener('click', () => undo('decisions', 'undone'));
$('redo').addEventListener('click', () => undo('undone', 'decisions'));
$('help').addEventListener('click', () => $<HTMLDialogElement>('keys').showModal());
$('another').addEventListener('click', leave);
$('theme').addEventListener('click', () => paint(!document.documentElement.classList.contains('dark')));
$('language').addEventListener('click', () => { language = language === 'fr' ? 'en' : 'fr'; speak(); });
$('choose').addEventListener('click', () => $('file').click());
$('file').addEventListener('change', () => { const field = $<HTMLInputElement>('file'); const file = field.files?.[0]; if (file) void openFile(file); field.value = ''; });
$('example').addEventListener('click', () => void openDocument('exemple.txt', 'text/plain', new TextEncoder().encode(sample)));
$('start').addEventListener('click', () => { const text = $<HTMLTextAreaElement>('pasted').value; if (text.trim()) void openDocument('decision.txt', 'text/plain', new TextEncoder().encode(text)); else $('pasted').focus(); });
$('bloc').addEventListener('change', () => setBloc(Number($<HTMLSelectElement>('bloc').value)));
$('rerun').addEventListener('click', () => {
  const at = desk;
  if (!at) return;
  $<HTMLDetailsElement>('options').open = false;
  void withStatus(words.working, async () => {
    const outcome = await (await engine()).detect(at.text, { facts: facts() });
    at.found = marksOf(outcome);
    at.warnings = outcome.warnings;
    await refresh();
  });
});
addEventListener('dragover', (event) => { event.preventDefault(); $('drop').classList.add('over'); });
addEventListener('dragleave', () => $('drop').classList.remove('over'));
addEventListener('drop', (event) => {
  event.preventDefault();
  $('drop').classList.remove('over');
  const file = event.dataTransfer?.files[0];
  if (file) void openFile(file);
});
addEventListener('beforeunload', (event) => { if (desk && desk.decisions.length > 0) event.preventDefault(); });

paint(matchMedia('(prefers-color-scheme: dark)').matches);
view(shown);
speak();
void withStatus(words.loading, async () => {
  const { policy } = await engine();
  $('bloc-basis').textContent = `COJ R111-12 · ${policy.meaning}`;
  document.body.dataset.ready = 'true';
});
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('./sw.js');
