import type { Face, Notice, InterfaceActions, SoundstageState } from './state.ts';
import type { FlowWiring, Wiring } from './wiring.ts';

export const initialInterface = {
  face: 'listen',
  reportOpen: false,
  theme: 'system',
  metersOpen: false,
  notices: [],
} as const satisfies Partial<SoundstageState>;

export function interfaceActions({ get, set, flow }: FlowWiring): InterfaceActions {
  const setFace = (face: Face): void => {
    set({ face });
    void flow.remap();
  };
  return {
    setFace,
    turnFace: () => setFace(get().face === 'listen' ? 'design' : 'listen'),
    setTheme: (theme) => set({ theme }),
    setMetersOpen: (metersOpen) => set({ metersOpen }),
    dismiss: (noticeId) => set({ notices: get().notices.filter(({ id }) => id !== noticeId) }),
  };
}

/** Adds a notice; the same thing told again takes the place of what was told before. */
export function createNotify(
  get: () => SoundstageState,
  set: (partial: Partial<SoundstageState>) => void,
): Wiring['notify'] {
  let lastId = 0;
  return (notice) => {
    lastId += 1;
    const others = get().notices.filter((other) => !isSame(other, notice));
    set({ notices: [...others, { id: lastId, ...notice }] });
  };
}

function isSame(one: Notice, other: Omit<Notice, 'id'>): boolean {
  return one.code === other.code && JSON.stringify(one.values) === JSON.stringify(other.values);
}
