import { createClientWith } from './pool.js';

export { HuisClosError } from './errors.js';

function start() {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'huisclos' });
  return {
    post: (message) => worker.postMessage(message),
    listen(hear, fail) {
      worker.onmessage = ({ data }) => hear(data);
      worker.onerror = (event) => fail(event.message);
    },
    end: () => worker.terminate(),
  };
}

export const createClient = (options) => createClientWith(start, navigator.hardwareConcurrency || 1, options);
