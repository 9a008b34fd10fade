import { realpath } from 'node:fs/promises';
import { CommandError } from './command-error.ts';
import { RENDER_HELP } from './help.ts';
import { loadKernel } from './kernel-file.ts';
import { parseOptions } from './options.ts';
import { delayIn, profileOf } from './profile-option.ts';
import { writeWhole } from './output-files.ts';
import { Progress } from './progress.ts';
import { designDocument, readDesign } from './read-design.ts';
import { BLOCK_FRAMES, SignalChain } from './signal-chain.ts';
import { WavReader } from './wav-reader.ts';
import { WavWriter } from './wav-writer.ts';
import type { Profile } from '../kernel/profile.ts';

const RULES = { values: ['out', 'listen', 'profile'], flags: ['upmix-only', 'help'] };

/** Where a rendering is heard. */
type Listening = 'drivers' | 'ears';

interface RenderRequest {
  readonly inputPath: string;
  readonly designPath: string;
  readonly outputPath: string;
  /** Null for the upmix alone. */
  readonly listening: Listening | null;
  readonly profile: Profile;
}

function requestOf(args: readonly string[]): RenderRequest | null {
  const { positionals, values, flags } = parseOptions('render', args, RULES);
  if (flags.has('help')) return null;
  const usage = (reason: string) => new CommandError(`render: ${reason}; see soundstage render --help`);
  const [inputPath, designPath, ...more] = positionals;
  if (inputPath === undefined || designPath === undefined || more.length > 0) {
    throw usage(`expected IN.wav and FILE.json, got ${positionals.join(' ') || 'nothing'}`);
  }
  if (values['out'] === undefined) throw usage('--out: expected the file to write, got nothing');
  const listen = values['listen'];
  if (listen !== undefined && listen !== 'drivers' && listen !== 'ears') {
    throw usage(`--listen: expected drivers or ears, got "${listen}"`);
  }
  if (listen !== undefined && flags.has('upmix-only')) {
    throw usage('--listen: expected without --upmix-only, which has no filters to listen to');
  }
  const profile = profileOf('render', values['profile']);
  const listening = flags.has('upmix-only') ? null : (listen ?? 'drivers');
  return { inputPath, designPath, outputPath: values['out'], listening, profile };
}

/** Whether two names are one file that exists. */
async function sameFile(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map((path) => realpath(path).catch(() => null)));
  return first !== null && first === second;
}

function checkInput(reader: WavReader, sampleRateHz: number, designPath: string): void {
  const { path, format, frames } = reader;
  if (format.channels !== 1 && format.channels !== 2) {
    throw new CommandError(`${path}: expected 1 or 2 channels, got ${format.channels}`);
  }
  if (format.sampleRateHz !== sampleRateHz) {
    const rule = `${sampleRateHz} Hz, the sampleRateHz of ${designPath}`;
    throw new CommandError(`${path}: expected ${rule}, got ${format.sampleRateHz} Hz`);
  }
  if (frames === 0) throw new CommandError(`${path}: expected audio, got none`);
}

interface Pipe {
  readonly reader: WavReader;
  readonly chain: SignalChain;
  readonly writer: WavWriter;
  readonly progress: Progress;
}

/** Runs the whole input through the chain: its latency is skipped and its tail let out. */
async function pump({ reader, chain, writer, progress }: Pipe): Promise<void> {
  const left = new Float32Array(BLOCK_FRAMES);
  const right = reader.format.channels === 1 ? left : new Float32Array(BLOCK_FRAMES);
  const planes = reader.format.channels === 1 ? [left] : [left, right];
  const end = chain.latencySamples + reader.frames + chain.tailSamples;
  for (let start = 0; start < end; start += BLOCK_FRAMES) {
    const count = await reader.read(planes);
    left.fill(0, count);
    right.fill(0, count);
    chain.process(left, right);
    const from = Math.max(0, chain.latencySamples - start);
    const to = Math.min(BLOCK_FRAMES, end - start);
    if (to > from) chain.outputs.add(from, to - from);
    if (chain.outputs.room < BLOCK_FRAMES) await writer.write(chain.outputs.take());
    progress.report(Math.min(reader.frames, start) / reader.format.sampleRateHz);
  }
  await writer.write(chain.outputs.take());
}

/** `soundstage render`: a whole file through upmix and filters. */
export async function render(args: readonly string[]): Promise<void> {
  const request = requestOf(args);
  if (!request) {
    process.stdout.write(RENDER_HELP);
    return;
  }
  const { inputPath, designPath, outputPath, listening, profile } = request;
  const document = await readDesign(designPath);
  const { sampleRateHz } = document;
  const reader = await WavReader.open(inputPath, BLOCK_FRAMES);
  try {
    checkInput(reader, sampleRateHz, designPath);
    for (const path of [inputPath, designPath]) {
      if (await sameFile(path, outputPath))
        throw new CommandError(`${outputPath}: expected another file than the input`);
    }
    const filters =
      listening && designDocument(designPath, document, delayIn(profile, document)).spatial[listening];
    const upmix = { sampleRateHz, kind: document.upmix.kind, profile };
    const chain = new SignalChain(await loadKernel(), upmix, filters);
    const progress = new Progress(process.stderr, reader.frames / sampleRateHz);
    await writeWhole(async (files) => {
      const beside = await files.place(outputPath);
      const frames = reader.frames + chain.tailSamples;
      const writer = await WavWriter.create(
        outputPath,
        beside,
        chain.outputs.planes.length,
        sampleRateHz,
        frames,
      );
      try {
        await pump({ reader, chain, writer, progress });
      } finally {
        progress.end();
        await writer.close();
      }
    });
  } finally {
    await reader.close();
  }
}
