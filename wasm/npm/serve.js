// What a worker does, in the browser and in Node: one engine, one call at a time.
export function serve(port, createEngine) {
  let engine;
  port.listen(async ({ id, call, args }) => {
    try {
      let value;
      if (call === 'start') {
        engine = await createEngine(...args);
        value = engine.policy;
      } else {
        value = await engine[call](...args);
      }
      port.post({ id, value });
    } catch (error) {
      port.post({ id, error: { code: error.code ?? 'worker', message: error.message, french: error.french } });
    }
  });
}
