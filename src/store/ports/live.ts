import type { TrackSamples } from '../../protocol/loudness-protocol.ts';

/** What can be listened to as it happens. */
export type LiveRequest =
  /** The sound of a browser's tab, of a window, or of all that plays: the listener chooses in the browser's own dialog. */
  | { readonly kind: 'screen' }
  /** A microphone or a line input; '' for the system's. */
  | { readonly kind: 'input'; readonly deviceId: string; readonly isGuarded: boolean };

export interface LiveInfo {
  readonly kind: LiveRequest['kind'];
  /** As the browser calls it. */
  readonly label: string;
}

export interface InputDevice {
  readonly id: string;
  readonly label: string;
}

/** 'refused': the listener or the browser said no; 'silent': shared, but without its sound; 'absent': there is no such input. */
export type LiveFailureCode = 'refused' | 'silent' | 'absent' | 'failed';

export type LiveReply =
  | { readonly ok: true; readonly live: LiveInfo }
  | { readonly ok: false; readonly code: LiveFailureCode; readonly detail: string };

/** Sound from elsewhere, through the chain, in the place of the track. */
export interface LivePort {
  /** What this browser can. */
  readonly canShare: boolean;
  readonly canRecord: boolean;
  /** Those that the browser names: most of them only once an input was listened to. */
  inputs(): Promise<readonly InputDevice[]>;
  /** Takes the place of what plays, which rests; silent until `play`. To be called in a gesture. */
  start(request: LiveRequest): Promise<LiveReply>;
  /** The last of what was live, silence and feedback apart, copied for another thread; null where nothing is known of it. */
  heard(): TrackSamples | null;
  /** Fades it out and lets it go; the track is there again, at rest. */
  stop(): void;
}

/** Playback rests from here on. */
export type LiveEvent =
  /** 'lost': it was taken away, or ended by itself. */
  | { readonly type: 'live-ended'; readonly cause: 'stopped' | 'lost'; readonly label: string }
  /** It began to feed back: it was faded out and is silent until `play`. */
  | { readonly type: 'live-howled'; readonly label: string };
