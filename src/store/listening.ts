import type { DesignDocument } from '../design/document.ts';
import type { Listening, LoudspeakerPair } from '../protocol/listening-protocol.ts';
import type { SoundstageState } from './state.ts';

/** A pair by itself, without what does not belong to it; on the axis it has no offset. */
export function pairOf({ spacingM, distanceM, offsetM = 0 }: LoudspeakerPair): LoudspeakerPair {
  return { spacingM, distanceM, ...(offsetM !== 0 && { offsetM }) };
}

/** @param channels of the output */
export function listeningOf(kind: Listening['kind'], pair: LoudspeakerPair, channels: number): Listening {
  switch (kind) {
    case 'loudspeakers':
      return { kind, ...pair };
    case 'headphones':
      return { kind };
    case 'device':
      return { kind, channels };
  }
}

/**
 * What a document is listened to on: what was chosen, or the listener's pair while the output has fewer channels than the
 * device has drivers.
 */
export function heardListening(
  { designer: { wanted, pair }, player: { outputChannels } }: SoundstageState,
  document: DesignDocument,
): Listening {
  const isShort = document.device.drivers.length > outputChannels;
  return listeningOf(wanted === 'device' && isShort ? 'loudspeakers' : wanted, pair, outputChannels);
}
