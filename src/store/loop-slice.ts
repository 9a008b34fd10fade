import type { LoopState, LoopActions } from './state.ts';
import type { Wiring } from './wiring.ts';

/** Shorter ones are no stretch of music but a buzz. */
export const SHORTEST_LOOP_SECONDS = 0.5;

export const NO_LOOP: LoopState = { inSeconds: null, outSeconds: null, isOn: false };

/** A stretch of the current track that is played over and over. */
export function loopActions({ ports, get, set, notify }: Wiring): LoopActions {
  function take(loop: LoopState): void {
    set({ loop });
    const { inSeconds, outSeconds, isOn } = loop;
    const { player } = get();
    if (!isOn || inSeconds === null || outSeconds === null) return ports.engine.setLoop(null);
    ports.engine.setLoop({ fromSeconds: inSeconds, toSeconds: outSeconds });
    // What rests beyond its end would go on from there, and never come back.
    if (!player.playing && ports.engine.positionSeconds() >= outSeconds) ports.engine.seek(inSeconds);
  }

  return {
    setLoopPoint(point, seconds) {
      const { loop, player } = get();
      if (player.track === null) return;
      const at = Math.min(player.track.durationSeconds, Math.max(0, seconds));
      let { inSeconds, outSeconds }: LoopState = { ...loop, [point]: at };
      // One that is set beyond the other begins a stretch of its own.
      if (point === 'inSeconds' && outSeconds !== null && at > outSeconds) outSeconds = null;
      if (point === 'outSeconds') inSeconds = inSeconds === null || at < inSeconds ? 0 : inSeconds;
      if (inSeconds !== null && outSeconds !== null && outSeconds - inSeconds < SHORTEST_LOOP_SECONDS) {
        const values = { seconds: (outSeconds - inSeconds).toFixed(3) };
        return notify({ severity: 'warning', code: 'loop-short', values });
      }
      take({ inSeconds, outSeconds, isOn: inSeconds !== null && outSeconds !== null });
    },
    turnLoop() {
      const { loop, player } = get();
      if (loop.isOn) return take({ ...loop, isOn: false });
      const end = player.track?.durationSeconds;
      if (end === undefined) return;
      const { inSeconds, outSeconds } = loop;
      const whole = { inSeconds: inSeconds ?? 0, outSeconds: outSeconds ?? end };
      if (whole.outSeconds - whole.inSeconds < SHORTEST_LOOP_SECONDS) {
        const values = { seconds: (whole.outSeconds - whole.inSeconds).toFixed(3) };
        return notify({ severity: 'warning', code: 'loop-short', values });
      }
      take({ ...whole, isOn: true });
    },
    clearLoop: () => take(NO_LOOP),
  };
}
