import { TruePeak } from '../src/kernel/true-peak.ts';
import type { SoakCommand, SoakReading } from './soak-reading.ts';

/** Differences of differences that tell a step from a smooth signal. */
const ORDER = 8;

/** Looks at every sample that the chain gives; told to read, it says what was seen since the last time. */
class SoakListener extends AudioWorkletProcessor {
  #truePeak: TruePeak | undefined;
  /** Per channel: the last value of each order of difference. */
  readonly #last: Float64Array;
  #ended = false;
  #frames = 0;
  #notFinite = 0;
  #peak = 0;
  #roughness = 0;

  constructor({ processorOptions }: { processorOptions: { module: WebAssembly.Module; channels: number } }) {
    super();
    const { module, channels } = processorOptions;
    this.#truePeak = new TruePeak(module, channels);
    this.#last = new Float64Array(ORDER * channels);
    this.port.onmessage = ({ data }: MessageEvent<SoakCommand>): void => {
      if (data.type === 'end') this.#end();
      else this.#tell();
    };
  }

  process([input]: Float32Array[][]): boolean {
    // Nothing is connected any more.
    if (input.length === 0) return !this.#ended;
    const before = this.#notFinite;
    for (let c = 0; c < input.length; c++) this.#look(input[c], ORDER * c);
    this.#frames += input[0].length;
    if (this.#notFinite === before) this.#truePeak?.add(input, 0, input[0].length);
    return !this.#ended;
  }

  #end(): void {
    this.#ended = true;
    this.port.close();
    this.#truePeak = undefined;
  }

  #look(samples: Float32Array, at: number): void {
    const last = this.#last;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i];
      const size = Math.abs(x);
      // What is no number is not below anything.
      if (!(size < Infinity)) {
        this.#notFinite += 1;
        continue;
      }
      if (size > this.#peak) this.#peak = size;
      let difference = x;
      for (let order = 0; order < ORDER; order++) {
        const lower = last[at + order];
        last[at + order] = difference;
        difference -= lower;
      }
      const rough = Math.abs(difference);
      if (rough > this.#roughness) this.#roughness = rough;
    }
  }

  #tell(): void {
    this.port.postMessage({
      frames: this.#frames,
      notFinite: this.#notFinite,
      peak: this.#peak,
      truePeak: Math.max(...(this.#truePeak?.largest ?? [])),
      roughness: this.#roughness,
    } satisfies SoakReading);
    this.#truePeak?.clear();
    this.#frames = 0;
    this.#notFinite = 0;
    this.#peak = 0;
    this.#roughness = 0;
  }
}

registerProcessor('soak-listener', SoakListener);
