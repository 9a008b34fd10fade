/** Signs that are in no language. */
const FIRST_SIGN = 0xe000;

/**
 * A sentence of the catalogue with plotly's fields for its values. Signs stand for them while it is made: whatever a language
 * does to letters, the fields stay whole.
 */
export function hoverTemplate(
  sentence: (...values: string[]) => string,
  ...fields: readonly string[]
): string {
  const signs = fields.map((_, index) => String.fromCharCode(FIRST_SIGN + index));
  return signs.reduce((made, sign, index) => made.replaceAll(sign, () => fields[index]!), sentence(...signs));
}
