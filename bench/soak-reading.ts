/** What the listener at the chain's end saw in a stretch of sound, over all channels. */
export interface SoakReading {
  readonly frames: number;
  readonly notFinite: number;
  /** Largest sample. */
  readonly peak: number;
  /** Largest value at four times the rate [ITU-R BS.1770-4, annex 2]. */
  readonly truePeak: number;
  /**
   * Largest eighth difference: 35 times the height of a step, 2e−5 of a sine's amplitude at 2 kHz and 48 kHz, less below.
   */
  readonly roughness: number;
}

export type SoakCommand = { readonly type: 'read' } | { readonly type: 'end' };
