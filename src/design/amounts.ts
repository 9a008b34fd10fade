import type { DesignDocument, GainCurve } from './document.ts';

/** How much of a design is heard: a listener's own, beside the document. */
export interface Amounts extends CentreAmounts {
  /** Azimuth of the virtual pair, degrees; `null` for the design's own. */
  readonly widthDeg: number | null;
  /** Share of the target gain curve in dB, 0…1: at 0 the natural separation is all there is. */
  readonly cancellation: number;
}

/** What a listener makes of the centre: no document says it. */
export interface CentreAmounts {
  /** Level of C against the design, dB. */
  readonly centreDb: number;
  /** Share of the beam in the centre's filters, 0…1, the rest being the least-effort centre; both give one pressure at the head. */
  readonly presence: number;
}

export const AS_DESIGNED: Amounts = { centreDb: 0, widthDeg: null, cancellation: 1, presence: 1 };

export const AMOUNT_RANGES = {
  centreDb: { min: -6, max: 6 },
  widthDeg: { min: 10, max: 60 },
  cancellation: { min: 0, max: 1 },
  presence: { min: 0, max: 1 },
} as const satisfies Record<keyof Amounts, { readonly min: number; readonly max: number }>;

/** Whether nothing is heard otherwise than designed. */
export function isAsDesigned(amounts: Amounts): boolean {
  return (Object.keys(AS_DESIGNED) as (keyof Amounts)[]).every((key) => amounts[key] === AS_DESIGNED[key]);
}

/** The document with those amounts in it that a document can say: width and cancellation. */
export function withAmounts(document: DesignDocument, { widthDeg, cancellation }: Amounts): DesignDocument {
  const { sides } = document;
  const target = sides.cancellation;
  if (target === null) return document;
  return {
    ...document,
    sides: {
      ...sides,
      virtualSpeakerAzimuthDeg: widthDeg ?? sides.virtualSpeakerAzimuthDeg,
      cancellation: { ...target, targetGainDb: scaledCurve(target.targetGainDb, cancellation) },
    },
  };
}

/** A target that is so much of another. Below the natural separation a target changes nothing. */
export function scaledCurve(curve: GainCurve, share: number): GainCurve {
  return share === 1 ? curve : curve.map(([frequencyHz, gainDb]) => [frequencyHz, share * gainDb] as const);
}

/**
 * A design that is heard as this one is with the amounts, as far as a document can say them, and what is left of them: a
 * beam can be there or not, not in part, and the centre's level is none of a design's targets.
 */
export function madeDesign(
  document: DesignDocument,
  amounts: Amounts,
): { readonly document: DesignDocument; readonly left: Amounts } {
  const { sides, centre, ...rest } = withAmounts(document, amounts);
  const hasNoBeam = amounts.presence === 0;
  return {
    document: {
      ...rest,
      sides: sides.cancellation
        ? {
            ...sides,
            cancellation: { ...sides.cancellation, targetGainDb: rounded(sides.cancellation.targetGainDb) },
          }
        : sides,
      centre: hasNoBeam ? { beam: null } : centre,
    },
    left: { ...AS_DESIGNED, centreDb: amounts.centreDb, presence: hasNoBeam ? 1 : amounts.presence },
  };
}

/** To the tenth that fields show. */
function rounded(curve: GainCurve): GainCurve {
  return curve.map(([frequencyHz, gainDb]) => [frequencyHz, Number(gainDb.toFixed(1))] as const);
}
