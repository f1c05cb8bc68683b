// What leaves the page, and only when the reader asks: files.
import { doubtful, hidden, type Mark } from './review';
import type { Words } from './words';

export function download(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

export const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** The text with every hidden mark replaced. */
export function resultOf(text: string, marks: readonly Mark[], labels: ReadonlyMap<string, string>): string {
  let out = '';
  let from = 0;
  for (const mark of marks.filter(hidden)) {
    out += text.slice(from, mark.start) + (labels.get(mark.key) ?? '[...]');
    from = mark.end;
  }
  return out + text.slice(from);
}

const escape = (words: string): string => words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A report without one word of the original: what was done, on which ground, by whom. */
export function audit(name: string, policy: string, marks: readonly Mark[], labels: ReadonlyMap<string, string>, leakCount: number, words: Words): string {
  const row = (cells: readonly string[], tag = 'td') => `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  const lines = marks.map((mark, at) =>
    row([String(at + 1), words.kinds[mark.kind], mark.kind === 'person' ? words.roles[mark.role] : '', words.actions[doubtful(mark) ? 'review' : hidden(mark) ? 'replace' : 'keep'], hidden(mark) ? (labels.get(mark.key) ?? '') : '', mark.decided ? words.byReader : words.confidences[mark.confidence], mark.basis]),
  );
  const counts = words.counts(marks.filter(hidden).length, marks.filter((m) => !hidden(m)).length, marks.filter(doubtful).length);
  return `<!doctype html><html lang="${words.language === 'English' ? 'fr' : 'en'}"><meta charset="utf-8"><title>${escape(words.asAudit)}</title><style>body{font:1rem/1.5 Georgia,serif;margin:2rem auto;max-width:70rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top;font-size:.9rem}</style>
<h1>${escape(name)}</h1><p>${escape(policy)}</p><p>${escape(counts)} · ${escape(words.check)}: ${leakCount}</p><p>${escape(words.pseudonymised)}</p>
<table>${row(['n°', words.kind, words.role, '', words.becomes, '', words.basis], 'th')}${lines.join('')}</table></html>
`;
}
