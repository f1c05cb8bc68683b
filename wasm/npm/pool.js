// The client's side of the workers: a queue, cancellation and batches.
import { HuisClosError } from './errors.js';

/** One worker with an engine in it. A call that is under way ends only with its worker. */
function open(start, options) {
  const port = start();
  const waiting = new Map();
  let last = 0;
  const fail = (message) => {
    port.end();
    for (const { reject } of waiting.values()) reject(new HuisClosError('worker', `the worker stopped: ${message}`));
    waiting.clear();
  };
  port.listen(({ id, value, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new HuisClosError(error.code, error.message, error.french));
    else resolve(value);
  }, fail);
  const call = (name, args) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, { resolve, reject });
      port.post({ id, call: name, args });
    });
  return { ready: call('start', [options]), call, end: () => port.end() };
}

export async function createClientWith(start, cores, { workers = 1, ...options } = {}) {
  if (workers !== 'all' && !(Number.isInteger(workers) && workers > 0)) {
    throw new TypeError('workers: give a whole number from 1, or "all" for one per core');
  }
  if (options.ledger !== undefined) {
    throw new TypeError('ledger: a worker that is aborted would take it along; keep one with createEngine');
  }
  const size = workers === 'all' ? cores : workers;
  const idle = [];
  const queue = [];
  const running = new Set();
  let closed = false;

  const first = open(start, options);
  let policy;
  try {
    policy = await first.ready;
  } catch (error) {
    first.end();
    throw error;
  }
  idle.push(first);
  let opened = 1;

  function next() {
    while (queue.length > 0 && (idle.length > 0 || opened < size)) {
      const job = queue.shift();
      let worker = idle.pop();
      if (!worker) {
        worker = open(start, options);
        opened += 1;
      }
      run(worker, job);
    }
  }

  async function run(worker, job) {
    job.worker = worker;
    running.add(job);
    let keep = true;
    try {
      await worker.ready;
      job.resolve(await worker.call(job.name, job.args));
    } catch (error) {
      keep = error.code !== 'worker';
      job.reject(error);
    } finally {
      release(job, keep);
    }
  }

  function release(job, keep) {
    if (!running.delete(job)) return;
    if (keep) idle.push(job.worker);
    else {
      job.worker.end();
      opened -= 1;
    }
    next();
  }

  function submit(name, args, signal) {
    if (closed) return Promise.reject(new HuisClosError('closed', 'the client was closed: make another with createClient'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const stop = () => {
        const at = queue.indexOf(job);
        if (at >= 0) queue.splice(at, 1);
        reject(signal.reason);
        release(job, false);
      };
      const settle = (how) => (value) => {
        signal?.removeEventListener('abort', stop);
        how(value);
      };
      const job = { name, args, resolve: settle(resolve), reject: settle(reject) };
      signal?.addEventListener('abort', stop, { once: true });
      queue.push(job);
      next();
    });
  }

  /** A method of the engine that takes `count` arguments and options, as a call. */
  const call = (name, count = 1) => (...args) => {
    const { signal, ...given } = args[count] ?? {};
    return submit(name, [...args.slice(0, count), given], signal);
  };

  async function batch(inputs, { signal, onProgress, text = true, offsetUnit } = {}) {
    const all = [...inputs];
    const stop = new AbortController();
    const both = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    let done = 0;
    const name = text ? 'pseudonymize' : 'detect';
    const work = all.map(async (input, index) => {
      const { text: words, facts } = typeof input === 'string' ? { text: input } : input;
      try {
        const outcome = await submit(name, [words, { facts, offsetUnit }], both);
        done += 1;
        onProgress?.({ done, total: all.length });
        return outcome;
      } catch (error) {
        // Stops the others; theirs is not the cause.
        stop.abort(error);
        throw error instanceof HuisClosError ? new HuisClosError(error.code, `document ${index + 1} of ${all.length}: ${error.message}`) : error;
      }
    });
    return Promise.all(work);
  }

  function close() {
    closed = true;
    const reason = new HuisClosError('closed', 'the client was closed before this call ended');
    for (const job of queue.splice(0)) job.reject(reason);
    for (const job of [...running]) {
      job.reject(reason);
      running.delete(job);
      job.worker.end();
    }
    for (const worker of idle.splice(0)) worker.end();
  }

  return Object.freeze({
    policy,
    detect: call('detect'),
    pseudonymize: call('pseudonymize'),
    redactDocument: call('redactDocument', 2),
    readDocument: call('readDocument', 2),
    writeDocument: call('writeDocument', 3),
    review: call('review'),
    applyReview: call('applyReview', 2),
    verify: call('verify'),
    risks: call('risks'),
    record: call('record'),
    recordPage: call('recordPage', 2),
    vocabulary: call('vocabulary', 0),
    batch,
    close,
  });
}
