import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine } from 'huisclos';
import { createClient } from 'huisclos/client';

const html = new TextEncoder().encode('<p>😀 Écrire à <b>lea@</b>courriel.example.</p>');
const words = (bytes) => new TextDecoder().decode(bytes);

test('a document is redacted in its own format', async () => {
  const engine = await createEngine();
  const { bytes, text, outcome } = await engine.redactDocument(html, 'text/html');
  assert.equal(words(bytes), '<p>😀 Écrire à <b>[Courriel 1]</b>.</p>');
  assert.deepEqual(outcome.spans.map((s) => text.slice(s.start, s.end)), ['lea@courriel.example']);
});

test('read, reviewed and written, in a worker too', async () => {
  const client = await createClient();
  try {
    const { text, unread } = await client.readDocument(html, 'text/html');
    assert.deepEqual(unread, []);
    const start = text.indexOf('Écrire');
    assert.equal(words(await client.writeDocument(html, 'text/html', [{ start, end: start + 6, replacement: '<i>' }])), '<p>😀 &lt;i&gt; à <b>lea@</b>courriel.example.</p>');
    const { original, offset_unit } = await client.review(text);
    const review = { original, offset_unit, decisions: [{ do: 'add', start, end: start + 6, kind: 'term' }] };
    const { spans } = await client.applyReview(text, review);
    assert.equal(words(await client.writeDocument(html, 'text/html', spans)), '<p>😀 [...] à <b>[Courriel 1]</b>.</p>');
    assert.equal(words((await client.redactDocument(html, 'text/html', { review })).bytes), '<p>😀 [...] à <b>[Courriel 1]</b>.</p>');
    await assert.rejects(client.writeDocument(html, 'text/html', [{ start: 1, end: 2, replacement: '' }]), { code: 'edits' });
  } finally {
    client.close();
  }
});

test('a damaged document is an error, not an output', async () => {
  const engine = await createEngine();
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await assert.rejects(engine.redactDocument(html, docx), (error) => error.code === 'document' && /^le fichier docx : .*l'enregistrer de nouveau$/.test(error.french));
  await assert.rejects(engine.redactDocument(new TextEncoder().encode('%PDF-1.7'), 'text/plain'), /it is a PDF/);
  await assert.rejects(engine.redactDocument(html, 'application/pdf'), { code: 'document' });
  await assert.rejects(engine.redactDocument('text', 'text/plain'), TypeError);
});
