import type { ReportActions } from './state.ts';
import type { Wiring } from './wiring.ts';

/** The address of the report: it can be opened by a link, and left by the browser's way back. */
const REPORT = 'report';

export function createReportActions({ ports, get, set }: Wiring): {
  readonly actions: ReportActions;
  /** Opens the report where the address says so, now and whenever it changes. */
  follow(): void;
} {
  const { address } = ports;
  const follow = (): void => {
    const reportOpen = address.fragment() === REPORT;
    if (reportOpen !== get().reportOpen) set({ reportOpen });
  };
  return {
    actions: {
      openReport() {
        address.show(REPORT);
        set({ reportOpen: true });
      },
      closeReport() {
        if (address.fragment() === REPORT) address.clear();
        set({ reportOpen: false });
      },
    },
    follow() {
      address.onChange(follow);
      follow();
    },
  };
}
