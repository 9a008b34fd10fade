import type { Profile } from '../../protocol/listening-protocol.ts';
import type { InputDevice, LiveInfo, LiveRequest } from '../ports.ts';

export interface LiveState {
  /** What is listened to, or waits to be; null while a track is. */
  readonly source: LiveInfo | null;
  /** The browser asks. */
  readonly isStarting: boolean;
  /** Those that have a name. */
  readonly inputs: readonly InputDevice[];
  /** Inputs are faded out when they feed back. */
  readonly isGuarded: boolean;
  /** To go back to. */
  readonly profileBefore: Profile | null;
}

export interface LiveActions {
  /** Plays something live in the place of the track. To be called in a gesture. */
  listen(request: LiveRequest): Promise<void>;
  stopLive(): void;
  /** Looks which inputs there are. */
  findInputs(): Promise<void>;
  /** Of the next input. */
  setGuarded(on: boolean): void;
}
