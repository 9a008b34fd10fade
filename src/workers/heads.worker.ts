import { expose } from 'comlink';
import type { HeadsWorkerApi } from '../protocol/heads-protocol.ts';
import { HeadListener } from './head-listener.ts';
import { knowsMeasurements } from './known-measurements.ts';

const listener = new HeadListener();

const api: HeadsWorkerApi = {
  ...knowsMeasurements,
  open: (file, fileName) => listener.open(file, fileName),
  hear: (request) => listener.hear(request),
};

expose(api);
