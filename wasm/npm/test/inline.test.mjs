import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEngine, inlined } from 'huisclos/inline';

test('the inlined package works without files', async () => {
  const engine = await createEngine();
  assert.equal(engine.pseudonymize('lea@courriel.example').text, '[Courriel 1]');
  const { module, lexicons } = await inlined();
  assert.ok(WebAssembly.validate(module));
  assert.ok(lexicons.length > 100_000);
});
