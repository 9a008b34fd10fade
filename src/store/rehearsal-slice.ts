import type { RehearsalState, RehearsalActions } from './state.ts';
import { reasonOf, type FlowWiring } from './wiring.ts';

export const initialRehearsal: RehearsalState = {
  progress: null,
  result: null,
  failure: null,
  verdict: null,
};

export function rehearsalActions(wiring: FlowWiring): RehearsalActions {
  let running: AbortController | null = null;
  return {
    async rehearse() {
      if (running !== null) return;
      running = new AbortController();
      await rehearse(wiring, running).finally(() => (running = null));
    },
    cancelRehearsal: () => running?.abort(),
  };
}

/** What plays rests meanwhile and goes on afterwards; whoever presses Play in between wants to hear, not to measure. */
async function rehearse({ ports, get, set, flow }: FlowWiring, control: AbortController): Promise<void> {
  const { engine, rehearsal } = ports;
  const setRehearsal = (partial: Partial<RehearsalState>) =>
    set({ rehearsal: { ...get().rehearsal, ...partial } });
  const wasPlaying = get().player.playing;
  if (wasPlaying) engine.pause();
  const unfollow = engine.onEvent((event) => {
    if (event.type === 'playing' && event.playing) control.abort();
  });
  setRehearsal({ progress: 0, failure: null });
  try {
    const result = await rehearsal.run((progress) => setRehearsal({ progress }), control.signal);
    if (result !== null) setRehearsal({ result });
  } catch (error) {
    setRehearsal({ failure: reasonOf(error) });
  }
  unfollow();
  setRehearsal({ progress: null });
  flow.rehearsed();
  if (wasPlaying && !get().player.playing) await engine.play();
}
