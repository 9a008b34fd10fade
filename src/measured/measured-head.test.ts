import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sphereHead, type HeadRatios } from '../acoustics/head.ts';
import type { Vec3 } from '../acoustics/types.ts';
import { pointSourceToEars } from '../acoustics/transfers.ts';
import { binauralCurves } from '../design/ear-curves.ts';
import { writeSofa, type SofaContent } from '../export/sofa-writer.ts';
import { headFit } from './head-fit.ts';
import { readHeadSet } from './head-set.ts';
import { measuredHead } from './measured-head.ts';
import { readSofa } from './sofa-file.ts';
import { changed, HEAD, RATE_HZ, sphereContent, TAPS } from './testing/sphere-sofa.ts';

const LISTENER = { positionM: [HEAD.distanceM, 0, 0], headRadiusM: 0.0875, earAzimuthDeg: 100 } as const;
/** On the bins of the responses' own transform, where a response is what it was made of. */
const BINS_HZ = Float64Array.of(1, 3, 5, 8, 11, 16, 24, 43, 64, 85).map((bin) => (bin * RATE_HZ) / TAPS);
const EVERYWHERE_HZ = Float64Array.of(120, 300, 700, 1000, 2000, 4000, 8000, 12_000);
/** Between bins what rings around the top of the band is cut off at the response's ends. */
const BETWEEN_BINS_DB = 0.1;

/** An error of 0.1 dB is one of 0.0115 rad, which is 15 µs of the lowest frequency. */
const US_PER_DB = 150;

const SPHERE = sphereContent();

const read = async (content: SofaContent) => readHeadSet(await readSofa(await writeSofa(content)), 'file');

/** Left ear over right, and the level of each, for a source at an azimuth to the left, as far away as the device. */
function heard(head: HeadRatios, azimuthDeg: number, frequenciesHz: Float64Array, upM = 0) {
  const angle = (azimuthDeg * Math.PI) / 180;
  const distance = HEAD.distanceM;
  const source: Vec3 = [distance - distance * Math.cos(angle), distance * Math.sin(angle), upM];
  const ears = pointSourceToEars(source, LISTENER, frequenciesHz, 343, [0, 0, 0], head);
  const level = (ear: number) =>
    Float64Array.from(
      frequenciesHz,
      (_, bin) => 20 * Math.log10(Math.hypot(ears.re[2 * bin + ear]!, ears.im[2 * bin + ear]!)),
    );
  return { ...binauralCurves(ears, 0, frequenciesHz), levels: [level(0), level(1)] as const };
}

/** Largest difference between curves, gaps left out. */
function apart(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, x, i) => (Number.isNaN(x) ? most : Math.max(most, Math.abs(x - b[i]!))), 0);
}

describe('a measured head', () => {
  it('that is a sphere gives the curves of the sphere, written to a file and read back', async () => {
    const set = await read(SPHERE);
    expect(set.name).toBe('Sphere, a rigid one');
    expect(set.shells.map(({ distanceM }) => distanceM)).toEqual([expect.closeTo(1.4, 12)]);
    expect(set.earsSwapped).toBe(false);
    const head = measuredHead(set);
    for (const azimuth of [0, 30, 90, -120]) {
      for (const [frequencies, db] of [
        [BINS_HZ, 1e-6],
        [EVERYWHERE_HZ, BETWEEN_BINS_DB],
      ] as const) {
        const [measured, exact] = [head, sphereHead].map((one) => heard(one, azimuth, frequencies));
        expect(apart(measured!.ildDb, exact!.ildDb)).toBeLessThan(db);
        expect(apart(measured!.itdUs, exact!.itdUs)).toBeLessThan(US_PER_DB * db);
        [0, 1].forEach((ear) => expect(apart(measured!.levels[ear]!, exact!.levels[ear]!)).toBeLessThan(db));
      }
    }
  });

  it('is interpolated between its directions, 5° apart, within 0.5 dB and 4 µs', async () => {
    const head = measuredHead(await read(sphereContent({ ...HEAD, stepDeg: 5 })));
    // Above, the shadow is full of interference that is narrower than the directions are apart.
    const frequencies = EVERYWHERE_HZ.filter((hz) => hz <= 8000);
    for (const [azimuth, upM] of [
      [5, 0],
      [33, 0],
      [65, 0.2],
      [-97, -0.3],
      [151, 0.1],
    ] as const) {
      const [measured, exact] = [head, sphereHead].map((one) => heard(one, azimuth, frequencies, upM));
      expect(apart(measured!.itdUs, exact!.itdUs)).toBeLessThan(4);
      [0, 1].forEach((ear) => expect(apart(measured!.levels[ear]!, exact!.levels[ear]!)).toBeLessThan(0.5));
    }
  });

  it('keeps what is between the ears and loses what all directions have in common', async () => {
    const ir = SPHERE.variables.find(({ name }) => name === 'Data.IR')!;
    // A microphone that is 12 dB less sensitive and adds an echo: common to all.
    const coloured = Float64Array.from(
      ir.data,
      (x, i) => 0.25 * (x + (i % TAPS > 0 ? 0.5 * ir.data[i - 1]! : 0)),
    );
    const head = measuredHead(await read(changed(SPHERE, { 'Data.IR': { data: coloured } })));
    const [measured, exact] = [head, sphereHead].map((one) => heard(one, 40, EVERYWHERE_HZ));
    expect(apart(measured!.ildDb, exact!.ildDb)).toBeLessThan(BETWEEN_BINS_DB);
    [0, 1].forEach((ear) =>
      expect(apart(measured!.levels[ear]!, exact!.levels[ear]!)).toBeLessThan(2 * BETWEEN_BINS_DB),
    );
  });

  it('reads cartesian positions, a turned view, delays beside the responses, and swapped ears alike', async () => {
    const find = (name: string) => SPHERE.variables.find((one) => one.name === name)!.data;
    const spherical = find('SourcePosition');
    const around = (turnDeg: number, offset: readonly number[]) =>
      Float64Array.from(spherical, (_, i) => {
        const [azimuth, elevation, r] = spherical.subarray(i - (i % 3), i - (i % 3) + 3);
        const [a, e] = [((azimuth! + turnDeg) * Math.PI) / 180, (elevation! * Math.PI) / 180];
        const at = [Math.cos(a) * Math.cos(e), Math.sin(a) * Math.cos(e), Math.sin(e)];
        return r! * at[i % 3]! + offset[i % 3]!;
      });
    const metres = { Type: 'cartesian', Units: 'metre' };
    const exact = heard(sphereHead, 50, BINS_HZ);
    const same = async (other: SofaContent, swapped = false) => {
      const set = await read(other);
      expect(set.earsSwapped).toBe(swapped);
      const { ildDb, itdUs } = heard(measuredHead(set), 50, BINS_HZ);
      expect(apart(ildDb, exact.ildDb)).toBeLessThan(1e-6);
      expect(apart(itdUs, exact.itdUs)).toBeLessThan(1e-5);
    };
    await same(changed(SPHERE, { SourcePosition: { data: around(0, [0, 0, 0]), attributes: metres } }));
    await same(
      changed(SPHERE, {
        SourcePosition: { data: around(90, [1, 2, 3]), attributes: metres },
        ListenerView: { data: Float64Array.of(0, 2, 0) },
        ListenerPosition: { data: Float64Array.of(1, 2, 3) },
      }),
    );
    // Twenty samples of the right ear stand as a delay: circularly, as the responses were made.
    const ir = find('Data.IR');
    const early = Float64Array.from(ir, (x, i) => {
      const [row, t] = [Math.floor(i / TAPS), i % TAPS];
      return row % 2 === 0 ? x : ir[row * TAPS + ((t + 20) % TAPS)]!;
    });
    await same(
      changed(SPHERE, { 'Data.IR': { data: early }, 'Data.Delay': { data: Float64Array.of(0, 20) } }),
    );
    const otherEar = (i: number) => (Math.floor(i / TAPS) % 2 === 0 ? i + TAPS : i - TAPS);
    const swapped = ir.map((_, i) => ir[otherEar(i)]!);
    const ears = { data: Float64Array.of(0, -0.09, 0, 0, 0.09, 0) };
    await same(changed(SPHERE, { 'Data.IR': { data: swapped }, ReceiverPosition: ears }));
    // Positions that contradict the sound: the sound is believed, and it is told.
    await same(changed(SPHERE, { ReceiverPosition: ears }), true);
  });

  it('measured at several distances is taken at the one nearest to the listener', async () => {
    const [near, far] = [0.5, 1.5].map((distanceM) =>
      sphereContent({ ...HEAD, distanceM, maxElevationDeg: 0 }),
    );
    const both = {
      ...near!,
      lengths: { ...near!.lengths, M: 2 * near!.lengths['M']! },
      variables: near!.variables.map((variable, i) =>
        variable.dimensions[0] === 'M'
          ? { ...variable, data: Float64Array.of(...variable.data, ...far!.variables[i]!.data) }
          : variable,
      ),
    };
    const set = await read(both);
    expect(set.shells.map(({ distanceM }) => distanceM)).toEqual([expect.closeTo(0.5), expect.closeTo(1.5)]);
    const device = {
      baffle: { kind: 'none' },
      drivers: [{ id: 'a', positionM: [0, 0, 0], radiusM: 0.01 }],
    } as const;
    const at = (x: number) => headFit(set, device, { ...LISTENER, positionM: [x, 0, 0] });
    expect(at(0.55)).toMatchObject({
      measuredM: expect.closeTo(0.5) as number,
      isDistanceOff: false,
      farthestDeg: 0,
    });
    expect(at(0.8)).toMatchObject({ measuredM: expect.closeTo(0.5) as number, isDistanceOff: true });
    expect(at(3)).toMatchObject({
      measuredM: expect.closeTo(1.5) as number,
      isDistanceOff: false,
      lowestHz: 187.5,
    });
  });
});

/** Energy of the left ear over that of the right one in a third octave of a source 30° to the left, dB. */
function thirdOctaveIldDb(head: HeadRatios, centreHz: number): number {
  const frequencies = Float64Array.from(
    { length: 64 },
    (_, i) => centreHz * 2 ** (((i + 0.5) / 64 - 0.5) / 3),
  );
  const powers = heard(head, 30, frequencies).levels.map((level) =>
    level.reduce((sum, db, i) => sum + frequencies[i]! * 10 ** (db / 10), 0),
  );
  return 10 * Math.log10(powers[0]! / powers[1]!);
}

const KEMAR = new URL('../../../shared/data/kemar-mit.sofa', import.meta.url);
const hasKemar = existsSync(KEMAR);

describe('KEMAR', () => {
  it.skipIf(!hasKemar)(
    `has its published level differences at 30°${hasKemar ? '' : ' (skipped: ../shared/data not here)'}`,
    async () => {
      const set = readHeadSet(await readSofa(readFileSync(KEMAR)), 'KEMAR');
      const head = measuredHead(set);
      const published = { 500: 2.9, 1000: 8.0, 2000: 7.8, 4000: 10.6, 8000: 13.7 };
      for (const [hz, db] of Object.entries(published)) {
        // Bands may be cut otherwise, and levels change by decibels within one.
        expect(Math.abs(thirdOctaveIldDb(head, Number(hz)) - db)).toBeLessThan(0.5);
      }
    },
  );
});
