import type { IAudioContext, IAudioNode } from 'standardized-audio-context';
import { MATRIX_SHAPE } from '../protocol/listening-protocol.ts';
import type { MeterReading, SpectrumReading } from '../store/meter-reading.ts';
import { fillSilence } from './fill-reading.ts';
import { createMeters, type Meters } from './meters.ts';

/** Meters on whatever chain plays, or none: whatever goes wrong with them leaves the sound alone. */
export class MeterTap {
  private output: IAudioNode<IAudioContext> | null = null;
  private meters: Meters | null = null;

  constructor(
    private readonly context: IAudioContext,
    private readonly kernel: Promise<WebAssembly.Module>,
    private readonly load: SharedArrayBuffer | undefined,
  ) {}

  /** Reads a chain's output from now on. */
  async connect(output: IAudioNode<IAudioContext>): Promise<void> {
    this.disconnect();
    this.output = output;
    const setup = { module: await this.kernel, outputs: MATRIX_SHAPE.maxOutputs, load: this.load };
    const meters = await createMeters(this.context, output, setup).catch(() => null);
    if (this.output === output && this.meters === null) this.meters = meters;
    else meters?.dispose();
  }

  /** Before a chain is disposed of. */
  disconnect(): void {
    this.meters?.dispose();
    this.meters = null;
    this.output = null;
  }

  /** Puts others in the place of meters that have failed. */
  revive(): void {
    if (this.output !== null && this.meters?.running === false) void this.connect(this.output);
  }

  read(into: MeterReading): void {
    if (this.meters !== null) return this.meters.read(into);
    into.running = false;
    fillSilence(into);
  }

  readSpectrum(into: SpectrumReading): void {
    if (this.meters !== null) this.meters.readSpectrum(into);
    else for (const levels of into.levelsDb) levels.fill(-Infinity);
  }

  /** @param atSeconds of the context's time */
  restart(atSeconds: number): void {
    this.meters?.restart(atSeconds);
  }
}
