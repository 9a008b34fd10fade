import { describe, expect, it } from 'vitest';
import { keepMeasuredDrivers } from '../acoustics/measured-drivers.ts';
import { farFieldTransfers } from '../acoustics/transfers.ts';
import { createDesigner } from './designer.ts';
import type { DesignDocument } from './document.ts';
import { horizontalTransfers } from './directivity.ts';
import { measuredDrivers } from './driver-responses.ts';
import { polarField, polarMap } from './polar-map.ts';
import { PRESETS } from './presets.ts';
import { parseDesign } from './schema.ts';
import { measuredCircle } from './testing/measured-circle.ts';

const SHA = 'c'.repeat(64);
const MODEL = PRESETS['smart-speaker'];
const baffle = { kind: 'measured', name: 'circle.wav', sha256: SHA } as const;
const MEASURED: DesignDocument = { ...MODEL, device: { ...MODEL.device, baffle } };
/** Between measured azimuths a straight line stands for the curve: this much of the loudest at steps of 5°. */
const INTERPOLATION = 0.01;
/** Windows of 5 ms resolve 200 Hz; below, what is cut off of the roll-off's long tail is missing. */
const LOW_INTERPOLATION = 0.05;
const FREQUENCIES = Float64Array.of(100, 200, 400, 800, 1600, 3000, 5000, 8000, 12_000, 16_000);
const BETWEEN = Array.from({ length: 360 }, (_, i) => i - 179.5);

keepMeasuredDrivers(SHA, measuredDrivers(measuredCircle(MODEL.device)));

describe('measured drivers', () => {
  it('of a model are the model between their azimuths, but for a gain and a delay that all share', () => {
    const wanted = horizontalTransfers(MODEL, BETWEEN, FREQUENCIES);
    const found = horizontalTransfers(MEASURED, BETWEEN, FREQUENCIES);
    const size = BETWEEN.length * wanted.columns;
    FREQUENCIES.forEach((hz, bin) => {
      const all = Array.from({ length: size }, (_, i) => bin * size + i);
      const sum = (of: (at: number) => number) => all.reduce((total, at) => total + of(at), 0);
      const power = sum((at) => wanted.re[at]! ** 2 + wanted.im[at]! ** 2);
      const re = sum((at) => found.re[at]! * wanted.re[at]! + found.im[at]! * wanted.im[at]!) / power;
      const im = sum((at) => found.im[at]! * wanted.re[at]! - found.re[at]! * wanted.im[at]!) / power;
      const loudest = Math.max(...all.map((at) => Math.hypot(wanted.re[at]!, wanted.im[at]!)));
      const worst = Math.max(
        ...all.map((at) => {
          const x = found.re[at]! - (re * wanted.re[at]! - im * wanted.im[at]!);
          const y = found.im[at]! - (re * wanted.im[at]! + im * wanted.re[at]!);
          return Math.hypot(x, y);
        }),
      );
      const allowed = hz < 500 ? LOW_INTERPOLATION : INTERPOLATION;
      expect(worst / (loudest * Math.hypot(re, im)), `${hz} Hz`).toBeLessThan(allowed);
    });
  });

  // A beam is a difference of drivers: what is 1 % of each of them is more of what is left.
  it('give the polar map of the model: its main lobe within 0.5 dB, and what is 20 dB lower within 1.5 dB', () => {
    const { spatial } = createDesigner().design(MODEL);
    const hz = Float64Array.of(300, 600, 1200, 2400, 4800, 9600);
    const maps = [MODEL, MEASURED].map((document) =>
      polarMap(polarField(document, spatial.drivers, BETWEEN, hz), 2),
    );
    const [wanted, found] = maps.map(({ levelDb }) => levelDb) as [Float32Array, Float32Array];
    hz.forEach((_, f) => {
      const at = (azimuth: number) => azimuth * hz.length + f;
      const loudest = Math.max(...BETWEEN.map((_azimuth, a) => wanted[at(a)]!));
      BETWEEN.forEach((_azimuth, a) => {
        const below = loudest - wanted[at(a)]!;
        if (below < 20) expect(Math.abs(found[at(a)]! - wanted[at(a)]!)).toBeLessThan(below < 10 ? 0.5 : 1.5);
      });
    });
  });

  it('let the sides reach on what was measured what they reach on the model', () => {
    const metrics = [MODEL, MEASURED].map(
      (document) => createDesigner().design(parseDesign(document)).metrics,
    );
    const [model, measured] = metrics.map(({ sides }) => sides.separationDb) as [number[], number[]];
    metrics[0]!.frequencyHz.forEach((hz, bin) => {
      if (hz >= 500 && hz <= 8000) expect(Math.abs(measured[bin]! - model[bin]!)).toBeLessThan(1);
    });
    // Off the plane, what is turned about the front axis stands for what nobody measured.
    const index = metrics.map(
      ({ centre, frequencyHz }) => centre.directivityIndexDb[frequencyHz.findIndex((hz) => hz > 1000)]!,
    );
    expect(Math.abs(index[1]! - index[0]!)).toBeLessThan(1.5);
  });

  it('play as if turned about the front axis above and below the plane, without a step', () => {
    const towards = (azimuthDeg: number, elevationDeg: number) =>
      farFieldTransfers(MEASURED.device, [{ azimuthDeg, elevationDeg }], Float64Array.of(2000), 343);
    const [up, down] = [towards(40, 30), towards(40, -30)];
    expect(up.re).toEqual(down.re);
    const near = [89, 91].map((elevationDeg) => towards(0, elevationDeg));
    near[0]!.re.forEach((x, i) => expect(Math.abs(x - near[1]!.re[i]!)).toBeLessThan(0.1));
  });

  it('are refused by name where they are not known, or of another device', () => {
    const design = (device: DesignDocument['device']) =>
      createDesigner().design(parseDesign({ ...MODEL, device }));
    const unknown = { ...baffle, name: 'prototype 3', sha256: 'd'.repeat(64) };
    expect(() => design({ ...MODEL.device, baffle: unknown })).toThrow(
      'device.baffle: expected the measurement "prototype 3" (SHA-256 dddddddddddd…), got none',
    );
    const drivers = MODEL.device.drivers.slice(1);
    expect(() => design({ baffle, drivers })).toThrow(
      'device.baffle: expected responses of 2 drivers, got those of 3 in "circle.wav"',
    );
    expect(() =>
      parseDesign({ ...MODEL, device: { ...MODEL.device, baffle: { kind: 'measured' } } }),
    ).toThrow('device.baffle.name: expected');
  });
});
