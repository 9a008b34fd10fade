import {
  AnalyserNode,
  ChannelSplitterNode,
  type IAnalyserNode,
  type IMinimalAudioContext,
  type IAudioNode,
} from 'standardized-audio-context';
import { LogSpectrum } from '../kernel/log-spectrum.ts';
import type { SpectrumReading } from '../store/meter-reading.ts';

/** Averaging of power in time: some of the flicker goes, a note's start stays. */
const AVERAGING_SECONDS = 0.1;
/** Transforms in one reading; with more outputs each has its turn. */
const OUTPUTS_PER_READING = 2;

/**
 * A node's newest samples by frequency, channel by channel. A browser's analysers keep the samples, at next to no cost on the audio
 * thread; the transforms are our own kernel's, on the page's thread, and only when someone reads. They take a third of the
 * time that the analysers' own take, at any rate, and their window and average are known.
 */
export class SpectrumTap {
  private readonly splitter: IAudioNode<IMinimalAudioContext>;
  /** One for each channel that was ever read. */
  private readonly analysers: IAnalyserNode<IMinimalAudioContext>[] = [];
  /** Null where there is no memory for it. */
  private spectrum: LogSpectrum | null | undefined;
  private samples = new Float32Array(0);
  private power = new Float64Array(0);
  /** Averaged power of each output. */
  private readonly averages: Float64Array[] = [];
  private readonly readAtSeconds: number[] = [];
  private turn = 0;

  constructor(
    private readonly context: IMinimalAudioContext,
    private readonly output: IAudioNode<IMinimalAudioContext>,
    private readonly module: WebAssembly.Module,
    /** As many as there can be. */
    channels: number,
  ) {
    this.splitter = new ChannelSplitterNode(context, { numberOfOutputs: channels });
    output.connect(this.splitter);
  }

  /** @param channels how many there are now */
  read(into: SpectrumReading, channels: number): void {
    into.channels = channels;
    if (this.spectrum === undefined) this.spectrum = this.prepare(into);
    if (this.spectrum !== null) this.look(this.spectrum, into, channels);
    for (let n = 0; n < Math.min(OUTPUTS_PER_READING, channels); n++) {
      this.turn = (this.turn + 1) % channels;
      if (this.spectrum !== null) this.measure(this.spectrum, this.turn);
    }
    into.levelsDb.forEach((levels, o) => {
      const average = o < channels ? this.averages[o] : undefined;
      for (let k = 0; k < levels.length; k++) levels[k] = average ? 10 * Math.log10(average[k]!) : -Infinity;
    });
  }

  dispose(): void {
    this.output.disconnect(this.splitter);
    this.splitter.disconnect();
  }

  private prepare({ frequenciesHz }: SpectrumReading): LogSpectrum | null {
    const spectrum = createSpectrum(this.module, frequenciesHz, this.context.sampleRate);
    if (spectrum === null) return null;
    this.samples = new Float32Array(spectrum.windowSamples);
    this.power = new Float64Array(frequenciesHz.length);
    return spectrum;
  }

  /** Begins to look at channels that were not looked at before. */
  private look({ windowSamples }: LogSpectrum, { frequenciesHz }: SpectrumReading, channels: number): void {
    while (this.analysers.length < channels) {
      const analyser = new AnalyserNode(this.context, { channelCount: 1, fftSize: windowSamples });
      this.splitter.connect(analyser, this.analysers.length);
      this.analysers.push(analyser);
      this.averages.push(new Float64Array(frequenciesHz.length));
      this.readAtSeconds.push(-Infinity);
    }
  }

  private measure(spectrum: LogSpectrum, output: number): void {
    this.analysers[output]!.getFloatTimeDomainData(this.samples);
    spectrum.measure(this.samples, this.power);
    const now = this.context.currentTime;
    const share = 1 - Math.exp((this.readAtSeconds[output]! - now) / AVERAGING_SECONDS);
    this.readAtSeconds[output] = now;
    const average = this.averages[output]!;
    for (let k = 0; k < average.length; k++) average[k]! += share * (this.power[k]! - average[k]!);
  }
}

function createSpectrum(...setup: ConstructorParameters<typeof LogSpectrum>): LogSpectrum | null {
  try {
    return new LogSpectrum(...setup);
  } catch {
    return null;
  }
}
