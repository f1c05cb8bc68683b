// What leaves the page, and only when the reader asks: files.
import type { PolicyInForce } from 'huisclos';
import { hidden, type Mark } from './review';
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

const escape = (words: string): string => words.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** What a report says of one document. */
export interface Audited {
  readonly name: string;
  /** The SHA-256 of the original. */
  readonly original: string;
  readonly version: string;
  readonly policy: PolicyInForce;
  readonly marks: readonly Mark[];
  readonly doubts: number;
  readonly leaks: number;
}

/** A report without one word of what was hidden: what was done, on which ground, by whom. One file that loads nothing. */
export function audit({ name, original, version, policy, marks, doubts, leaks }: Audited, words: Words): string {
  const row = (cells: readonly string[], tag = 'td') => `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  const lines = marks.map((mark, at) =>
    row([String(at + 1), words.kinds[mark.kind], mark.kind === 'person' ? words.roles[mark.role] : '', words.actions[mark.action], hidden(mark) ? mark.replacement : '', mark.decided ? words.byReader : words.confidences[mark.confidence], mark.basis]),
  );
  const facts = [
    [words.policy, `${policy.title[words.code]} (${policy.name})`],
    ...(policy.meaning ? [[words.bloc, `${policy.bloc} · ${policy.meaning[words.code]}`]] : []),
    [words.style, words.styles[policy.style]],
    [words.version, version],
    [words.originalSeal, original],
    [words.check, String(leaks)],
  ];
  const counts = words.counts(marks.filter(hidden).length, marks.filter((mark) => !hidden(mark)).length, doubts);
  return `<!doctype html><html lang="${words.code}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escape(words.asAudit)}</title><style>body{font:1rem/1.5 Georgia,serif;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top;font-size:.9rem;overflow-wrap:anywhere}</style></head><body>
<h1>${escape(name)}</h1><p>${escape(counts)}</p><p>${escape(words.pseudonymised)}</p>
<table>${facts.map(([what, value]) => `<tr><th>${escape(what!)}</th><td>${escape(value!)}</td></tr>`).join('')}</table>
<table>${row(['n°', words.kind, words.role, '', words.becomes, '', words.basis], 'th')}${lines.join('')}</table></body></html>
`;
}
