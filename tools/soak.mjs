// `npm run soak [-- --hours 4 --seed 1 --segment 0]`: hours of audio through the app's chain, a random event each second.
// A failure names its seed and segment; `--seed … --segment … --hours 0` renders that segment alone.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { root, setUp } from './setup.mjs';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    segment: { type: 'string', default: '0' },
  },
});

function number(name, rule, isFit) {
  const value = Number(values[name]);
  if (isFit(value)) return value;
  console.error(`--${name}: expected ${rule}, got ${values[name]}`);
  process.exit(2);
}

const hours = number('hours', 'a number ≥ 0', (x) => x >= 0 && Number.isFinite(x));
const isWhole = (x) => Number.isInteger(x) && x >= 0;
const seed = number('seed', 'a whole number ≥ 0', isWhole);
const firstSegment = number('segment', 'a whole number ≥ 0', isWhole);

setUp();
const { provideChromium } = await import('./chromium.mjs');
process.env.CHROMIUM_PATH = await provideChromium();
const { runnerImport } = await import('vite');
const { module } = await runnerImport(`${root}bench/soak.ts`, { root, configFile: false, logLevel: 'error' });

// At least the one segment that was asked for.
const seconds = Math.max(1, Math.round(3600 * hours));
const result = await module.soak({ seed, seconds, firstSegment, onProgress: (line) => console.log(line) });
const { problems, ...figures } = result;
console.log();
for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${JSON.stringify(value)}`);
for (const problem of problems) console.error(problem);

// The whole four hours are what the record is about.
if (hours >= 4 && firstSegment === 0) {
  writeFileSync(`${root}bench/soak.json`, `${JSON.stringify(result, null, 2)}\n`);
  console.log('\nbench/soak.json written');
}
process.exit(problems.length > 0 ? 1 : 0);
