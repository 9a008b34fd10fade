import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Whether the packages that build kernels and command are there: an install may leave development packages out. */
export const hasCompilers = () =>
  ['vite', 'assemblyscript'].every((name) => existsSync(`${packages}/${name}`));

function newestOf(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(path).filter((name) => !name.includes('.test.'));
  return names.reduce((newest, name) => Math.max(newest, newestOf(`${path}/${name}`)), 0);
}

/** Whether a made file is missing or older than any of its sources (files, or folders with all that is in them). */
export function isStale(target, sources) {
  return !existsSync(target) || statSync(target).mtimeMs < Math.max(...sources.map(newestOf));
}
