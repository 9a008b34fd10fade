import { convolve, mix } from './simulate.ts';

type Channels = Map<string, Float64Array>;

const words = (text: string) => text.split(' ').filter((word) => word !== '');

/** A channel by its name, or by its number among those there are. */
function channelName(word: string, channels: Channels): string {
  if (!/^\d/.test(word)) return word;
  return [...channels.keys()][Number(word) - 1] ?? word;
}

/** `0.5*L+-0.5*R`, `L` or a constant. */
function sumOf(text: string, channels: Channels): Float64Array {
  return mix(
    text.split('+').map((term) => {
      const factors = term.split('*');
      if (factors.length === 1 && (term === '0' || term.includes('.'))) {
        if (Number(term) !== 0) throw new Error(`a constant: ${term}`);
        return { gain: 0, signal: new Float64Array(1) };
      }
      const name = channelName(factors.at(-1)!, channels);
      const signal = channels.get(name);
      if (!signal) throw new Error(`no channel ${name}`);
      return { gain: factors.length === 2 ? Number(factors[0]) : 1, signal };
    }),
  );
}

/**
 * Equalizer APO as its sources have it: lines of `Command: …`, channels selected in the order they came to be, `Copy` over
 * all channels with its sources read first, `Convolution` with channel k of the file for the kth selected one.
 * @param device signals of the device's channels by name, in its order
 * @returns the device's channels
 */
export function runApo(
  configuration: string,
  device: readonly (readonly [name: string, signal: Float64Array])[],
  read: (file: string) => readonly Float64Array[],
): Float64Array[] {
  const channels: Channels = new Map(device);
  let selected = [...channels.keys()];
  for (const line of configuration.split('\r\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, command, value] = /^(\w+): (.*)$/.exec(line) ?? [];
    if (command === 'Channel') {
      const names = words(value!.toUpperCase()).map((word) => channelName(word, channels));
      for (const name of names) {
        if (name !== 'ALL' && !channels.has(name)) throw new Error(`no channel ${name}`);
      }
      selected = [...channels.keys()].filter((name) => names.includes('ALL') || names.includes(name));
    } else if (command === 'Preamp') {
      const [, gainDb] = /^(-?[\d.]+) dB$/.exec(value!)!;
      for (const name of selected) {
        channels.set(name, mix([{ gain: 10 ** (Number(gainDb) / 20), signal: channels.get(name)! }]));
      }
    } else if (command === 'Copy') {
      const assigned = words(value!).map((word) => {
        const [target, sum] = word.split('=');
        return [channelName(target!, channels), sumOf(sum!, channels)] as const;
      });
      for (const [name, signal] of assigned) channels.set(name, signal);
    } else if (command === 'Convolution') {
      const planes = read(value!);
      selected.forEach((name, i) =>
        channels.set(name, convolve(channels.get(name)!, planes[i % planes.length]!)),
      );
    } else {
      throw new Error(`no such command: ${line}`);
    }
  }
  return device.map(([name]) => channels.get(name)!);
}
