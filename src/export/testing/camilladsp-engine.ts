import { convolve, mix } from './simulate.ts';
import type { System } from './simulate.ts';

interface Device {
  type: string;
  channels: number;
  format: string;
}

interface Filter {
  type: string;
  description?: string;
  parameters: Record<string, unknown>;
}

interface Mixer {
  channels: { in: number; out: number };
  mapping: {
    dest: number;
    sources: { channel: number; gain: number; scale: string; inverted: boolean }[];
  }[];
}

type Step = { type: 'Mixer'; name: string } | { type: 'Filter'; channels: number[]; names: string[] };

/** A CamillaDSP 3 configuration, as far as ours go. */
export interface CamillaConfig {
  title: string;
  description: string;
  devices: { samplerate: number; chunksize: number; capture: Device; playback: Device };
  filters: Record<string, Filter>;
  mixers: Record<string, Mixer>;
  pipeline: Step[];
}

/** One channel of a WAV file beside the configuration. */
export type ReadChannel = (filename: string, channel: number) => Float64Array;

/** The fields that the program knows; it refuses a configuration with any other. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  config: ['title', 'description', 'devices', 'filters', 'mixers', 'pipeline'],
  devices: ['samplerate', 'chunksize', 'capture', 'playback'],
  device: ['type', 'channels', 'format'],
  filter: ['type', 'description', 'parameters'],
  Gain: ['gain', 'scale', 'inverted'],
  Conv: ['type', 'filename', 'channel'],
  mixer: ['channels', 'mapping'],
  channels: ['in', 'out'],
  mapping: ['dest', 'sources'],
  source: ['channel', 'gain', 'scale', 'inverted'],
  MixerStep: ['type', 'name'],
  FilterStep: ['type', 'channels', 'names'],
};

function checkFields(kind: string, value: object): void {
  const keys = Object.keys(value);
  const known = KNOWN[kind]!;
  const missing = known.filter((key) => !keys.includes(key) && key !== 'description');
  const unknown = keys.filter((key) => !known.includes(key));
  if (missing.length > 0 || unknown.length > 0) {
    throw new Error(`${kind}: missing ${missing.join()}, unknown ${unknown.join()}`);
  }
}

function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(rule);
}

const isCount = (value: unknown) => Number.isInteger(value) && (value as number) > 0;
const isIndex = (value: unknown, below: number) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < below;

function checkMixer(name: string, mixer: Mixer): void {
  checkFields('mixer', mixer);
  checkFields('channels', mixer.channels);
  must(isCount(mixer.channels.in) && isCount(mixer.channels.out), `${name}: channels are counts`);
  const dests = mixer.mapping.map(({ dest }) => dest);
  must(new Set(dests).size === dests.length, `${name}: each destination once`);
  for (const map of mixer.mapping) {
    checkFields('mapping', map);
    must(isIndex(map.dest, mixer.channels.out), `${name}: destinations exist`);
    const channels = map.sources.map(({ channel }) => channel);
    must(channels.length > 0 && new Set(channels).size === channels.length, `${name}: each source once`);
    for (const source of map.sources) {
      checkFields('source', source);
      must(isIndex(source.channel, mixer.channels.in), `${name}: sources exist`);
      must(source.scale === 'linear' && source.gain >= 0 && source.gain <= 10, `${name}: gains`);
    }
  }
}

function checkFilter(name: string, filter: Filter, read: ReadChannel): void {
  checkFields('filter', filter);
  checkFields(filter.type, filter.parameters);
  if (filter.type === 'Gain') {
    const gain = filter.parameters['gain'] as number;
    must(filter.parameters['scale'] === 'dB' && gain >= -150 && gain <= 150, `${name}: gain within ±150 dB`);
  } else {
    must(filter.parameters['type'] === 'Wav', `${name}: coefficients of a WAV file`);
    const taps = read(filter.parameters['filename'] as string, filter.parameters['channel'] as number);
    must(taps.length > 0, `${name}: has coefficients`);
  }
}

/** What CamillaDSP's own check asks of a configuration: known fields, names that exist, channels that fit along the way. */
export function checkConfig(config: CamillaConfig, read: ReadChannel): void {
  checkFields('config', config);
  const { devices, filters, mixers, pipeline } = config;
  checkFields('devices', devices);
  for (const device of [devices.capture, devices.playback]) {
    checkFields('device', device);
    must(isCount(device.channels) && device.format === 'FLOAT32LE', 'devices have channels and a format');
  }
  must(isCount(devices.samplerate) && isCount(devices.chunksize), 'rate and chunk are counts');
  let channels = devices.capture.channels;
  for (const step of pipeline) {
    checkFields(`${step.type}Step`, step);
    if (step.type === 'Mixer') {
      const mixer = mixers[step.name];
      must(mixer !== undefined, `mixer ${step.name} exists`);
      checkMixer(step.name, mixer!);
      must(mixer!.channels.in === channels, `mixer ${step.name} takes ${channels} channels`);
      channels = mixer!.channels.out;
      continue;
    }
    must(new Set(step.channels).size === step.channels.length, 'each channel of a step once');
    for (const channel of step.channels) must(isIndex(channel, channels), `channel ${channel} exists`);
    for (const name of step.names) {
      must(filters[name] !== undefined, `filter ${name} exists`);
      checkFilter(name, filters[name]!, read);
    }
  }
  must(channels === devices.playback.channels, `playback has ${channels} channels`);
}

/** Runs a configuration. */
export function camillaSystem({ filters, mixers, pipeline }: CamillaConfig, read: ReadChannel): System {
  const applied = (name: string, signal: Float64Array): Float64Array => {
    const { type, parameters } = filters[name]!;
    if (type === 'Gain') {
      return mix([{ gain: 10 ** ((parameters['gain'] as number) / 20), signal }]);
    }
    return convolve(signal, read(parameters['filename'] as string, parameters['channel'] as number));
  };
  return (inputs) =>
    pipeline.reduce<Float64Array[]>(
      (signals, step) => {
        if (step.type === 'Filter') {
          return signals.map((signal, channel) =>
            step.channels.includes(channel)
              ? step.names.reduce((x, name) => applied(name, x), signal)
              : signal,
          );
        }
        const { channels, mapping } = mixers[step.name]!;
        return Array.from({ length: channels.out }, (_, dest) =>
          mix(
            (mapping.find((map) => map.dest === dest)?.sources ?? []).map(({ channel, gain, inverted }) => ({
              gain: inverted ? -gain : gain,
              signal: signals[channel]!,
            })),
          ),
        );
      },
      [...inputs],
    );
}
