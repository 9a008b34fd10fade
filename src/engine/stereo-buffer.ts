import { AudioBuffer, type IAudioBuffer } from 'standardized-audio-context';

interface Sides {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** What a source node plays. */
export function stereoBuffer({ left, right }: Sides, sampleRate: number): IAudioBuffer {
  const buffer = new AudioBuffer({ length: left.length, numberOfChannels: 2, sampleRate });
  [left, right].forEach((side, channel) => buffer.copyToChannel(side as Float32Array<ArrayBuffer>, channel));
  return buffer;
}
