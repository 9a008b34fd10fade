import { expose } from 'comlink';
import type { HeadsWorkerApi } from '../protocol/heads-protocol.ts';
import { HeadListener } from './head-listener.ts';

const listener = new HeadListener();

const api: HeadsWorkerApi = {
  open: (bytes, fileName) => listener.open(bytes, fileName),
  hear: (request) => listener.hear(request),
};

expose(api);
