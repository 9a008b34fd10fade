import { isMainThread } from 'node:worker_threads';
import { main } from './main.ts';
import { serveSweep } from './sweep/sweep-worker.ts';

// A sweep runs this same file as its workers.
if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else serveSweep();
