import type { Profile } from '../kernel/profile.ts';
import type { UpmixKind } from '../kernel/upmix.ts';

/**
 * The upmix processor: one stereo input; one output of three channels, left and right without the centre, and the
 * centre. Both sides of the boundary use these types; nothing else crosses it.
 */
export const UPMIX_PROCESSOR_NAME = 'soundstage-upmix';

/** `processorOptions` of the node. */
export interface UpmixProcessorOptions {
  /** The compiled kernels. */
  readonly module: WebAssembly.Module;
  readonly kind: UpmixKind;
  readonly profile: Profile;
  /** Where its time is noted: a load board's memory. */
  readonly load?: SharedArrayBuffer;
}

/** From the node to the processor. */
export type UpmixCommand =
  /** Crossfades to another kind; the newest wins. */
  | { readonly type: 'set-kind'; readonly kind: UpmixKind }
  /** Forgets all signal, after a seek. */
  | { readonly type: 'reset' }
  /** Lets the processor go, once its node is disconnected. */
  | { readonly type: 'end' };

/** From the processor to the node. */
export type UpmixReport =
  | { readonly type: 'ready'; readonly latencySamples: number }
  /** Sent once: the processor passes its input through from now on, with a silent centre and the same latency or none. */
  | { readonly type: 'fault'; readonly message: string };
