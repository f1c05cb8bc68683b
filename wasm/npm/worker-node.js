import { parentPort } from 'node:worker_threads';
import { createEngine } from './node.js';
import { serve } from './serve.js';

serve({ listen: (hear) => parentPort.on('message', hear), post: (answer) => parentPort.postMessage(answer) }, createEngine);
