import { existsSync, readdirSync, statSync } from 'node:fs';

function newestOf(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestOf(`${path}/${name}`)), 0);
}

/** Whether a made file is missing or older than any of its sources (files, or folders with all that is in them). */
export function isStale(target, sources) {
  return !existsSync(target) || statSync(target).mtimeMs < Math.max(...sources.map(newestOf));
}
