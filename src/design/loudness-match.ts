/** One filter set, measured before any gain. */
export interface MeasuredSet {
  /** At the listener's ears. */
  readonly earsLufs: number;
  /** Of what is played; differs where what is played are the drivers' signals. */
  readonly outputLufs: number;
  /** Largest sample of what is played, linear. */
  readonly outputPeak: number;
}

export interface MatchedGains {
  /** One frozen gain for each set, in their order. */
  readonly gainsDb: readonly number[];
  /** The one gain for all sets when their loudness is left as it is. */
  readonly unmatchedGainDb: number;
}

/**
 * Gains that make all sets equally loud at the ears: the first, the original, is played as loud as the track itself, the
 * others follow it, and all give way together where a peak would pass the ceiling.
 * @param trackLufs loudness of the track
 * @param ceiling largest sample allowed, linear
 */
export function matchGains(sets: readonly MeasuredSet[], trackLufs: number, ceiling: number): MatchedGains {
  const [original] = sets;
  if (original === undefined) return { gainsDb: [], unmatchedGainDb: 0 };
  const anchorDb = finiteOr0(trackLufs - original.outputLufs);
  const wishesDb = sets.map(({ earsLufs }) => anchorDb + finiteOr0(original.earsLufs - earsLufs));
  return {
    gainsDb: lowered(sets, wishesDb, ceiling),
    unmatchedGainDb: lowered(
      sets,
      sets.map(() => anchorDb),
      ceiling,
    )[0]!,
  };
}

/** Gains lowered by one amount, so that no set's peak passes the ceiling. */
function lowered(sets: readonly MeasuredSet[], gainsDb: readonly number[], ceiling: number): number[] {
  const rooms = sets.map(({ outputPeak }, i) => 20 * Math.log10(ceiling / outputPeak) - gainsDb[i]!);
  const room = Math.min(0, ...rooms);
  return gainsDb.map((gainDb) => gainDb + room);
}

/** Silence has no loudness to match. */
function finiteOr0(valueDb: number): number {
  return Number.isFinite(valueDb) ? valueDb : 0;
}
