import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createClientWith } from './pool.js';

export { HuisClosError } from './errors.js';

function start() {
  const worker = new Worker(new URL('./worker-node.js', import.meta.url));
  return {
    post: (message) => worker.postMessage(message),
    listen(hear, fail) {
      worker.on('message', hear);
      worker.on('error', (error) => fail(error.message));
    },
    end: () => worker.terminate(),
  };
}

export const createClient = (options) => createClientWith(start, availableParallelism(), options);
