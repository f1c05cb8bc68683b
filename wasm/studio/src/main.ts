import type { CaseFacts, Doubt, Mime, PolicyInForce, Style } from 'huisclos';
import { HuisClosError, createClient, type Client } from 'huisclos/client';
import { $, make, options } from './dom';
import { createPage } from './page';
import { TABS, current, currentDoubt, drawCard, drawList, openDoubts, pointList, target, type Acts, type Desk, type Tab, type View } from './panel';
import { accept, add, doubtKey, hidden, leaks, markAt, marksOf, readReview, reject, stepsOf, unlink, type Mark, type Profile, type SavedReview, type Step } from './review';
import { sample } from './sample';
import { download, fromBase64, toBase64 } from './save';
import { L111_13, languages, type Language, type Words } from './words';

const TYPES: Record<string, Mime> = {
  txt: 'text/plain', html: 'text/html', htm: 'text/html', xhtml: 'text/html', json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', odt: 'application/vnd.oasis.opendocument.text',
};
const OPEN_ONLY = ['desk', 'options', 'save', 'help', 'another', 'undo', 'redo'];

let language: Language = navigator.language.startsWith('fr') ? 'fr' : 'en';
let words: Words = languages[language];
let profile: Profile = { policy: 'fr-judilibre' };
let client: Promise<Client> | undefined;
let inForce: PolicyInForce | undefined;
let policies: readonly (readonly [string, { readonly fr: string; readonly en: string }])[] = [];
let styles: readonly Style[] = [];
let desk: Desk | undefined;
let tab: Tab = 'doubts';
let every = false;
let shown = matchMedia('(max-width: 40rem)').matches ? 'original' : 'both';

const engine = (): Promise<Client> => (client ??= createClient(profile));

/** The words of an error, in the language of the page when the core has them. */
function said(error: unknown): string {
  if (error instanceof HuisClosError && language === 'fr' && error.french) return error.french;
  return error instanceof Error ? error.message : String(error);
}

/** Runs `work`, says what went wrong; false when something did. */
async function attempt(message: string, work: () => Promise<void>): Promise<boolean> {
  $('status').textContent = message;
  try {
    await work();
    return true;
  } catch (error) {
    const dialog = $<HTMLDialogElement>('failure');
    dialog.querySelector('p')!.textContent = said(error);
    if (!dialog.open) dialog.showModal();
    return false;
  } finally {
    $('status').textContent = '';
  }
}

// Opening

function known(): CaseFacts {
  const names = $<HTMLTextAreaElement>('known').value.split('\n').map((line) => line.trim()).filter(Boolean);
  return { persons: names.map((name) => ({ name, role: 'party' as const })) };
}

async function openDocument(name: string, mime: Mime, bytes: Uint8Array<ArrayBuffer>, saved?: SavedReview): Promise<void> {
  busy(true);
  const isOpen = await attempt(words.working, async () => {
    const { text, unread } = await (await engine()).readDocument(bytes, mime);
    const opened: Desk = {
      name, mime, bytes, text, unread: unread.length, facts: known(), seal: saved && Promise.resolve(saved.review.original),
      steps: saved ? stepsOf(saved) : [], undone: [], seen: new Set(saved?.seen), outcome: { offset_unit: 'utf16', spans: [], entities: [], warnings: [], text },
      marks: [], doubts: [], findings: undefined, chosen: undefined, selected: undefined, doubt: undefined, run: 0, page: createPage($('text'), text),
    };
    const first = await found(opened);
    desk = opened;
    tab = 'doubts';
    $('welcome').hidden = true;
    for (const id of OPEN_ONLY) $(id).hidden = false;
    $('name').textContent = name;
    $('text').focus();
    take(opened, first);
  });
  if (isOpen) await attempt('', () => follow(desk!));
  else busy(false);
}

async function openFile(file: File): Promise<void> {
  const ending = file.name.split('.').pop()?.toLowerCase() ?? '';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const saved = ending === 'json' ? readReview(new TextDecoder().decode(bytes)) : undefined;
  if (!saved) return openDocument(file.name, TYPES[ending] ?? 'text/plain', bytes);
  if (!(await setProfile(saved.profile))) return;
  $<HTMLTextAreaElement>('known').value = saved.known;
  await openDocument(saved.name, saved.mime as Mime, fromBase64(saved.document), saved);
}

function leave(): void {
  desk = undefined;
  $('text').replaceChildren();
  $<HTMLTextAreaElement>('pasted').value = '';
  $('welcome').hidden = false;
  for (const id of OPEN_ONLY) $(id).hidden = true;
  $('name').textContent = '';
  $('choose').focus();
}

// The review: what the core says of the text and the decisions

const seal = async (at: Desk): Promise<string> => (at.seal ??= engine().then((e) => e.review(at.text, { facts: at.facts })).then((queue) => queue.original));
const reviewOf = async (at: Desk) => (at.steps.length > 0 ? { original: await seal(at), offset_unit: 'utf16' as const, decisions: at.steps.flat() } : undefined);

async function found(at: Desk) {
  const { facts } = at;
  const review = await reviewOf(at);
  const e = await engine();
  return review ? e.applyReview(at.text, review, { facts }) : e.pseudonymize(at.text, { facts });
}

function take(at: Desk, outcome: Desk['outcome']): void {
  at.outcome = outcome;
  at.marks = marksOf(outcome);
  at.findings = undefined;
  draw();
}

/** What follows from a result: doubts, then leaks. */
async function follow(at: Desk): Promise<void> {
  const run = (at.run += 1);
  const isStale = () => desk !== at || at.run !== run;
  const { facts } = at;
  busy(true);
  const review = await reviewOf(at);
  const queue = (await engine()).review(at.text, { facts, review });
  at.seal ??= queue.then(({ original }) => original);
  at.doubts = (await queue).doubts;
  if (isStale()) return;
  draw();
  const { findings } = await (await engine()).verify(at.outcome.text, { original: at.text, facts });
  if (isStale()) return;
  at.findings = leaks(at.marks, findings);
  drawPanel();
  busy(false);
}

const busy = (is: boolean): void => $('desk').setAttribute('aria-busy', String(is));

/** Runs the core again; false when it refused. */
async function refresh(message = ''): Promise<boolean> {
  const at = desk;
  if (!at) return true;
  const run = (at.run += 1);
  busy(true);
  return attempt(message, async () => {
    const outcome = await found(at);
    if (desk !== at || at.run !== run) return;
    take(at, outcome);
    await follow(at);
  });
}

async function decide(step: Step): Promise<void> {
  const at = desk;
  if (!at || step.length === 0) return;
  const { undone } = at;
  at.steps.push(step);
  at.undone = [];
  if (await refresh()) return;
  // The core said why: the decision is taken back.
  at.steps = at.steps.filter((known_) => known_ !== step);
  at.undone = undone;
  await refresh();
}

function undo(from: 'steps' | 'undone', to: 'steps' | 'undone'): void {
  const step = desk?.[from].pop();
  if (!desk || !step) return;
  desk[to].push(step);
  void refresh();
}

function act(step: (marks: readonly Mark[]) => Step, all: boolean): void {
  const mark = desk && current(desk);
  if (desk && mark) void decide(step(target(desk, mark, all)));
}

function choose(mark: Mark | undefined, scroll = true): void {
  if (!desk) return;
  desk.chosen = mark?.start;
  desk.selected = undefined;
  desk.page.choose(mark?.key, scroll);
  drawChosen();
}

function go(start: number, end: number): void {
  if (!desk) return;
  const mark = markAt(desk.marks, start, end);
  if (mark) return choose(mark);
  choose(undefined);
  desk.selected = [start, end];
  desk.page.select(start, end);
  drawChosen();
}

function step(direction: 1 | -1): void {
  if (!desk || desk.marks.length === 0) return;
  const { marks, chosen } = desk;
  desk.doubt = undefined;
  const from = chosen === undefined ? (direction > 0 ? -1 : 0) : marks.findIndex((mark) => mark.start === chosen);
  choose(marks[(from + direction + marks.length) % marks.length]);
}

function look(doubt: Doubt): void {
  if (!desk) return;
  desk.doubt = doubtKey(doubt);
  const place = doubt.places[0];
  if (place) go(...place);
  else choose(undefined);
}

/** The next doubt; the first when none was looked at, or when what was looked at is settled. */
function nextDoubt(): void {
  if (!desk) return;
  const doubts = openDoubts(desk);
  const at = doubts.findIndex((doubt) => doubtKey(doubt) === desk!.doubt);
  const next = doubts[(at + 1) % doubts.length];
  if (next) look(next);
}

function ignore(doubt: Doubt): void {
  desk?.seen.add(doubtKey(doubt));
  drawPanel();
}

function onDoubt(work: (doubt: Doubt) => void): void {
  const doubt = desk && currentDoubt(desk);
  if (doubt) work(doubt);
}

function hideSelection(all: boolean): void {
  const place = desk?.page.selection() ?? desk?.selected;
  if (!desk || !place) return;
  desk.selected = undefined;
  getSelection()?.removeAllRanges();
  desk.chosen = place[0];
  void decide(add(place, all));
}

// Drawing

const acts: Acts = {
  decide: (step_) => void decide(step_), add: hideSelection, look, ignore,
  go(start, end) { if (desk) desk.doubt = undefined; go(start, end); },
  open(name) { tab = name; drawPanel(); $('tabs').querySelector<HTMLElement>('[aria-selected="true"]')?.focus(); },
  every(is) { every = is; },
};

/** What changes when something else is chosen. */
function drawChosen(): void {
  if (!desk) return;
  const view: View = { desk, words, tab, every, acts };
  drawCard(view);
  pointList(view);
}

function drawPanel(): void {
  if (!desk) return;
  drawChosen();
  drawList({ desk, words, tab, every, acts });
  const { marks } = desk;
  $('counts').textContent = words.counts(marks.filter(hidden).length, marks.filter((mark) => !hidden(mark)).length, openDoubts(desk).length);
}

function draw(): void {
  if (!desk) return;
  desk.page.draw(desk.marks, words);
  desk.page.choose(current(desk)?.key, false);
  $<HTMLButtonElement>('undo').disabled = desk.steps.length === 0;
  $<HTMLButtonElement>('redo').disabled = desk.undone.length === 0;
  const notes = desk.outcome.warnings.map((warning) => words.warnings[warning.code] ?? warning.message);
  if (desk.unread > 0) notes.push(words.unread(desk.unread));
  $('notes').replaceChildren(...notes.map((note) => make('p', { textContent: note })));
  drawPanel();
}

// Files

/** The record of this document, as the command line's `--audit` writes it. */
async function record(at: Desk): Promise<string> {
  const e = await engine();
  const { text, facts, name: id } = at;
  const { findings } = await e.verify(at.outcome.text, { original: text, facts });
  const document_ = { id, original: text, outcome: at.outcome, reviewed: at.steps.length > 0, doubts: openDoubts(at).length, findings: leaks(at.marks, findings).length };
  return e.record([document_], { date: new Date().toISOString().replace(/\.\d+/, '') });
}

async function save(what: string): Promise<void> {
  const at = desk;
  if (!at) return;
  const base = at.name.replace(/\.[^.]+$/, '');
  const suffix = language === 'fr' ? 'occulté' : 'redacted';
  await attempt(words.working, async () => {
    const e = await engine();
    const original = await seal(at);
    const { outcome } = at;
    if (what === 'same') {
      const ending = Object.keys(TYPES).find((known_) => TYPES[known_] === at.mime) ?? 'txt';
      download(`${base}.${suffix}.${ending}`, at.mime, await e.writeDocument(at.bytes, at.mime, outcome.spans));
    } else if (what === 'text') {
      download(`${base}.${suffix}.txt`, 'text/plain', outcome.text);
    } else if (what === 'json') {
      const { text: _, ...found_ } = outcome;
      download(`${base}.detections.json`, 'application/json', JSON.stringify(found_, null, 1));
    } else if (what === 'audit') {
      download(`${base}.audit.html`, 'text/html', await e.recordPage(await record(at), words.code));
    } else if (what === 'record') {
      download(`${base}.registre.jsonl`, 'application/jsonl', await record(at));
    } else {
      const review: SavedReview = {
        huisclos_review: 2, name: at.name, mime: at.mime, document: toBase64(at.bytes), profile, known: (at.facts.persons ?? []).map(({ name }) => name).join('\n'),
        review: { original, offset_unit: 'utf16', decisions: at.steps.flat() }, steps: at.steps.map((step_) => step_.length), seen: [...at.seen],
      };
      download(`${base}.relecture.json`, 'application/json', JSON.stringify(review));
    }
  });
}

// Settings

/** Another engine, and the open document under it; as before when the core refuses. */
async function setProfile(wanted: Profile): Promise<boolean> {
  const before = { profile, client };
  profile = wanted;
  client = undefined;
  const isMade = (await attempt(words.working, async () => { showProfile((await engine()).policy); })) && (await refresh(words.working));
  const closed = isMade ? before.client : client;
  void (closed as Promise<Client> | undefined)?.then((old) => old.close(), () => undefined);
  if (isMade) return true;
  ({ profile, client } = before);
  showProfile((await engine()).policy);
  await refresh();
  return false;
}

function showProfile(policy: PolicyInForce): void {
  inForce = policy;
  const isOwn = !policies.some(([name]) => name === profile.policy);
  const names = policies.map(([name, title]): [string, string] => [name, title[words.code]]);
  $('policy').replaceChildren(...options(isOwn ? [...names, ['', `${words.own} : ${policy.title[words.code]}`]] : names, isOwn ? '' : profile.policy));
  const blocs = policy.choices.filter((choice) => choice.option === 'bloc');
  $('bloc-field').hidden = blocs.length === 0;
  $('bloc').replaceChildren(...options(blocs.map(({ name, meaning }) => [name, `${name} · ${meaning[words.code]}`]), String(policy.bloc ?? '')));
  const inUse = blocs.find(({ name }) => name === String(policy.bloc));
  $('bloc-basis').parentElement!.hidden = !inUse;
  $('bloc-basis').textContent = inUse?.basis ?? '';
  $('article').parentElement!.hidden = !policy.rows.some(({ basis }) => basis.includes('L111-13'));
  $('style').replaceChildren(...options([['', words.asPolicy], ...styles.map((style): [string, string] => [style, words.styles[style]])], profile.style ?? ''));
  showRules(policy);
}

function showRules(policy: PolicyInForce): void {
  const rows = policy.rows.map(({ category, kinds, roles, action, basis, because }) => {
    const told = roles.filter((role) => role !== 'unknown').map((role) => words.roles[role]);
    const what = category?.title[words.code] ?? kinds.map((kind) => words.kinds[kind]).join(', ');
    const why = because ? `${because[words.code]} (${basis})` : basis;
    return make('tr', {}, make('th', { scope: 'row', textContent: what }), make('td', { textContent: told.join(', ') }), make('td', { textContent: words.actions[action] }), make('td', { textContent: why }));
  });
  $('rules').querySelector('tbody')!.replaceChildren(...rows);
}

async function readOwnPolicy(file: File): Promise<void> {
  await setProfile({ policy: await file.text() });
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
  $('article').textContent = L111_13;
  $('text').setAttribute('aria-label', words.document);
  $('panel').setAttribute('aria-label', words.panel);
  $('tabs').setAttribute('aria-label', words.panel);
  $('list').setAttribute('aria-label', words.panel);
  $('views').setAttribute('aria-label', words.views);
  $('keys').querySelector('dl')!.replaceChildren(...words.keys.flatMap(([name, what]) => [make('dt', { textContent: name }), make('dd', { textContent: what })]));
  if (inForce) showProfile(inForce);
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

// Keys and events

const KEYS: Record<string, (event: KeyboardEvent) => void> = {
  n: () => step(1), p: () => step(-1), d: nextDoubt, i: () => onDoubt(ignore), v: () => onDoubt(({ suggestion }) => suggestion && void decide([suggestion])),
  a: (event) => act(accept, event.shiftKey || every), r: (event) => act(reject, event.shiftKey || every), u: () => act(([mark]) => (mark ? unlink(mark) : []), false),
  c: () => $('kind')?.focus(), q: () => $('role')?.focus(), l: () => $('link')?.focus(), s: (event) => hideSelection(event.shiftKey),
  '?': () => $<HTMLDialogElement>('keys').showModal(),
};

$('text').addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const work = KEYS[event.key.toLowerCase()];
  if (!work) return;
  event.preventDefault();
  work(event);
});
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLTextAreaElement) return;
  const letter = event.key.toLowerCase();
  if (letter !== 'z' && letter !== 'y') return;
  event.preventDefault();
  if (letter === 'z' && !event.shiftKey) undo('steps', 'undone');
  else undo('undone', 'steps');
});
$('text').addEventListener('click', (event) => {
  const element = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
  if (!desk || !element || !getSelection()?.isCollapsed) return;
  desk.doubt = undefined;
  choose(desk.marks.find((mark) => mark.key === element.dataset.key), false);
});
document.addEventListener('selectionchange', () => {
  const place = desk?.page.selection();
  // Going to the panel's buttons empties the selection: what was selected stays at hand.
  if (!desk || (!place && document.activeElement !== $('text'))) return;
  if (place?.join() === desk.selected?.join()) return;
  desk.selected = place;
  drawChosen();
});
$('tabs').addEventListener('keydown', (event) => {
  const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (move) acts.open(TABS[(TABS.indexOf(tab) + move + TABS.length) % TABS.length]!);
});
for (const dialog of document.querySelectorAll('dialog')) dialog.querySelector('button')!.addEventListener('click', () => dialog.close());
for (const menu of document.querySelectorAll('details')) {
  menu.addEventListener('toggle', () => { if (menu.open) for (const other of document.querySelectorAll('details')) other.open &&= other === menu; });
  menu.addEventListener('keydown', (event) => { if (event.key === 'Escape') { menu.open = false; menu.querySelector('summary')!.focus(); } });
}
document.addEventListener('click', (event) => { for (const menu of document.querySelectorAll('details')) menu.open &&= menu.contains(event.target as Node); });
for (const element of document.querySelectorAll<HTMLElement>('[data-save]')) element.addEventListener('click', () => { $<HTMLDetailsElement>('save').open = false; void save(element.dataset.save!); });
for (const element of document.querySelectorAll<HTMLElement>('[data-view]')) element.addEventListener('click', () => view(element.dataset.view!));
/** Opens a file chooser and takes the file. */
function files(opener: string, field: string, take_: (file: File) => Promise<void>): void {
  const input = $<HTMLInputElement>(field);
  $(opener).addEventListener('click', () => input.click());
  input.addEventListener('change', () => { const file = input.files?.[0]; if (file) void take_(file); input.value = ''; });
}
files('choose', 'file', openFile);
files('own-policy', 'policy-file', readOwnPolicy);
const pasted = () => $<HTMLTextAreaElement>('pasted').value;
const openText = (name: string, text: string) => void openDocument(name, 'text/plain', new TextEncoder().encode(text));
$('print').addEventListener('click', () => print());
$('undo').addEventListener('click', () => undo('steps', 'undone'));
$('redo').addEventListener('click', () => undo('undone', 'steps'));
$('help').addEventListener('click', () => $<HTMLDialogElement>('keys').showModal());
$('show-rules').addEventListener('click', () => $<HTMLDialogElement>('rules').showModal());
$('another').addEventListener('click', leave);
$('theme').addEventListener('click', () => paint(!document.documentElement.classList.contains('dark')));
$('language').addEventListener('click', () => { language = language === 'fr' ? 'en' : 'fr'; speak(); });
$('example').addEventListener('click', () => openText('exemple.txt', sample));
$('start').addEventListener('click', () => { if (pasted().trim()) openText('decision.txt', pasted()); else $('pasted').focus(); });
$('policy').addEventListener('change', () => { const policy = $<HTMLSelectElement>('policy').value; if (policy) void setProfile({ policy }); });
$('bloc').addEventListener('change', () => void setProfile({ ...profile, bloc: Number($<HTMLSelectElement>('bloc').value) }));
$('style').addEventListener('change', () => { const { style: _, ...rest } = profile; const style = $<HTMLSelectElement>('style').value; void setProfile(style ? { ...rest, style: style as Style } : rest); });
$('rerun').addEventListener('click', () => {
  const at = desk;
  if (!at) return;
  $<HTMLDetailsElement>('options').open = false;
  const before = at.facts;
  at.facts = known();
  void refresh(words.working).then((isRun) => { if (!isRun) { at.facts = before; void refresh(); } });
});
addEventListener('dragover', (event) => { event.preventDefault(); $('drop').classList.add('over'); });
addEventListener('dragleave', () => $('drop').classList.remove('over'));
addEventListener('drop', (event) => {
  event.preventDefault();
  $('drop').classList.remove('over');
  const file = event.dataTransfer?.files[0];
  if (file) void openFile(file);
});
addEventListener('beforeunload', (event) => { if (desk && desk.steps.length > 0) event.preventDefault(); });

paint(matchMedia('(prefers-color-scheme: dark)').matches);
view(shown);
speak();
void attempt(words.loading, async () => {
  const e = await engine();
  const names = await e.vocabulary();
  policies = names.policies.map(({ name, title }) => [name, title]);
  // Keyed tokens need a secret that outlives the page: this is no place to keep one.
  styles = names.styles.filter((style) => style !== 'stable');
  showProfile(e.policy);
  document.body.dataset.ready = 'true';
});
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('./sw.js');
