import type { DesignDocument } from '../design/document.ts';
import { pinkNoise } from '../design/pink-noise.ts';
import type { TestSound } from './ports.ts';
import { after } from './after.ts';
import type { SoundCheck, Sounding, SoundCheckActions } from './state.ts';
import type { FlowWiring } from './wiring.ts';

/** As loud as quiet music, before the volume: safe for a tweeter by itself. */
const LEVEL_DB = -26;
/** Some three seconds: what repeats is hardly noticed. */
const PERIOD_SAMPLES = 2 ** 17;
/** Heard well on any loudspeaker. */
const BROAD_HZ = [200, 8000] as const;
const SIDE_MS = 1300;
const BALANCE_MS = 1000;
const SPOT_MS = 2200;
const DRIVER_MS = 4000;

interface Step {
  readonly sounding: Sounding | null;
  readonly into: TestSound['into'];
  /** Until the next one, or the end; for ever where absent. */
  readonly ms?: number;
}

interface Plan {
  readonly bandHz: readonly [low: number, high: number];
  readonly steps: readonly Step[];
  /** From the last step to the first again. */
  readonly repeats: boolean;
}

/** What a driver is tried with: its own band, or one that is safe for any. */
export function driverBandHz(document: DesignDocument, driver: number): readonly [low: number, high: number] {
  const [low, high] = document.device.drivers[driver]?.bandHz ?? BROAD_HZ;
  // Beyond hearing nothing is to be found out.
  return [Math.max(40, low), Math.max(Math.min(20_000, high), 1.1 * low)];
}

const CHANNELS: Readonly<Record<Sounding, readonly number[]>> = { left: [0], right: [1], centre: [0, 1] };

function planOf(check: SoundCheck, document: DesignDocument): Plan {
  const step = (kind: TestSound['into']['kind'], sounding: Sounding, ms?: number): Step => ({
    sounding,
    into: { kind, channels: CHANNELS[sounding] },
    ...(ms !== undefined && { ms }),
  });
  switch (check.kind) {
    case 'sides': {
      const round = [step('outputs', 'left', SIDE_MS), step('outputs', 'right', SIDE_MS)];
      return { bandHz: BROAD_HZ, steps: [...round, ...round], repeats: false };
    }
    case 'balance': {
      const steps = [step('outputs', 'left', BALANCE_MS), step('outputs', 'right', BALANCE_MS)];
      return { bandHz: BROAD_HZ, steps, repeats: true };
    }
    case 'driver': {
      const into = { kind: 'outputs', channels: [check.driver] } as const;
      const steps = [{ sounding: null, into, ms: DRIVER_MS }];
      return { bandHz: driverBandHz(document, check.driver), steps, repeats: false };
    }
    case 'spot': {
      const { programme } = check;
      if (programme !== 'turn') {
        return { bandHz: BROAD_HZ, steps: [step('programme', programme)], repeats: false };
      }
      const sides = (['centre', 'left', 'right'] as const).map((side) => step('programme', side, SPOT_MS));
      return { bandHz: BROAD_HZ, steps: sides, repeats: true };
    }
  }
}

/** Test sounds one after the other, with what should be heard. */
export function soundCheckActions({ ports, get, set }: FlowWiring): SoundCheckActions {
  /** Of the newest: an older one goes no further. */
  let run = 0;
  const noises = new Map<string, Float32Array<ArrayBuffer>>();

  function noiseIn(bandHz: Plan['bandHz']): Float32Array<ArrayBuffer> {
    const { sampleRateHz } = ports.engine;
    const key = bandHz.join();
    const noise =
      noises.get(key) ?? pinkNoise({ samples: PERIOD_SAMPLES, sampleRateHz, bandHz, levelDb: LEVEL_DB });
    noises.set(key, noise);
    return noise;
  }

  async function play(check: SoundCheck, ticket: number): Promise<void> {
    const { bandHz, steps, repeats } = planOf(check, get().designer.document);
    const samples = noiseIn(bandHz);
    do {
      for (const { sounding, into, ms } of steps) {
        const began = ports.engine.playTest({ samples, into });
        set({ outputs: { ...get().outputs, check: { check, sounding } } });
        const sounds = await began;
        if (ticket !== run) return;
        if (!sounds) return set({ outputs: { ...get().outputs, check: null } });
        if (ms === undefined) return;
        await after(ms);
        if (ticket !== run || get().outputs.check === null) return;
      }
    } while (repeats);
    ports.engine.stopTest();
  }

  return {
    startCheck: (check) => play(check, (run += 1)),
    stopCheck() {
      run += 1;
      ports.engine.stopTest();
    },
  };
}
