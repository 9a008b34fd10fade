import { PLAIN_PAIR, routeTable, withOutput } from './output-routes.ts';
import type { DriverRoute, OutputsState, OutputRouteActions } from './state.ts';
import type { FlowWiring } from './wiring.ts';

export const initialOutputs: OutputsState = { routes: [], pair: PLAIN_PAIR, spot: null, check: null };

/** Where what is played comes out, and how; heard at once. */
export function outputRouteActions({ get, set, flow }: FlowWiring): OutputRouteActions {
  const change = (partial: Partial<OutputsState>): void => {
    set({ outputs: { ...get().outputs, ...partial } });
    flow.applyRoutes();
  };
  /** All rows as they are heard; those of drivers that this device does not have are kept behind them. */
  const changeTable = (next: (table: readonly DriverRoute[]) => readonly DriverRoute[]): void => {
    const { outputs, designer, player } = get();
    const drivers = designer.document.device.drivers.length;
    const table = next(routeTable(outputs.routes, drivers, player.outputChannels));
    change({ routes: [...table, ...outputs.routes.slice(drivers)] });
  };
  return {
    setDriverOutput: (driver, output) => changeTable((table) => withOutput(table, driver, output)),
    setDriverRoute: (driver, partial) =>
      changeTable((table) => table.map((route, at) => (at === driver ? { ...route, ...partial } : route))),
    resetRoutes: () => change({ routes: [] }),
    setPairTrim: (partial) => change({ pair: { ...get().outputs.pair, ...partial } }),
  };
}
