import type { NullDetail, NullSet, NullShape } from '../../store/index.ts';

/** Edits of nulls as pure functions: what they do not name stays as it was. */

/** One null with everything it has, of its own or from its set. */
export interface NullView {
  readonly azimuthDeg: number;
  readonly widthDeg: number;
  readonly extraDepthDb: number;
  readonly shape: NullShape;
}

export const WIDEST_DEG = 180;

/** An azimuth as the document takes it: above −180 and up to 180. */
export function wrapped(azimuthDeg: number): number {
  const turned = ((azimuthDeg % 360) + 360) % 360;
  return turned > 180 ? turned - 360 : turned;
}

export function nullsOf({ nullAzimuthsDeg, nullWidthDeg, nullDetails }: NullSet): NullView[] {
  return nullAzimuthsDeg.map((azimuthDeg, index) => ({
    widthDeg: nullWidthDeg,
    extraDepthDb: 0,
    shape: 'flat',
    ...nullDetails?.[index],
    azimuthDeg,
  }));
}

/**
 * Changes one null.
 * @param isMirrored also the one that stands where a mirror shows it, left for right
 */
export function withNull<Nulls extends NullSet>(
  nulls: Nulls,
  index: number,
  { azimuthDeg, ...detail }: Partial<NullView>,
  isMirrored: boolean,
): Nulls {
  const twin = isMirrored ? twinOf(nulls, index) : -1;
  const azimuths = nulls.nullAzimuthsDeg.map((old, at) => {
    if (azimuthDeg === undefined) return old;
    if (at === index) return wrapped(azimuthDeg);
    return at === twin ? wrapped(-azimuthDeg) : old;
  });
  const details = azimuths.map((_, at) => {
    const old = nulls.nullDetails?.[at] ?? {};
    return at === index || at === twin ? { ...old, ...detail } : old;
  });
  return withDetails({ ...nulls, nullAzimuthsDeg: azimuths }, details);
}

/** Another null where a mirror shows this one; −1 where there is none. */
function twinOf({ nullAzimuthsDeg }: NullSet, index: number): number {
  const mirrored = wrapped(-nullAzimuthsDeg[index]);
  return nullAzimuthsDeg.findIndex((other, at) => at !== index && other === mirrored);
}

export function withoutNull<Nulls extends NullSet>(nulls: Nulls, index: number): Nulls {
  const stays = (_: unknown, at: number): boolean => at !== index;
  return withDetails(
    { ...nulls, nullAzimuthsDeg: nulls.nullAzimuthsDeg.filter(stays) },
    (nulls.nullDetails ?? []).filter(stays),
  );
}

export function withNewNull<Nulls extends NullSet>(nulls: Nulls, azimuthDeg: number): Nulls {
  const { nullAzimuthsDeg, nullDetails } = nulls;
  return withDetails(
    { ...nulls, nullAzimuthsDeg: [...nullAzimuthsDeg, wrapped(azimuthDeg)] },
    nullDetails ? [...nullDetails, {}] : [],
  );
}

/** One width for all of them, none with one of its own. */
export function withWidthOfAll<Nulls extends NullSet>(nulls: Nulls, nullWidthDeg: number): Nulls {
  const details = (nulls.nullDetails ?? []).map((detail) => {
    const rest = { ...detail };
    delete rest.widthDeg;
    return rest;
  });
  return withDetails({ ...nulls, nullWidthDeg }, details);
}

/** Says of nulls only what they have of their own, and nothing where none has anything. */
function withDetails<Nulls extends NullSet>(nulls: Nulls, details: readonly NullDetail[]): Nulls {
  const own = details.map(({ widthDeg, extraDepthDb, shape }) => ({
    ...(widthDeg !== undefined && widthDeg !== nulls.nullWidthDeg && { widthDeg }),
    ...(extraDepthDb !== undefined && extraDepthDb !== 0 && { extraDepthDb }),
    ...(shape !== undefined && shape !== 'flat' && { shape }),
  }));
  const rest = { ...nulls };
  delete (rest as { nullDetails?: unknown }).nullDetails;
  return own.some((detail) => Object.keys(detail).length > 0) ? { ...rest, nullDetails: own } : rest;
}
