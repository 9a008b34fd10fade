import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRoute, PLAIN_PAIR, routesOf, routeTable, withOutput } from './output-routes.ts';

const DEVICE = { kind: 'device', channels: 8 } as const;
const PAIR = { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 } as const;
const HEADPHONES = { kind: 'headphones' } as const;
const outputsOf = (table: readonly { readonly output: number }[]) => table.map(({ output }) => output);

describe('routeTable', () => {
  it('puts every driver on the output of its own number until something is set', () => {
    expect(routeTable([], 3, 8)).toEqual([plainRoute(0), plainRoute(1), plainRoute(2)]);
  });

  it('keeps what is set and moves what is not there, or taken, to the first free output', () => {
    const routes = [{ ...plainRoute(7), trimDb: -3 }, plainRoute(1), plainRoute(1)];
    expect(routeTable(routes, 3, 4)).toEqual([
      { ...plainRoute(0), trimDb: -3 },
      plainRoute(1),
      plainRoute(2),
    ]);
  });

  it('never has two drivers on one output, or one beyond the device', () => {
    const route = fc.record({
      output: fc.nat(31),
      inverted: fc.boolean(),
      muted: fc.boolean(),
      trimDb: fc.integer({ min: -24, max: 0 }),
      delaySeconds: fc.double({ min: 0, max: 0.05, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(route, { maxLength: 32 }),
        fc.integer({ min: 1, max: 32 }),
        fc.nat(31),
        (routes, drivers, more) => {
          const channels = Math.min(32, drivers + more);
          const outputs = outputsOf(routeTable(routes, drivers, channels));
          expect(new Set(outputs).size).toBe(drivers);
          expect(outputs.every((output) => output < channels)).toBe(true);
        },
      ),
    );
  });
});

describe('withOutput', () => {
  it('changes places with the driver that was there', () => {
    const table = routeTable([], 3, 8);
    expect(outputsOf(withOutput(table, 0, 2))).toEqual([2, 1, 0]);
    expect(outputsOf(withOutput(table, 0, 5))).toEqual([5, 1, 2]);
  });
});

describe('routesOf', () => {
  it('gives a device’s drivers polarity, trim, delay and silence', () => {
    const routes = [
      { ...plainRoute(2), inverted: true },
      { ...plainRoute(0), trimDb: -20, delaySeconds: 0.002 },
      { ...plainRoute(1), muted: true },
    ];
    expect(routesOf({ routes, pair: PLAIN_PAIR }, DEVICE, 3, 8)).toEqual([
      { output: 2, gain: -1 },
      { output: 0, gain: 0.1, delaySeconds: 0.002 },
      { output: 1, gain: 0 },
    ]);
  });

  it('swaps a pair and lowers the louder side, never raises one', () => {
    const [left, right] = routesOf({ routes: [], pair: { swapped: true, balanceDb: 6 } }, PAIR, 2, 2);
    expect(left).toEqual({ output: 1, gain: 10 ** (-6 / 20) });
    expect(right).toEqual({ output: 0, gain: 1 });
  });

  it('leaves headphones as they are', () => {
    const routes = routesOf({ routes: [], pair: { swapped: true, balanceDb: 6 } }, HEADPHONES, 2, 2);
    expect(routes).toEqual([
      { output: 0, gain: 1 },
      { output: 1, gain: 1 },
    ]);
  });
});
