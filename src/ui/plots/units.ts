/** Numbers as a person reads them, with their unit. A value that is not a number reads as a dash. */
const NONE = '–';

export function decibels(value: number, digits = 1): string {
  return Number.isFinite(value) ? `${signed(value, digits)} dB` : NONE;
}

/** Three significant digits: "80 Hz", "1.25 kHz". */
export function frequency(valueHz: number): string {
  if (!Number.isFinite(valueHz)) return NONE;
  const rounded = Number(valueHz.toPrecision(3));
  return rounded >= 1000 ? `${rounded / 1000} kHz` : `${rounded} Hz`;
}

export function squareMetres(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(value < 1 ? 3 : 2)} m²` : NONE;
}

export function degrees(value: number): string {
  return Number.isFinite(value) ? `${signed(value, 0)}°` : NONE;
}

/** With the typographic minus, and never "−0". */
export function signed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '−');
}

export function metres(value: number): string {
  return Number.isFinite(value) ? `${signed(value, 2)} m` : NONE;
}

/** Of two levels: "+1.2 dB". */
export function difference(valueDb: number): string {
  return Number.isFinite(valueDb) ? `${valueDb > 0 ? '+' : ''}${signed(valueDb, 1)} dB` : NONE;
}
