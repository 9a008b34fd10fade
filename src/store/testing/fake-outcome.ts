import { PRESETS } from '../../design/presets.ts';
import type { DesignOutcome } from '../../protocol/designer-protocol.ts';
import { MATRIX_SHAPE } from '../../protocol/listening-protocol.ts';
import type { LoudnessMatch } from '../../protocol/loudness-protocol.ts';

let fakeSets = 0;

/** An outcome that can be told apart by its name; the store never looks into its arrays. */
export function fakeOutcome(name: string): DesignOutcome {
  const heard = (side: string) => ({
    id: (fakeSets += 1),
    upmix: null,
    prepared: `${name} ${side}`,
    outputs: side,
    ears: side,
  });
  const [original, spatial] = [heard('original'), heard('spatial')];
  const outcome: unknown = {
    profile: 'music',
    listening: { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 },
    shape: MATRIX_SHAPE,
    view: { document: { ...PRESETS.laptop, name }, metrics: { sides: { separationDb: [20] } }, stepsMs: {} },
    original,
    spatial,
    slots: { A: original, B: spatial },
    standIns: {},
    drivers: name,
    cancellation: name,
  };
  return outcome as DesignOutcome;
}

/** What is answered at once, unless `holds.estimates`. */
export const fakeEstimate: LoudnessMatch = {
  gainDb: { A: -3.1, B: -1.1 },
  lufs: { A: -20, B: -22 },
  unmatchedGainDb: -2.1,
  measuredSeconds: 8,
};

export const fakeMatch: LoudnessMatch = {
  gainDb: { A: -3, B: -1 },
  lufs: { A: -20, B: -22 },
  unmatchedGainDb: -2,
  measuredSeconds: 10,
};
