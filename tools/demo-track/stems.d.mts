export type Pan = 'centre' | 'left' | 'right' | 'partly-left' | 'partly-right' | 'wide' | 'moving';

export interface Stem {
  readonly name: string;
  readonly pan: Pan;
  readonly left: Float32Array;
  readonly right: Float32Array;
}

export function renderStems(
  sampleRateHz?: number,
  excerpt?: { readonly seconds?: number; readonly fromSeconds?: number },
): Stem[];

export function mixStems(stems: readonly Stem[]): { left: Float32Array; right: Float32Array };
