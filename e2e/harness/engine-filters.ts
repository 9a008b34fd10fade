import { PRESETS } from '../../src/design/presets.ts';
import { loadKernels } from '../../src/engine/kernel-module.ts';
import { MATRIX_SHAPE, type Listening, type Profile } from '../../src/protocol/listening-protocol.ts';
import type { EnginePort } from '../../src/store/index.ts';
import { DesignRunner } from '../../src/workers/design-runner.ts';

const LISTENING: Listening = { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 };

/** @returns what tells the engine of a profile's filters, which are designed once */
export async function designer(engine: EnginePort): Promise<(profile: Profile) => void> {
  const { module } = await loadKernels();
  const runner = new DesignRunner(module);
  const designed = (profile: Profile) => {
    const { sampleRateHz } = engine;
    const reply = runner.run({ document: PRESETS.laptop, listening: LISTENING, sampleRateHz, profile });
    if (!reply.ok) throw new Error(String(reply.failure.said));
    return reply.outcome;
  };
  const outcomes = { music: designed('music'), video: designed('video') };
  return (profile) => {
    const { original, spatial } = outcomes[profile];
    engine.setPath({ profile, shape: MATRIX_SHAPE });
    engine.setUpmix('adaptive');
    engine.setFilters('A', original.prepared, 0);
    engine.setFilters('B', spatial.prepared, -6);
  };
}
