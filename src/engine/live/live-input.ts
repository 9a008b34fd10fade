import type { IMinimalAudioContext, IAudioNode } from 'standardized-audio-context';
import type { InputDevice, LiveEvent, LivePort, LiveReply, LiveRequest } from '../../store/ports.ts';
import type { TrackSamples } from '../../protocol/loudness-protocol.ts';
import type { Transport } from '../playback/transport.ts';
import { capture, inputDevices } from './capture.ts';
import type { LiveSource } from './live-source.ts';

export interface LiveInputSetup {
  readonly context: IMinimalAudioContext;
  readonly media: MediaDevices | undefined;
  readonly transport: Transport;
  /** Before another source takes the place of what plays: that rests. */
  readonly beforeChange: () => void;
  /** It has ended, or was silenced: playback rests. */
  readonly onRest: (event: LiveEvent) => void;
  /** More of it is known. @param seconds in all, silence apart */
  readonly onHeard: (seconds: number) => void;
}

/** What plays, a track or something live: for everything after it, one and the same. */
export class LiveInput implements LivePort {
  private source: LiveSource | null = null;
  private label = '';
  private destination: IAudioNode<IMinimalAudioContext> | null = null;

  constructor(private readonly setup: LiveInputSetup) {}

  get canShare(): boolean {
    return this.setup.media !== undefined && 'getDisplayMedia' in this.setup.media;
  }

  get canRecord(): boolean {
    return this.setup.media !== undefined;
  }

  get playing(): boolean {
    return this.source?.isOpen ?? this.setup.transport.playing;
  }

  inputs(): Promise<readonly InputDevice[]> {
    return inputDevices(this.setup.media);
  }

  async start(request: LiveRequest): Promise<LiveReply> {
    const { context, media } = this.setup;
    if (media === undefined) return { ok: false, code: 'failed', detail: '' };
    const captured = await capture(media, request);
    if (!captured.ok) return captured;
    const { stream, label } = captured;
    const [sound] = stream.getAudioTracks();
    // Behind the question to the listener, which has to be put at once when they press.
    const part = await import('./live-source.ts').catch(() => null);
    if (part === null || this.destination === null || sound?.readyState !== 'live') {
      for (const track of stream.getTracks()) track.stop();
      return { ok: false, code: 'failed', detail: '' };
    }
    this.setup.beforeChange();
    this.source?.end();
    this.label = label;
    this.source = new part.LiveSource({
      context,
      stream,
      destination: this.destination,
      isGuarded: request.kind === 'input' && request.isGuarded,
      onHowl: () => this.setup.onRest({ type: 'live-howled', label }),
      onHeard: this.setup.onHeard,
    });
    sound.onended = () => this.endAs('lost');
    return { ok: true, live: { kind: request.kind, label } };
  }

  heard(): TrackSamples | null {
    return this.source?.heard() ?? null;
  }

  stop(): void {
    this.endAs('stopped');
  }

  play(): void {
    if (this.source) this.source.play();
    else this.setup.transport.play();
  }

  /** Pauses whichever plays. */
  rest(): void {
    this.source?.rest();
    this.setup.transport.stop();
  }

  moveTo(destination: IAudioNode<IMinimalAudioContext>): void {
    this.destination = destination;
    this.setup.transport.moveTo(destination);
    this.source?.moveTo(destination);
  }

  /** As the transport's; what is live cannot be ahead, so that it is heard sooner or later by the difference. */
  handOver(destination: IAudioNode<IMinimalAudioContext>, laterSeconds: number): number | null {
    return this.source
      ? this.source.handOver(destination)
      : this.setup.transport.handOver(destination, laterSeconds);
  }

  adopt(): void {
    this.source?.adopt();
    this.setup.transport.adopt();
  }

  private endAs(cause: 'stopped' | 'lost'): void {
    const { source, label } = this;
    if (source === null) return;
    this.source = null;
    source.end();
    this.setup.onRest({ type: 'live-ended', cause, label });
  }
}
