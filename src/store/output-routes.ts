import type { Listening, OutputRoute } from '../protocol/listening-protocol.ts';
import type { DriverRoute, OutputsState, PairTrim } from './state.ts';

/** What may be taken off an output, dB; nothing is ever added. */
export const TRIM_RANGE_DB = { min: -24, max: 0 } as const;
/** By how much one loudspeaker of a pair may be louder than the other, dB. */
export const BALANCE_RANGE_DB = { min: -12, max: 12 } as const;

export const PLAIN_PAIR: PairTrim = { swapped: false, balanceDb: 0 };

/** A driver on the output of its own number, as it is. */
export function plainRoute(output: number): DriverRoute {
  return { output, inverted: false, muted: false, trimDb: 0, delaySeconds: 0 };
}

/**
 * A row for each driver, no two on one output. What was set is kept where it can be; a driver whose output is not there, or
 * is another's, takes the first free one.
 * @param channels of the output, at least as many as drivers
 */
export function routeTable(
  routes: readonly DriverRoute[],
  drivers: number,
  channels: number,
): readonly DriverRoute[] {
  const taken = new Set<number>();
  const wanted = Array.from({ length: drivers }, (_, driver) => {
    const route = routes[driver] ?? plainRoute(driver);
    const isFree = route.output < channels && !taken.has(route.output);
    if (isFree) taken.add(route.output);
    return { route, isFree };
  });
  return wanted.map(({ route, isFree }) => {
    if (isFree) return route;
    let output = 0;
    while (taken.has(output)) output += 1;
    taken.add(output);
    return { ...route, output };
  });
}

/** A driver on another output; the driver that was there takes its place. */
export function withOutput(
  table: readonly DriverRoute[],
  driver: number,
  output: number,
): readonly DriverRoute[] {
  const left = table[driver]!.output;
  return table.map((route, at) => {
    if (at === driver) return { ...route, output };
    return route.output === output ? { ...route, output: left } : route;
  });
}

/**
 * Where what is played comes out.
 * @param outputs of the filters
 * @param channels of the device
 */
export function routesOf(
  { routes, pair }: Pick<OutputsState, 'routes' | 'pair'>,
  { kind }: Listening,
  outputs: number,
  channels: number,
): readonly OutputRoute[] {
  switch (kind) {
    case 'device':
      return routeTable(routes, outputs, channels).map(
        ({ output, inverted, muted, trimDb, delaySeconds }) => ({
          output,
          gain: muted ? 0 : (inverted ? -1 : 1) * linear(trimDb),
          ...(delaySeconds > 0 && { delaySeconds }),
        }),
      );
    case 'loudspeakers':
      return pairRoutes(pair);
    case 'headphones':
      return pairRoutes(PLAIN_PAIR);
  }
}

function pairRoutes({ swapped, balanceDb }: PairTrim): readonly OutputRoute[] {
  const [left, right] = swapped ? [1, 0] : [0, 1];
  return [
    { output: left!, gain: linear(Math.min(0, -balanceDb)) },
    { output: right!, gain: linear(Math.min(0, balanceDb)) },
  ];
}

function linear(levelDb: number): number {
  return 10 ** (levelDb / 20);
}
