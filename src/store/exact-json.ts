/**
 * JSON that keeps every bit of every number: the plain one writes minus zero as zero, which turns a filter's angle round.
 * @param indent what stands before a line, for a text that people read: objects line by line, lists of plain values on one
 */
export function exactJson(value: unknown, indent?: string): string {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : JSON.stringify(value);
  const inner = indent === undefined ? undefined : `${indent}  `;
  if (Array.isArray(value)) {
    const isFlat = value.every((item) => typeof item !== 'object' || Array.isArray(item));
    const items = value.map((item) => exactJson(item, isFlat ? undefined : inner));
    return isFlat ? `[${items.join(indent === undefined ? ',' : ', ')}]` : enclosed('[]', items, indent);
  }
  const space = indent === undefined ? '' : ' ';
  const fields = Object.entries(value).map(
    ([key, field]) => `${JSON.stringify(key)}:${space}${exactJson(field, inner)}`,
  );
  return enclosed('{}', fields, indent);
}

function enclosed(brackets: string, parts: readonly string[], indent: string | undefined): string {
  if (indent === undefined || parts.length === 0) return brackets[0] + parts.join(',') + brackets[1];
  const lines = parts.map((part) => `${indent}  ${part}`).join(',\n');
  return `${brackets[0]}\n${lines}\n${indent}${brackets[1]}`;
}
