import { formatExact } from '../format.ts';
import { inLanguage } from './language.ts';

/** What a field of numbers has against what was typed. */
export const numbersText = inLanguage('numbers', {
  expected: expectedNumber,
  grouped: (decimal: string) =>
    `Enter a number without separators between thousands; decimals follow “${decimal}”`,
} as const);

export interface NumberRange {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
  /** Only whole numbers. */
  readonly isWhole?: boolean | undefined;
}

/** "Enter a whole number from 1 to 32" */
function expectedNumber({ min, max, unit, isWhole }: NumberRange): string {
  const suffix = unit ? ` ${unit}` : '';
  const number = isWhole ? 'a whole number' : 'a number';
  if (min !== undefined && max !== undefined)
    return `Enter ${number} from ${formatExact(min)} to ${formatExact(max)}${suffix}`;
  if (min !== undefined) return `Enter ${number} of at least ${formatExact(min)}${suffix}`;
  if (max !== undefined) return `Enter ${number} of at most ${formatExact(max)}${suffix}`;
  return `Enter ${number}`;
}
