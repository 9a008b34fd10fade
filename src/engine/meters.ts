import type { IMinimalAudioContext } from 'standardized-audio-context';
import meterUrl from '../../worklets/meter.worklet.ts?worker&url';
import { FrameRing } from '../protocol/frame-ring.ts';
import {
  METER_FRAME,
  METER_PROCESSOR_NAME,
  meterFrameOf,
  type MeterCommand,
  type MeterProcessorOptions,
  type MeterReport,
} from '../protocol/meter-protocol.ts';
import type { MeterReading, SpectrumReading, SpectrumSource } from '../store/meter-reading.ts';
import { fillReading, fillSilence } from './fill-reading.ts';
import { UPMIXED, type Outlet } from './chain-link.ts';
import { nativeOf } from './native-context.ts';
import { createProcessorNode, type ProcessorNode } from './processor-node.ts';
import { SpectrumTap } from './spectrum-tap.ts';

const STEREO = 2;

export interface MetersSetup {
  readonly module: WebAssembly.Module;
  /** As many as there can be. */
  readonly outputs: number;
  /** A load board's memory, where the meters' time is to be measured. */
  readonly load?: SharedArrayBuffer | undefined;
}

/** Connects meters to what is played, without being in its way. */
export async function createMeters(
  context: IMinimalAudioContext,
  outlet: Outlet,
  setup: MetersSetup,
): Promise<Meters> {
  await nativeOf(context).audioWorklet.addModule(meterUrl);
  return new Meters(context, outlet, setup);
}

/** The reader's side of the meter processor, and the spectra beside it. */
export class Meters {
  private readonly part: ProcessorNode<IMinimalAudioContext, MeterCommand>;
  private readonly spectra: Readonly<Record<SpectrumSource, SpectrumTap>>;
  private readonly ring: FrameRing | null = null;
  /** The newest frame that was read. */
  private frame: Float32Array;
  private scratch: Float32Array;
  /** Came as a message and was not read yet. */
  private arrived: Float32Array<ArrayBuffer> | null = null;
  private programme = 0;
  /** False once the processor has failed, which the sound does not know of. */
  running = true;

  constructor(
    context: IMinimalAudioContext,
    private readonly outlet: Outlet,
    private readonly setup: MetersSetup,
  ) {
    const { module, outputs, load } = setup;
    const { length } = meterFrameOf(outputs);
    this.frame = new Float32Array(length);
    this.scratch = new Float32Array(length);
    // No frame is of this programme: silence until the first.
    this.frame[METER_FRAME.programme] = -1;
    const shared = globalThis.crossOriginIsolated ? new SharedArrayBuffer(FrameRing.bytes(length)) : null;
    if (shared) this.ring = new FrameRing(shared, length);
    this.part = createProcessorNode<IMinimalAudioContext, MeterCommand, MeterReport>(context, {
      name: METER_PROCESSOR_NAME,
      inputs: 3,
      inputChannels: Math.max(outputs, UPMIXED),
      anyInputChannels: true,
      outputChannels: 1,
      options: {
        module,
        outputs,
        ...(shared && { shared }),
        ...(load && { load }),
      } satisfies MeterProcessorOptions,
      onReport: (report) => this.hear(report),
      onDeath: () => (this.running = false),
    });
    this.spectra = {
      outputs: new SpectrumTap(context, outlet.played, module, outputs),
      upmix: new SpectrumTap(context, outlet.upmixed, module, UPMIXED),
    };
    outlet.played.connect(this.part.node, 0, 0);
    outlet.reduction.connect(this.part.node, 0, 1);
    outlet.upmixed.connect(this.part.node, 0, 2);
    // Silence: browsers run what leads to the destination.
    this.part.node.connect(context.destination);
  }

  read(into: MeterReading): void {
    this.takeFrame();
    if (!this.running || this.frame[METER_FRAME.programme]! < 0) fillSilence(into);
    else fillReading(this.frame, this.setup.outputs, this.programme, into);
    into.running = this.running;
  }

  readSpectrum(source: SpectrumSource, into: SpectrumReading): void {
    const played = Math.max(STEREO, this.frame[METER_FRAME.outputs]!);
    this.spectra[source].read(into, source === 'outputs' ? played : UPMIXED);
  }

  /** Another programme begins. @param atSeconds of the context's time */
  restart(atSeconds: number): void {
    this.programme += 1;
    this.part.send({ type: 'restart', programme: this.programme, atSeconds });
  }

  dispose(): void {
    this.running = false;
    this.outlet.played.disconnect(this.part.node);
    this.outlet.reduction.disconnect(this.part.node);
    this.outlet.upmixed.disconnect(this.part.node);
    this.part.node.disconnect();
    this.part.send({ type: 'end' });
    for (const spectrum of Object.values(this.spectra)) spectrum.dispose();
  }

  private takeFrame(): void {
    if (this.ring?.read(this.scratch)) {
      [this.frame, this.scratch] = [this.scratch, this.frame];
    } else if (this.arrived !== null) {
      this.frame.set(this.arrived);
      this.part.send({ type: 'take', frame: this.arrived }, [this.arrived.buffer]);
      this.arrived = null;
    }
  }

  private hear(report: MeterReport): void {
    if (report.type === 'frame') this.arrived = report.frame;
    else this.running = false;
  }
}
