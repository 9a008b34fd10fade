import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDesigner } from '../../design/designer.ts';
import { summariseMetrics } from '../../design/metrics-summary.ts';
import { PRESETS } from '../../design/presets.ts';
import { combinationAt, parseSweep } from '../../design/sweep.ts';

const LAUNCHER = fileURLToPath(new URL('../../../tools/soundstage.mjs', import.meta.url));
const START_MS = 120_000;

const design = { ...PRESETS.laptop, filterTaps: 256 };
const SPEC = {
  format: 'soundstage-sweep',
  version: 1,
  name: 'Laptops <and> "others"',
  design: 'laptop.json',
  ranges: { spacingM: [0.05, 0.1, 0.15], cancellationGainDb: { from: 5, to: 20, steps: 4 } },
};
const sweep = parseSweep({ ...SPEC, design });

let folder: string;
const at = (...names: string[]) => join(folder, ...names);

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, 'sweep', ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

const table = async (name: string) => readFile(at(name, 'sweep.csv'), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundstage-sweep-'));
  await writeFile(at('laptop.json'), JSON.stringify(design));
  await writeFile(at('spec.json'), JSON.stringify(SPEC));
  await writeFile(at('other.json'), JSON.stringify({ ...SPEC, ranges: { distanceM: [0.5, 0.6] } }));
  await writeFile(at('broken.json'), JSON.stringify({ ...SPEC, ranges: { distanceM: [0.5, 0.01] } }));
  expect(run('spec.json', '--out', 'whole', '--threads', '2')).toEqual({ status: 0, stdout: '', stderr: '' });
}, START_MS);
afterAll(() => rm(folder, { recursive: true }));

describe('soundstage sweep', { timeout: START_MS }, () => {
  it('has a row for every design, with what it reaches', async () => {
    const [heading, ...rows] = (await table('whole')).split('\r\n');
    expect(rows.pop()).toBe('');
    const columns = heading!.split(',');
    expect(columns.slice(0, 4)).toEqual(['design', 'spacingM', 'cancellationGainDb', 'separationDb']);
    expect(rows).toHaveLength(12);
    rows.forEach((row, index) => {
      const cells = row.split(',');
      expect(cells).toHaveLength(columns.length);
      const { values, document } = combinationAt(sweep, index);
      expect(cells.slice(0, 3).map(Number)).toEqual([index, ...values]);
      const summary = summariseMetrics(createDesigner({ remember: false }).design(document).metrics);
      for (const name of ['separationDb', 'sideEffortDb', 'sideRejectionDb', 'latencySamples'] as const) {
        // Four decimals in the table.
        expect(Math.abs(Number(cells[columns.indexOf(name)]) - summary[name])).toBeLessThan(6e-5);
      }
    });
  });

  it('goes on where it was cut off, a half row done again', async () => {
    const whole = await table('whole');
    expect(run('spec.json', '--out', 'cut').status).toBe(0);
    const lines = whole.split('\r\n');
    const kept = lines[5]!.replace(/,[\d.]+,/, ',kept,');
    // Five rows, out of order, one marked; then half of one.
    const cut = [lines[0], lines[9], kept, lines[1], lines[12], lines[2], lines[3]!.slice(0, 20)].join(
      '\r\n',
    );
    await writeFile(at('cut', 'sweep.csv'), cut);
    expect(run('spec.json', '--out', 'cut').status).toBe(0);
    expect(await table('cut')).toBe(whole.replace(lines[5]!, kept));
  });

  it('can be interrupted: what is done stays, and the same command ends it', async () => {
    // Long enough to be caught at it.
    const long = {
      ...SPEC,
      ranges: { ...SPEC.ranges, cancellationGainDb: { from: 5, to: 20, steps: 100 } },
    };
    await writeFile(at('long.json'), JSON.stringify(long));
    const child = spawn(process.execPath, [LAUNCHER, 'sweep', 'long.json', '--out', 'long'], {
      cwd: folder,
    });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const rowsThere = async () => (await table('long').catch(() => '')).split('\r\n').length - 2;
    while ((await rowsThere()) < 20) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(130);
    const rows = await rowsThere();
    expect(rows).toBeLessThan(300);
    expect(stderr).toBe(
      `soundstage: interrupted: ${rows} of 300 designs are in ${join('long', 'sweep.csv')}; the same command goes on from there\n`,
    );
    expect((await readdir(at('long'))).sort()).toEqual(['pareto.html', 'sweep.csv', 'sweep.json']);
    expect(run('long.json', '--out', 'long').status).toBe(0);
    const designs = (await table('long'))
      .split('\r\n')
      .slice(1, -1)
      .map((row) => Number.parseInt(row, 10));
    expect(designs).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });

  it('writes a page that holds all of it and needs nothing else', async () => {
    const page = await readFile(at('whole', 'pareto.html'), 'utf8');
    expect(page).toContain('<h1>Laptops &lt;and> &quot;others&quot;</h1>');
    expect(page).not.toMatch(/(src|href)="(?!sweep\.csv)/);
    expect(page).not.toContain('%SCRIPT%');
    const [, script] = /<script type="module">(.*)<\/script>/s.exec(page)!;
    // All but the part that draws, run as the page runs it.
    const [head] = script!.split('const WIDTH');
    const found = runInNewContext(
      `${head}; ({ SWEEP, front: paretoFront([[1, 2], [2, 1], [1, 1]], true, true) })`,
    ) as {
      SWEEP: { columns: { name: string }[]; rows: (number | null)[][] };
      front: number[];
    };
    expect([...found.front]).toEqual([0, 1]);
    const [heading, ...rows] = (await table('whole')).split('\r\n').slice(0, -1);
    expect(found.SWEEP.columns.map(({ name }) => name)).toEqual(heading!.split(',').slice(0, -1));
    expect(found.SWEEP.rows.map((row) => row.map((x) => x ?? ''))).toEqual(
      rows.map((row) =>
        row
          .split(',')
          .slice(0, -1)
          .map((cell) => (cell === '' ? '' : Number(cell))),
      ),
    );
  });

  it.each([
    [['none.json', '--out', 'x'], 'none.json: cannot read: no such file'],
    [['spec.json'], '--out: expected the folder to write into, got nothing'],
    [
      ['spec.json', '--out', 'x', '--threads', '0'],
      '--threads: expected a whole number from 1 to 256, got "0"',
    ],
    [['laptop.json', '--out', 'x'], 'laptop.json: format: expected "soundstage-sweep"'],
    [
      ['broken.json', '--out', 'x'],
      'broken.json: with distanceM 0.01: listener.positionM: expected a head clear',
    ],
    [['other.json', '--out', 'whole'], 'whole: expected a new folder or one of this same sweep'],
  ])('refuses %j', async (args, message) => {
    const before = await readdir(folder);
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(before);
  });

  it('refuses a table that is another’s', async () => {
    expect(run('spec.json', '--out', 'strange').status).toBe(0);
    await rm(at('strange', 'sweep.csv'));
    await appendFile(at('strange', 'sweep.csv'), 'design,wealth\r\n0,1\r\n');
    const { status, stderr } = run('spec.json', '--out', 'strange');
    expect(status).toBe(2);
    expect(stderr).toContain('sweep.csv: expected the columns of this sweep, got those of another');
  });
});
