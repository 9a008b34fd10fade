import type { DesignFailure } from '../../store/index.ts';
import { ruleWords } from '../text/refusals.ts';

/**
 * What the design has against a field: the rule that was broken, when the failure names the field itself or a part of it.
 * @param field path in the document, `device.drivers[2].radiusM`
 */
export function ruleBrokenAt(failure: DesignFailure | null, field: string): string | undefined {
  if (!failure || !names(failure.field, field)) return undefined;
  return ruleWords(failure.said);
}

function names(failed: string, field: string): boolean {
  return failed === field || failed.startsWith(`${field}.`) || failed.startsWith(`${field}[`);
}
