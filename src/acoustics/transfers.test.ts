import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AcousticsError } from './acoustics-error.ts';
import laptop from './fixtures/designs/laptop.json';
import smartSpeaker from './fixtures/designs/smart-speaker.json';
import soundbar from './fixtures/designs/soundbar.json';
import reference from './fixtures/ear-transfer.json';
import { earTransfers, farFieldTransfers, pointSourceToEars, pressureTransfers } from './transfers.ts';
import type { ComplexMatrices, Device, Listener, Vec3 } from './types.ts';

const C = 343;
const FREQUENCIES = Float64Array.of(0, 100, 1000, 5000, 20000);
/** Float64 with a few hundred operations behind it. */
const EXACT = 1e-10;
/** Agreement asked of the reference values, which are exact to 1e−13. */
const REFERENCE_RELATIVE = 1e-6;

const LISTENER: Listener = { positionM: [2, 0, 0], headRadiusM: 0.0875, earAzimuthDeg: 100 };
const MONOPOLE: Device = {
  baffle: { kind: 'none' },
  drivers: [{ id: 'one', positionM: [0, 0, 0], radiusM: 0.02 }],
};
const designs = { laptop, 'smart-speaker': smartSpeaker, soundbar } as unknown as Record<
  keyof typeof reference.designs,
  { device: Device; listener: Listener }
>;

function at({ rows, columns, re, im }: ComplexMatrices, bin: number, row: number, column: number) {
  const index = (bin * rows + row) * columns + column;
  return [re[index]!, im[index]!] as const;
}

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);
const magnitude = (z: readonly number[]) => Math.hypot(z[0]!, z[1]!);
const allFinite = ({ re, im }: ComplexMatrices) => re.every(Number.isFinite) && im.every(Number.isFinite);

function withBaffle(baffle: Device['baffle'], positionsM: readonly Vec3[], gainDb?: number): Device {
  const extra = gainDb === undefined ? {} : { gainDb };
  return {
    baffle,
    drivers: positionsM.map((positionM, n) => ({ id: `d${n}`, positionM, radiusM: 0.02, ...extra })),
  };
}

describe('driver-to-ear transfers', () => {
  it.each(Object.keys(designs) as (keyof typeof designs)[])(
    'agree with every reference value: %s',
    (name) => {
      const points = reference.designs[name];
      const { device, listener } = designs[name];
      const frequencies = Float64Array.from(points, ({ frequencyHz }) => frequencyHz);
      const transfers = earTransfers(device, listener, frequencies, C);
      let worst = 0;
      points.forEach(({ value }, bin) =>
        value.forEach((drivers, ear) =>
          drivers.forEach((expected, driver) => {
            const error = distance(at(transfers, bin, ear, driver), expected) / magnitude(expected);
            worst = Math.max(worst, error);
          }),
        ),
      );
      expect(worst).toBeLessThan(REFERENCE_RELATIVE);
    },
  );

  it('mirror: what the left driver does to the left ear the right one does to the right', () => {
    const device = withBaffle({ kind: 'rigid-sphere', radiusM: 0.09 }, [
      [0.04, 0.08, 0],
      [0.04, -0.08, 0],
    ]);
    const transfers = earTransfers(device, LISTENER, FREQUENCIES, C);
    for (let bin = 0; bin < FREQUENCIES.length; bin++) {
      expect(distance(at(transfers, bin, 0, 0), at(transfers, bin, 1, 1))).toBeLessThan(EXACT);
      expect(distance(at(transfers, bin, 1, 0), at(transfers, bin, 0, 1))).toBeLessThan(EXACT);
    }
  });

  it('hold when device and listener turn together: only their relation counts', () => {
    const ears = (turnDeg: number) => {
      const [c, s] = [Math.cos((turnDeg * Math.PI) / 180), Math.sin((turnDeg * Math.PI) / 180)];
      const turn = ([x, y, z]: Vec3): Vec3 => [c * x - s * y, s * x + c * y, z];
      const device = withBaffle({ kind: 'rigid-sphere', radiusM: 0.09 }, [turn([0.03, 0.06, 0.06])]);
      return earTransfers(device, { ...LISTENER, positionM: turn([1.5, 0.2, 0.3]) }, FREQUENCIES, C);
    };
    const straight = ears(0);
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (turnDeg) => {
        const turned = ears(turnDeg);
        return straight.re.every(
          (re, i) => distance([re, straight.im[i]!], [turned.re[i]!, turned.im[i]!]) < 1e-9,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('of a monopole device are those of a point source', () => {
    const device = withBaffle({ kind: 'none' }, [[0.05, 0.3, 0.1]]);
    const drivers = earTransfers(device, LISTENER, FREQUENCIES, C, [0.1, 0.2, 0]);
    const source = pointSourceToEars([0.05, 0.3, 0.1], LISTENER, FREQUENCIES, C, [0.1, 0.2, 0]);
    expect(drivers).toEqual(source);
  });

  it('move with the head and turn to the device', () => {
    const moved = earTransfers(MONOPOLE, LISTENER, FREQUENCIES, C, [0, 0.7, 0]);
    const there = earTransfers(MONOPOLE, { ...LISTENER, positionM: [2, 0.7, 0] }, FREQUENCIES, C);
    expect(moved).toEqual(there);
    // A head that faces a lone source hears it alike on both sides.
    expect(distance(at(moved, 3, 0, 0), at(moved, 3, 1, 0))).toBeLessThan(EXACT);
  });

  it('continue to frequency 0', () => {
    const device = withBaffle({ kind: 'rigid-sphere', radiusM: 0.09 }, [[0.09, 0, 0]]);
    const transfers = earTransfers(device, LISTENER, Float64Array.of(0, 1e-6), C);
    expect(distance(at(transfers, 0, 0, 0), at(transfers, 1, 0, 0))).toBeLessThan(1e-7);
  });

  it('carry the level of the driver', () => {
    const plain = earTransfers(withBaffle({ kind: 'none' }, [[0, 0.1, 0]]), LISTENER, FREQUENCIES, C);
    const louder = earTransfers(withBaffle({ kind: 'none' }, [[0, 0.1, 0]], 20), LISTENER, FREQUENCIES, C);
    expect(magnitude(at(louder, 2, 0, 0)) / magnitude(at(plain, 2, 0, 0))).toBeCloseTo(10, 10);
  });
});

describe('geometry without meaning, and geometry that only looks it', () => {
  const refusal = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error as AcousticsError;
    }
    return undefined;
  };

  it('refuses a driver in the head by name, also at its very centre', () => {
    for (const positionM of [
      [1.95, 0, 0],
      [2, 0, 0],
    ] as const) {
      const device = withBaffle({ kind: 'none' }, [[0, 0, 0], positionM]);
      const error = refusal(() => earTransfers(device, LISTENER, FREQUENCIES, C));
      expect(error).toBeInstanceOf(AcousticsError);
      expect(error).toMatchObject({
        code: 'driver-in-head',
        field: 'device.drivers[1].positionM',
        value: positionM,
      });
    }
    expect(refusal(() => pointSourceToEars([2, 0, 0], LISTENER, FREQUENCIES, C))?.code).toBe(
      'source-in-head',
    );
  });

  it('refuses a head inside the baffle', () => {
    const device = withBaffle({ kind: 'rigid-sphere', radiusM: 0.5 }, [[0.5, 0, 0]]);
    const listener = { ...LISTENER, positionM: [-0.3, 0, 0] as Vec3 };
    expect(refusal(() => earTransfers(device, listener, FREQUENCIES, C))?.code).toBe('head-in-baffle');
  });

  it.each([
    ['behind the device', [-2, 0, 0]],
    ['beside the device', [0, 2, 0]],
    ['straight above the device', [0, 0, 1]],
    ['touching the driver', [0.0875, 0, 0]],
  ] as [string, Vec3][])('answers a listener %s', (_, positionM) => {
    for (const kind of ['none', 'infinite-plane'] as const) {
      const transfers = earTransfers(
        withBaffle({ kind }, [[0, 0, 0]]),
        { ...LISTENER, positionM },
        FREQUENCIES,
        C,
      );
      expect(allFinite(transfers)).toBe(true);
    }
  });

  it('answers points on a driver, in the middle of it and inside the sphere', () => {
    for (const baffle of [
      { kind: 'none' },
      { kind: 'infinite-plane' },
      { kind: 'rigid-sphere', radiusM: 0.1 },
    ] as const) {
      const device = withBaffle(baffle, [
        [0, 0, 0],
        [0.1, 0, 0],
      ]);
      expect(
        allFinite(
          pressureTransfers(
            device,
            [
              [0, 0, 0],
              [0.1, 0, 0],
              [0.03, 0, 0],
            ],
            FREQUENCIES,
            C,
          ),
        ),
      ).toBe(true);
    }
  });
});

describe('baffles', () => {
  it('none: a monopole', () => {
    const device = withBaffle({ kind: 'none' }, [[0.1, 0, 0]]);
    const transfers = pressureTransfers(device, [[3.1, 4, 0]], FREQUENCIES, C);
    FREQUENCIES.forEach((hz, bin) => {
      const kr = (2 * Math.PI * hz * 5) / C;
      expect(distance(at(transfers, bin, 0, 0), [Math.cos(kr) / 5, -Math.sin(kr) / 5])).toBeLessThan(EXACT);
    });
  });

  it('are reciprocal: monopole and point change places', () => {
    const [here, there]: [Vec3, Vec3] = [
      [0.4, -0.3, 0.2],
      [2, 1, 0],
    ];
    const one = pressureTransfers(withBaffle({ kind: 'none' }, [here]), [there], FREQUENCIES, C);
    const other = pressureTransfers(withBaffle({ kind: 'none' }, [there]), [here], FREQUENCIES, C);
    expect(one).toEqual(other);
  });

  it('the head and a spherical baffle are one function: a small cap heard afar is an ear hearing afar', () => {
    const radiusM = 0.0875;
    const device: Device = {
      baffle: { kind: 'rigid-sphere', radiusM },
      drivers: [{ id: 'ear', positionM: [radiusM, 0, 0], radiusM: 1e-8 }],
    };
    const point: Vec3 = [1.2, 1.6, 0];
    const baffle = pressureTransfers(device, [point], FREQUENCIES, C);
    // The head sits where the sphere was, nose to the device's centre at its left; its right ear looks along +front.
    const listener: Listener = { positionM: [2, 0, 0], headRadiusM: radiusM, earAzimuthDeg: 180 };
    const head = pointSourceToEars([3.2, 1.6, 0], listener, FREQUENCIES, C);
    for (let bin = 0; bin < FREQUENCIES.length; bin++) {
      expect(distance(at(baffle, bin, 0, 0), at(head, bin, 0, 0))).toBeLessThan(1e-8);
    }
  });

  it('infinite plane: twice the monopole in front, nothing behind, the first null at ka sin θ = 3.8317', () => {
    const device = withBaffle({ kind: 'infinite-plane' }, [[0, 0, 0]]);
    const points: Vec3[] = [
      [2, 0, 0],
      [-1e-3, 2, 0],
      [0, 2, 0],
    ];
    const nullHz = (3.8317 * C) / (2 * Math.PI * 0.02);
    const transfers = pressureTransfers(device, points, Float64Array.of(100, nullHz), C);
    expect(magnitude(at(transfers, 0, 0, 0))).toBeCloseTo(1, 12);
    expect(magnitude(at(transfers, 0, 1, 0))).toBe(0);
    expect(magnitude(at(transfers, 0, 2, 0))).toBeCloseTo(1, 3);
    // The null's position is given to five digits.
    expect(magnitude(at(transfers, 1, 2, 0))).toBeLessThan(1e-5);
  });

  it.each(['none', 'infinite-plane', 'rigid-sphere'] as const)(
    '%s: points far away near the far field',
    (kind) => {
      const baffle = kind === 'rigid-sphere' ? { kind, radiusM: 0.1 } : { kind };
      const device = withBaffle(
        baffle,
        [
          [0, 0.1, 0],
          [0, -0.06, 0.08],
        ],
        -3,
      );
      const directions = [
        { azimuthDeg: 40, elevationDeg: 0 },
        { azimuthDeg: -70, elevationDeg: 25 },
        { azimuthDeg: 160, elevationDeg: -10 },
      ];
      const farM = 1e4;
      const points = directions.map(({ azimuthDeg, elevationDeg }): Vec3 => {
        const [az, el] = [(azimuthDeg * Math.PI) / 180, (elevationDeg * Math.PI) / 180];
        return [farM * Math.cos(el) * Math.cos(az), farM * Math.cos(el) * Math.sin(az), farM * Math.sin(el)];
      });
      const frequencies = Float64Array.of(0, 300, 4000);
      const limit = farFieldTransfers(device, directions, frequencies, C);
      const near = pressureTransfers(device, points, frequencies, C);
      frequencies.forEach((hz, bin) => {
        const kr = (2 * Math.PI * hz * farM) / C;
        for (let row = 0; row < points.length; row++) {
          for (let driver = 0; driver < 2; driver++) {
            const [re, im] = at(near, bin, row, driver);
            const turned = [
              farM * (re * Math.cos(kr) - im * Math.sin(kr)),
              farM * (re * Math.sin(kr) + im * Math.cos(kr)),
            ];
            // Departs as k·x²/2r.
            expect(distance(turned, at(limit, bin, row, driver))).toBeLessThan(2e-4);
          }
        }
      });
    },
  );
});
