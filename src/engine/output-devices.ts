import type { OutputChoice, OutputDevice, OutputsPort } from '../store/ports.ts';

/** A browser's names for whatever the system plays on; that is the choice '' here. */
const SYSTEM = ['default', 'communications'];

/** What a browser may know of output devices beyond the standard's types. */
export interface ToldSink extends EventTarget {
  readonly sinkId?: string | { readonly type: string };
  setSinkId?(sinkId: string): Promise<void>;
}

export interface OutputDevicesSetup {
  readonly sink: ToldSink;
  readonly media: MediaDevices | undefined;
  /** Around a change of device: the sound is faded out before and in after. */
  readonly quietly: (change: () => Promise<void>) => Promise<void>;
  readonly isPlaying: () => boolean;
  /** What there is to choose from has changed, or what is chosen. */
  readonly onChoice: (choice: OutputChoice) => void;
  /** The device that played is gone, or the remembered one is not there; the system's takes its place. */
  readonly onAbsent: (device: OutputDevice, wasPlaying: boolean) => void;
}

/**
 * Which device plays. The system's own unless another is wanted and there; one that goes away is wanted all the same, and is
 * taken again when it is back and nothing plays.
 */
export class OutputDevices implements OutputsPort {
  private wanted: OutputDevice | null = null;
  private current: OutputDevice | null = null;
  private devices: readonly OutputDevice[] = [];
  /** The browser has given names. */
  private named = false;
  private changes: Promise<unknown> = Promise.resolve();
  private looks: Promise<void> = Promise.resolve();

  constructor(private readonly setup: OutputDevicesSetup) {
    setup.media?.addEventListener('devicechange', () => void this.look());
  }

  /** Whether this browser lets a page choose. */
  get supported(): boolean {
    return this.setup.sink.setSinkId !== undefined && this.setup.media !== undefined;
  }

  /** What is remembered, and what there is. */
  async start(wanted: OutputDevice | null): Promise<void> {
    if (!this.supported) return;
    this.wanted = wanted;
    await this.look();
    if (wanted !== null && this.current === null) this.setup.onAbsent(wanted, false);
  }

  /** @throws what the browser says when it refuses; what played before goes on */
  async choose(device: OutputDevice | null): Promise<void> {
    await this.take(device);
    this.wanted = device;
    this.tell();
  }

  /** Asks for the names of all devices, which browsers keep until they may tell. */
  async ask(): Promise<void> {
    const stream = await this.setup.media!.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    await this.look();
  }

  /** Takes the wanted one if it is back. */
  async returnToWanted(): Promise<void> {
    const wanted = this.devices.find((device) => isSame(device, this.wanted));
    if (wanted === undefined || this.current !== null) return;
    await this.take(wanted).catch(() => undefined);
    this.tell();
  }

  /** One at a time: a device that goes away tells so several times. */
  private look(): Promise<void> {
    this.looks = this.looks.then(() => this.lookOnce());
    return this.looks;
  }

  private async lookOnce(): Promise<void> {
    const all = await this.setup.media!.enumerateDevices().catch(() => []);
    const outputs = all.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '');
    this.named = outputs.length > 0;
    this.devices = outputs
      .filter(({ deviceId }) => !SYSTEM.includes(deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
    const { current } = this;
    if (current !== null && this.named && !this.devices.some(({ id }) => id === current.id)) {
      await this.lose(current);
    } else if (!this.setup.isPlaying()) {
      await this.returnToWanted();
    }
    this.tell();
  }

  private async lose(device: OutputDevice): Promise<void> {
    const wasPlaying = this.setup.isPlaying();
    // Said first: whoever hears it keeps the rest from sounding where nobody expects it.
    this.setup.onAbsent(device, wasPlaying);
    await this.take(null).catch(() => undefined);
  }

  /** One change at a time. */
  private take(device: OutputDevice | null): Promise<void> {
    const id = device?.id ?? '';
    const change = this.changes.then(async () => {
      if (id === (this.current?.id ?? '')) return;
      await this.setup.quietly(() => this.setup.sink.setSinkId!(id));
      this.current = device;
    });
    this.changes = change.catch(() => undefined);
    return change;
  }

  private tell(): void {
    const { devices, current, named } = this;
    this.setup.onChoice({ devices, deviceId: current?.id ?? '', mayAsk: !named });
  }
}

/** By its name too: a browser gives a device another id when its site data has been cleared. */
function isSame(device: OutputDevice, wanted: OutputDevice | null): boolean {
  return wanted !== null && (device.id === wanted.id || device.label === wanted.label);
}
