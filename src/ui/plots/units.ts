import { formatExact, formatFixed, withSign } from '../format.ts';

/** Numbers as a person reads them, with their unit. A value that is not a number reads as a dash. */
const NONE = '–';

export function decibels(value: number, digits = 1): string {
  return Number.isFinite(value) ? `${formatFixed(value, digits)} dB` : NONE;
}

/** Three significant digits: "80 Hz", "1.25 kHz". */
export function frequency(valueHz: number): string {
  if (!Number.isFinite(valueHz)) return NONE;
  const rounded = Number(valueHz.toPrecision(3));
  return rounded >= 1000 ? `${formatExact(rounded / 1000)} kHz` : `${formatExact(rounded)} Hz`;
}

export function squareMetres(value: number): string {
  return Number.isFinite(value) ? `${formatFixed(value, value < 1 ? 3 : 2)} m²` : NONE;
}

export function degrees(value: number): string {
  return Number.isFinite(value) ? `${formatFixed(value, 0)}°` : NONE;
}

export function metres(value: number): string {
  return Number.isFinite(value) ? `${formatFixed(value, 2)} m` : NONE;
}

/** Of two levels: "+1.2 dB". */
export function difference(valueDb: number): string {
  return Number.isFinite(valueDb) ? `${withSign(valueDb, 1)} dB` : NONE;
}
