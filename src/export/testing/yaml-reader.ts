/** What the small reader knows: block mappings and lists, flow lists, quoted and plain scalars, comments on their own lines. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

interface Line {
  readonly indent: number;
  readonly text: string;
}

/** Reads the part of YAML that configurations are written in; anything else is an error. */
export function readYaml(text: string): Yaml {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#') && line !== '---')
    .map((line): Line => ({ indent: line.search(/\S/), text: line.trim() }));
  const { value, next } = readBlock(lines, 0, 0);
  if (next !== lines.length) throw new Error(`not at the depth of what is before it: ${lines[next]!.text}`);
  return value;
}

function readBlock(lines: Line[], at: number, indent: number): { value: Yaml; next: number } {
  if (lines[at]?.indent !== indent) throw new Error(`expected a block ${indent} deep`);
  return lines[at].text.startsWith('- ') ? readList(lines, at, indent) : readMapping(lines, at, indent);
}

function readList(lines: Line[], at: number, indent: number): { value: Yaml[]; next: number } {
  const value: Yaml[] = [];
  while (lines[at]?.indent === indent && lines[at].text.startsWith('- ')) {
    // The mapping of an item begins on the line of its dash.
    lines[at] = { indent: indent + 2, text: lines[at].text.slice(2).trim() };
    const item = readMapping(lines, at, indent + 2);
    value.push(item.value);
    at = item.next;
  }
  return { value, next: at };
}

function readMapping(
  lines: Line[],
  at: number,
  indent: number,
): { value: { [key: string]: Yaml }; next: number } {
  const value: { [key: string]: Yaml } = {};
  while (lines[at]?.indent === indent && !lines[at].text.startsWith('- ')) {
    const [, key, rest] = /^("(?:[^"\\]|\\.)*"|[A-Za-z_]+):(?: (.*))?$/.exec(lines[at].text) ?? [];
    if (key === undefined) throw new Error(`expected a key: ${lines[at].text}`);
    const name = key.startsWith('"') ? (JSON.parse(key) as string) : key;
    if (name in value) throw new Error(`${name} stands twice`);
    at++;
    if (rest !== undefined) {
      value[name] = readScalar(rest);
      continue;
    }
    const inner = readBlock(lines, at, lines[at]!.indent);
    value[name] = inner.value;
    at = inner.next;
  }
  return { value, next: at };
}

function readScalar(text: string): Yaml {
  if (text.startsWith('[')) {
    const parts = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,\s]+/g) ?? [];
    return parts.map(readScalar);
  }
  if (text.startsWith('"')) return JSON.parse(text) as string;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (!/^[A-Za-z][\w .-]*$/.test(text)) throw new Error(`expected quotes around ${text}`);
  return text;
}
