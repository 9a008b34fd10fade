import { atRate } from '../design/at-rate.ts';
import type { DesignDocument } from '../design/document.ts';
import { PRESETS } from '../design/presets.ts';
import { MATRIX_SHAPE } from '../protocol/listening-protocol.ts';
import type { Ports, Rehearsal } from './ports.ts';
import type { DesignLoad, LoadVerdict, PresetId } from './state.ts';
import type { Wiring } from './wiring.ts';

/** What plays without gaps: above it there is no room for a crossfade, which takes a third more, and for other programs. */
export const CARRIED_SHARE = 0.6;

/** Lengths for which the verdict says how many outputs there is room for. */
const ROOM_TAPS = [2048, 4096, 8192] as const;
const MOST_OUTPUTS = 32;

/**
 * Says what the last rehearsal means for the designs at hand, and warns once of one that is too much for the machine.
 * Without a rehearsal at the output's rate nothing is claimed.
 * @returns to be called with the document that is played next, as designed for the output's rate, and its outputs
 */
export function createLoadJudge({
  ports,
  get,
  set,
  notify,
}: Wiring): (played: DesignDocument, outputs?: number) => void {
  let isTold = false;
  return (played, outputs = MATRIX_SHAPE.maxOutputs) => {
    const { rehearsal, notices } = get();
    const isOfThisRate = rehearsal.result?.sampleRateHz === ports.engine.sampleRateHz;
    const verdict = rehearsal.result && isOfThisRate ? judge(ports, rehearsal.result, played, outputs) : null;
    set({ rehearsal: { ...rehearsal, verdict } });
    const [current] = verdict?.designs ?? [];
    const isHeavy = current !== undefined && current.share > CARRIED_SHARE;
    if (isHeavy && !isTold) {
      const values = { percent: (100 * current.share).toFixed(0), taps: String(current.taps) };
      notify({ severity: 'warning', code: 'design-heavy', values });
    }
    if (!isHeavy && isTold) set({ notices: notices.filter(({ code }) => code !== 'design-heavy') });
    isTold = isHeavy;
  };
}

function judge(
  { engine, rehearsal }: Ports,
  { measured }: Rehearsal,
  { filterTaps }: DesignDocument,
  playedOutputs: number,
): LoadVerdict {
  // However many drivers a device has, what most listen on are two loudspeakers or two ears.
  const shareOf = (taps: number, outputs: number = MATRIX_SHAPE.maxOutputs) =>
    rehearsal.loadOf(measured, { outputs, taps });
  const load = (name: DesignLoad['name'], taps: number, outputs?: number): DesignLoad => ({
    name,
    taps,
    share: shareOf(taps, outputs),
  });
  const presets = Object.entries(PRESETS).map(([name, document]) =>
    load(name as PresetId, atRate(document, engine.sampleRateHz).filterTaps),
  );
  return {
    designs: [load('current', filterTaps, playedOutputs), ...presets, load('longest', MATRIX_SHAPE.maxTaps)],
    room: ROOM_TAPS.map((taps) => ({ taps, outputs: mostOutputs((outputs) => shareOf(taps, outputs)) })),
  };
}

/** The most outputs that are carried, 0…32: the load grows with them. */
function mostOutputs(shareOf: (outputs: number) => number): number {
  let [carried, tooMany] = [0, MOST_OUTPUTS + 1];
  while (tooMany - carried > 1) {
    const middle = (carried + tooMany) >> 1;
    if (shareOf(middle) <= CARRIED_SHARE) carried = middle;
    else tooMany = middle;
  }
  return carried;
}
