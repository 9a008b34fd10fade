import type { IMinimalAudioContext } from 'standardized-audio-context';
import { MOST_OUTPUTS } from '../protocol/listening-protocol.ts';
import type { MeterReading, SpectrumReading, SpectrumSource } from '../store/meter-reading.ts';
import type { Outlet } from './chain-link.ts';
import { fillSilence } from './fill-reading.ts';
import { createMeters, type Meters } from './meters.ts';

/** Meters on what is played, or none: whatever goes wrong with them leaves the sound alone. */
export class MeterTap {
  private outlet: Outlet | null = null;
  private meters: Meters | null = null;

  constructor(
    private readonly context: IMinimalAudioContext,
    private readonly kernel: Promise<WebAssembly.Module>,
    private readonly load: SharedArrayBuffer | undefined,
  ) {}

  async connect(outlet: Outlet): Promise<void> {
    this.meters?.dispose();
    this.meters = null;
    this.outlet = outlet;
    const setup = { module: await this.kernel, outputs: MOST_OUTPUTS, load: this.load };
    const meters = await createMeters(this.context, outlet, setup).catch(() => null);
    if (this.meters === null) this.meters = meters;
    else meters?.dispose();
  }

  /** Puts others in the place of meters that have failed. */
  revive(): void {
    if (this.outlet !== null && this.meters?.running === false) void this.connect(this.outlet);
  }

  read(into: MeterReading): void {
    if (this.meters !== null) return this.meters.read(into);
    into.running = false;
    fillSilence(into);
  }

  readSpectrum(source: SpectrumSource, into: SpectrumReading): void {
    if (this.meters !== null) this.meters.readSpectrum(source, into);
    else for (const levels of into.levelsDb) levels.fill(-Infinity);
  }

  /** @param atSeconds of the context's time */
  restart(atSeconds: number): void {
    this.meters?.restart(atSeconds);
  }
}
