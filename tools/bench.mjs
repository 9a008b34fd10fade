// `npm run bench [name …]`: every bench/*.bench.ts (or those named), as a table and into bench/results.json, each as soon as
// it is done, with its date and machine; those that are not run keep what was measured before.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { root, setUp } from './setup.mjs';

setUp();
const { provideChromium } = await import('./chromium.mjs');
process.env.CHROMIUM_PATH = await provideChromium();
const { runnerImport } = await import('vite');

const wanted = process.argv.slice(2);
const files = readdirSync(`${root}bench`)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.startsWith(part)))
  .sort();

const [{ model }, ...others] = cpus();
const machine = `${model.trim()}, ${others.length + 1} cores, ${process.platform}, Node ${process.version}`;
const path = `${root}bench/results.json`;

/** Puts what a file measured in the place of what it had measured before. */
function keep(file, measured) {
  const results = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  results[file] = { date: new Date().toISOString(), machine, rows: measured };
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
}

const rows = [];
for (const file of files) {
  console.log(`\n── ${file}`);
  const { module } = await runnerImport(`${root}bench/${file}`, {
    root,
    configFile: false,
    logLevel: 'error',
  });
  const benches = Object.entries(module).filter(
    ([name, value]) => name.endsWith('Bench') && typeof value === 'function',
  );
  const measured = [];
  for (const [, bench] of benches) measured.push(...(await bench()));
  // What could not be measured here leaves what was measured elsewhere.
  if (measured.length > 0) keep(file, measured);
  rows.push(...measured);
}

const digits = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
const cells = rows.map(({ figure, value, unit, rival, rivalValue, ratio }) => [
  figure,
  `${digits(value)} ${unit}`,
  rival,
  rivalValue === null ? '–' : `${digits(rivalValue)} ${unit}`,
  ratio === null ? '–' : `${digits(ratio)}×`,
]);
const table = [['figure', 'ours', 'rival', 'rival’s', 'ratio'], ...cells];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
console.log();
for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  '));
for (const { figure, note } of rows) if (note) console.log(`${figure}: ${note}`);

process.exit(0);
