import { convolve, mix } from './simulate.ts';
import type { System } from './simulate.ts';

/** One `name: setting;`: lists of settings, each a list of its parts between slashes. */
type Fields = Readonly<Record<string, readonly (readonly string[])[]>>;

interface Structure {
  readonly kind: string;
  readonly names: readonly string[];
  readonly fields: Fields;
}

const TOKEN = /"[^"\n]*"|[{};:,/]|[^\s{};:,/"]+/g;

/** Settings up to the closing brace or the end, structures among them. */
function parse(tokens: readonly string[]): { fields: Fields; structures: Structure[] } {
  let at = 0;
  const settings = (): { fields: Fields; structures: Structure[] } => {
    const fields: Record<string, string[][]> = {};
    const structures: Structure[] = [];
    while (at < tokens.length && tokens[at] !== '}') {
      const kind = tokens[at++]!;
      if (tokens[at] === ':') {
        at++;
        fields[kind] = [[]];
        while (tokens[at] !== ';') {
          const token = tokens[at++]!;
          if (token === ',') fields[kind].push([]);
          else if (token === '{') settingsInside();
          else if (token !== '/') fields[kind].at(-1)!.push(token);
        }
        at++;
        continue;
      }
      const names: string[] = [];
      while (tokens[at] !== '{') {
        if (tokens[at] !== ',') names.push(tokens[at]!);
        at++;
      }
      structures.push({ kind, names, fields: settingsInside(1) });
      if (tokens[at++] !== ';') throw new Error(`${kind}: expected ; behind }`);
    }
    return { fields, structures };
  };
  const settingsInside = (skip = 0): Fields => {
    at += skip;
    const { fields } = settings();
    if (tokens[at++] !== '}') throw new Error('expected }');
    return fields;
  };
  const all = settings();
  if (at !== tokens.length) throw new Error('a } too many');
  return all;
}

/** What the program's default file would have to hold where the main one does not. */
const GENERAL = [
  'float_bits',
  'sampling_rate',
  'filter_length',
  'overflow_warnings',
  'show_progress',
  'max_dither_table_size',
  'allow_poll_mode',
  'modules_path',
  'powersave',
  'monitor_rate',
  'lock_memory',
  'sdf_length',
  'convolver_config',
];

/** Attenuation in dB and multiplier behind a name. */
function gainOf([, attenuationDb = '0', multiplier = '1']: readonly string[]): number {
  return Number(multiplier) * 10 ** (-Number(attenuationDb) / 20);
}

/** Reads a BruteFIR configuration and runs it. @param read 32-bit floats of a file, from a byte on, so many */
export function brutefirSystem(
  text: string,
  read: (file: string, skip: number, count: number) => Float64Array,
): System {
  const { fields, structures } = parse(text.replace(/#.*$/gm, '').match(TOKEN) ?? []);
  for (const name of GENERAL) if (!fields[name]) throw new Error(`${name} is not set`);
  const taps = fields['filter_length']!.reduce((product, [count]) => product * Number(count), 1);
  const of = (kind: string) => structures.filter((one) => one.kind === kind);
  const [input] = of('input');
  const [output] = of('output');
  for (const device of [input!, output!]) {
    if (Number(device.fields['channels']![0]![0]) !== device.names.length) throw new Error('channels');
  }
  const coefficients = new Map(
    of('coeff').map(({ names, fields: { filename, skip, attenuation } }) => {
      const signal = read(filename![0]![0]!.slice(1, -1), Number(skip![0]![0]), taps);
      return [names[0]!, mix([{ gain: 10 ** (-Number(attenuation![0]![0]) / 20), signal }])];
    }),
  );
  return (signals) => {
    const indexOf = (device: Structure, name: string) => {
      const index = device.names.indexOf(name);
      if (index < 0) throw new Error(`no ${device.kind} ${name}`);
      return index;
    };
    const heard = output!.names.map((): { gain: number; signal: Float64Array }[] => []);
    for (const { fields: filter } of of('filter')) {
      const fed = mix(
        filter['from_inputs']!.map((one) => ({
          gain: gainOf(one),
          signal: signals[indexOf(input!, one[0]!)]!,
        })),
      );
      const signal = convolve(fed, coefficients.get(filter['coeff']![0]![0]!)!);
      for (const one of filter['to_outputs']!) {
        heard[indexOf(output!, one[0]!)]!.push({ gain: gainOf(one), signal });
      }
    }
    return heard.map(mix);
  };
}
