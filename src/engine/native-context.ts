/**
 * The one place that reaches behind standardized-audio-context, written for its version 25.3: a context there keeps
 * the browser's own in the field `_nativeContext`. Needed because its `audioWorklet.addModule` wraps the source in a
 * blob (breaks on exports, comments before imports, and a content policy without `blob:`), and because it knows
 * neither `outputLatency` nor suspending an offline context.
 */
import type { IMinimalAudioContext, IMinimalOfflineAudioContext } from 'standardized-audio-context';

interface Holder {
  readonly _nativeContext?: unknown;
}

export function nativeOf(context: IMinimalAudioContext): AudioContext;
export function nativeOf(context: IMinimalOfflineAudioContext): OfflineAudioContext;
export function nativeOf(context: IMinimalAudioContext | IMinimalOfflineAudioContext): BaseAudioContext;
export function nativeOf(context: IMinimalAudioContext | IMinimalOfflineAudioContext): BaseAudioContext {
  const native = (context as Holder)._nativeContext;
  if (!(native instanceof BaseAudioContext)) {
    throw new Error(
      'standardized-audio-context no longer keeps its native context in _nativeContext; native-context.ts is written for 25.3',
    );
  }
  if (!('audioWorklet' in native)) {
    throw new Error('This browser offers AudioWorklet only on secure pages (https or localhost).');
  }
  return native;
}
