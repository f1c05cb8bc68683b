import { createEngine } from './index.js';
import { serve } from './serve.js';

serve({ listen: (hear) => addEventListener('message', ({ data }) => hear(data)), post: (answer) => postMessage(answer) }, createEngine);
