import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keepMeasuredDrivers } from '../acoustics/measured-drivers.ts';
import type { Device, Vec3 } from '../acoustics/types.ts';
import { ZoneKernel } from '../kernel/zone-kernel.ts';
import { createDesigner } from './designer.ts';
import type { DesignDocument } from './document.ts';
import { measuredDrivers } from './driver-responses.ts';
import type { FilterSet } from './filter-set.ts';
import { createMemo } from './memo.ts';
import { PRESETS } from './presets.ts';
import { directFigures } from './testing/direct-zone.ts';
import { measuredCircle } from './testing/measured-circle.ts';
import { BROADBAND, type ZoneBand } from './zone-band.ts';
import { ZoneField } from './zone-field.ts';
import { zoneFigures, ZoneRows, ZoneSheet } from './zone-maps.ts';
import { rowsAt, ZONE_STRIDES } from './zone-grid.ts';

/** What the maps are held to against the direct computation: below what is heard, and than what a colour tells. */
const LEVEL_ERROR_DB = 0.1;
const AZIMUTH_ERROR_DEG = 0.5;

const kernel = new WebAssembly.Module(readFileSync(new URL('../../build/zones.wasm', import.meta.url)));

const OCTAVE: ZoneBand = [5657, 11_314];

function fieldOf(document: DesignDocument, drivers: FilterSet, cancellation: FilterSet, band: ZoneBand) {
  return new ZoneField(document, drivers, cancellation, band, new ZoneKernel(kernel), createMemo());
}

function figuresOf(field: ZoneField, place: Vec3) {
  const out = new Float32Array(12);
  field.evaluate([place], out, 0);
  return zoneFigures(out);
}

/** Pulses at the modelling delay: gains (inputs, outputs). */
function gains(rows: readonly (readonly number[])[]): FilterSet {
  const taps = 256;
  const outputs = rows[0]!.length;
  const firs = new Float32Array(rows.length * outputs * taps);
  rows.flat().forEach((gain, filter) => (firs[filter * taps + 128] = gain));
  return { inputs: rows.length, outputs, taps, sampleRateHz: 48_000, latencySamples: 128, firs };
}

/** Repeatable numbers from 0 to 1 (Park and Miller). */
function createRandom() {
  let seed = 7;
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const baffle = { kind: 'measured', name: 'circle.wav', sha256: 'e'.repeat(64) } as const;
const SPEAKER = PRESETS['smart-speaker'];
const MEASURED: DesignDocument = { ...SPEAKER, device: { ...SPEAKER.device, baffle } };
keepMeasuredDrivers(baffle.sha256, measuredDrivers(measuredCircle(SPEAKER.device)));

const wall: Device = {
  baffle: { kind: 'infinite-plane' },
  drivers: [0.2, -0.15].map((left, i) => ({
    id: `d${i}`,
    positionM: [0, left, 0.05],
    radiusM: 0.03 + 0.02 * i,
    gainDb: -2 * i,
  })),
};

describe('ZoneField', () => {
  const onWall: DesignDocument = { ...PRESETS.laptop, device: wall };
  it.each<[string, DesignDocument, ZoneBand]>([
    ['monopoles', PRESETS.laptop, BROADBAND],
    ['caps of a sphere', PRESETS['smart-speaker'], BROADBAND],
    ['drivers as measured', MEASURED, BROADBAND],
    ['pistons of two sizes in a wall, unsymmetric', onWall, BROADBAND],
    ['a soundbar, in its highest octave', PRESETS.soundbar, OCTAVE],
    ['a soundbar, in one octave', PRESETS.soundbar, [707, 1414]],
  ])('agrees with the direct computation: %s', (_, document, band) => {
    const { spatial, cancellation } = createDesigner({ now: () => 0 }).design(document);
    const field = fieldOf(document, spatial.drivers, cancellation, band);
    const random = createRandom();
    const [front, , up] = document.listener.positionM;
    const direct = (place: Vec3) => directFigures(document, spatial.drivers, cancellation, band, place);
    const seat = direct(document.listener.positionM);
    for (let i = 0; i < 24; i++) {
      const place: Vec3 = [front * (0.25 + 1.25 * random()), front * (random() - 0.5), up];
      const found = figuresOf(field, place);
      const exact = direct(place);
      const level = (column: number) => 10 * Math.log10(exact.power[column]! / seat.power[column]!);
      const decibels: [number, number][] = [
        [found.separationLeft, exact.separationLeftDb],
        [found.separationRight, exact.separationRightDb],
        [found.levelLeft, level(0)],
        [found.levelRight, level(1)],
        [found.levelCentre, level(2)],
        [found.balance, exact.balanceDb],
      ];
      for (const [got, wanted] of decibels) expect(Math.abs(got - wanted)).toBeLessThan(LEVEL_ERROR_DB);
      const azimuths = [found.azimuthLeft, found.azimuthRight, found.azimuthCentre];
      if (band === OCTAVE) expect(azimuths).toEqual([NaN, NaN, NaN]);
      else {
        azimuths.forEach((got, column) =>
          expect(Math.abs(got - exact.azimuthDeg[column]!)).toBeLessThan(AZIMUTH_ERROR_DEG),
        );
        expect(found.width).toBeCloseTo(found.azimuthLeft - found.azimuthRight, 4);
        expect(found.presence).toBeCloseTo(exact.coherence, 2);
      }
    }
  });
});

/** Two monopoles at ±30° and 2 m from the listener, the device's centre between them. */
const HALF_M = 2 * Math.sin(Math.PI / 6);
const REFERENCE: DesignDocument = {
  ...PRESETS.laptop,
  device: {
    baffle: { kind: 'none' },
    drivers: [1, -1].map((side) => ({ id: `d${side}`, positionM: [0, side * HALF_M, 0], radiusM: 0.05 })),
  },
  listener: { ...PRESETS.laptop.listener, positionM: [2 * Math.cos(Math.PI / 6), 0, 0] },
};
const EACH_ITS_OWN = gains([
  [1, 0],
  [0, 1],
  [1, 1],
]);
const STAGE = gains([
  [1, 0],
  [0, 1],
]);

describe('a pair of loudspeakers at ±30°', () => {
  const field = fieldOf(REFERENCE, EACH_ITS_OWN, STAGE, BROADBAND);

  it('is heard where it stands, its phantom centre in the middle', () => {
    const seat = zoneFigures(field.seat);
    expect(Math.abs(seat.azimuthLeft - 30)).toBeLessThan(AZIMUTH_ERROR_DEG);
    expect(Math.abs(seat.azimuthRight + 30)).toBeLessThan(AZIMUTH_ERROR_DEG);
    expect(Math.abs(seat.azimuthCentre)).toBeLessThan(0.01);
    // Both ears hear the same.
    expect(seat.presence).toBeGreaterThan(0.999);
    expect(Math.abs(seat.balance)).toBeLessThan(0.001);
    expect([seat.levelLeft, seat.levelCentre, seat.levelRight]).toEqual([0, 0, 0]);
  });

  it('loses its phantom centre to the nearer loudspeaker on the way to the side', () => {
    const [front] = REFERENCE.listener.positionM;
    const beside = [0.05, 0.1, 0.5].map((left) => figuresOf(field, [front, left, 0]));
    expect(beside[0]!.azimuthCentre).toBeGreaterThan(2);
    expect(beside[1]!.azimuthCentre).toBeGreaterThan(beside[0]!.azimuthCentre);
    expect(beside[2]!.presence).toBeLessThan(0.9);
  });

  // The delays of the reference pair, 146/291/581/1424 µs at 5/10/20/50 cm: at a head that is hardly there, two monopoles add
  // up to |p|² = p₁² + p₂² + 2·p₁·p₂·cos ωΔt.
  it.each([
    [0.05, 146],
    [0.1, 291],
    [0.2, 581],
    [0.5, 1424],
  ])('arrives %s m to the side %i µs apart', (left, delayUs) => {
    const document: DesignDocument = {
      ...REFERENCE,
      listener: { ...REFERENCE.listener, headRadiusM: 1e-3 },
    };
    // So low that the cosine is told from its neighbours half a period away.
    const hertz = 250;
    const alone = (rows: [number, number][]) => gains([...rows, [1, 1]]);
    const tiny = fieldOf(document, alone([[1, 0], [0, 1]]), STAGE, [hertz, hertz * 1.0001]); // prettier-ignore
    const { levelLeft, levelRight, levelCentre } = figuresOf(tiny, [document.listener.positionM[0], left, 0]);
    // Levels are relative to the seat, where each gives 1/4 and both together 1.
    const [a, b, both] = [levelLeft, levelRight, levelCentre].map((db) => 10 ** (db / 10));
    const cosine = (4 * both! - a! - b!) / (2 * Math.sqrt(a! * b!));
    const found = (1e6 * Math.acos(cosine)) / (2 * Math.PI * hertz);
    expect(Math.abs(found - delayUs)).toBeLessThan(2);
  });
});

describe('a single source', () => {
  it.each([0, 25, -60])('is coherent and heard where it is: %i°', (azimuthDeg) => {
    const angle = (azimuthDeg * Math.PI) / 180;
    const [front, left] = [Math.cos(angle), Math.sin(angle)];
    const document: DesignDocument = {
      ...REFERENCE,
      // The nose points to the device's centre; the one driver stands at the azimuth from the nose, as far away.
      device: {
        baffle: { kind: 'none' },
        drivers: [{ id: 'one', positionM: [2 - 2 * front, 2 * left, 0], radiusM: 0.02 }],
      },
      listener: { ...REFERENCE.listener, positionM: [2, 0, 0] },
    };
    const seat = zoneFigures(fieldOf(document, gains([[1], [1], [1]]), gains([[1], [1]]), BROADBAND).seat);
    expect(Math.abs(seat.azimuthCentre - azimuthDeg)).toBeLessThan(AZIMUTH_ERROR_DEG);
    // Within a band of an octave the sphere's own level and delay still vary a little.
    expect(seat.presence).toBeGreaterThan(0.98);
  });
});

describe('ZoneRows', () => {
  const document = PRESETS['smart-speaker'];
  const { spatial, cancellation } = createDesigner({ now: () => 0 }).design(document);
  const rowsOf = (of: DesignDocument) =>
    new ZoneRows(of, spatial.drivers, cancellation, BROADBAND, new ZoneKernel(kernel), createMemo());

  it('mirrors what is symmetric to what would be computed', () => {
    const symmetric = rowsOf(document);
    // A head a nanometre to the side has no mirror image.
    const [front, , up] = document.listener.positionM;
    const other = rowsOf({ ...document, listener: { ...document.listener, positionM: [front, 1e-9, up] } });
    for (const row of [80, 130]) {
      const mirrored = symmetric.row(8, row);
      const computed = other.row(8, row);
      mirrored.forEach((value, i) => {
        if (Number.isNaN(computed[i]!)) expect(value).toBeNaN();
        // Lags of the Float32 correlation, in degrees, are the worst.
        else expect(Math.abs(value - computed[i]!)).toBeLessThan(0.05);
      });
    }
  });

  it('becomes maps from coarse to fine, with holes where the head does not fit', () => {
    const rows = rowsOf(document);
    const sheet = new ZoneSheet(rows.grid, rows.seat, rows.bandHz);
    const [coarse, finer] = ZONE_STRIDES.slice(0, 2).map((stride) => {
      for (const row of rowsAt(stride)) sheet.put(stride, row, rows.row(stride, row));
      return sheet.maps(stride);
    });
    expect(coarse!.values.separation).toHaveLength(26 ** 2);
    expect(finer!.values.separation).toHaveLength(51 ** 2);
    // The device itself stands in the middle of the first row; its corner is free.
    expect(coarse!.values.separation[13]).toBeNaN();
    expect(coarse!.values.separation[0]).not.toBeNaN();
    expect(finer!.values.balance[2 * 51 * 10 + 2 * 5]).toBe(coarse!.values.balance[26 * 10 + 5]);
    expect(finer!.isFinest).toBe(false);
  });
});
