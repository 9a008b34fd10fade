import { BandImage } from '../src/kernel/band-image.ts';
import { TruePeak } from '../src/kernel/true-peak.ts';
import { HeldMaxima } from '../src/metering/held-maxima.ts';
import { LevelMeter } from '../src/metering/level-meter.ts';
import { LOUDNESS, LoudnessMeter } from '../src/metering/loudness-meter.ts';
import { STEP_SECONDS, Steps, type MeterPart } from '../src/metering/meter-part.ts';
import { StereoImage } from '../src/metering/stereo-image.ts';
import { METER_FRAME, meterFrameOf, TRACE_POINTS } from '../src/protocol/meter-protocol.ts';
import { IMAGE_LENGTH, STAGE_EDGES_HZ } from '../src/protocol/stage-bands.ts';

/** Samples that are taken at once. */
const BLOCK = 128;
/** +180 dB over full scale: no audio. */
const LARGEST = 1e9;
/** What is fainter would become denormals, which are slow. */
const SMALLEST = 1e-15;

/** Of the upmix: left, right, centre. */
const UPMIXED = 3;
const CENTRE = 2;
/** Left and right. */
const SIDES = 2;
/** The image is begun in every second step; the frame of the next one has it, 10 ms old. */
const STEPS_PER_IMAGE = 2;

const NOTHING: readonly Float32Array[] = [];

/** Where each stands among the maxima that are no channel's. */
const TRUE_PEAK = 0;
const REDUCTION = 1;

/**
 * Everything that is read of the outputs and of the upmix before them, as a frame. What is measured of two sides is measured
 * of two outputs; where there are more, of the upmix with the centre on both sides. `process` and `write` allocate nothing.
 */
export class OutputMeter {
  readonly #outputs: number;
  readonly #layout: ReturnType<typeof meterFrameOf>;
  /** The outputs, then the upmix. */
  readonly #block: readonly Float32Array[];
  readonly #sides: readonly Float32Array[];
  /** Outputs that are played on. */
  #count: number;
  readonly #steps: Steps;
  readonly #loudness: LoudnessMeter;
  readonly #levels: LevelMeter;
  readonly #image: StereoImage;
  readonly #bands: BandImage;
  readonly #truePeak: TruePeak;
  /** Of the step under way. */
  readonly #step = new Float64Array(2);
  readonly #heldPeaks: HeldMaxima;
  readonly #held = new HeldMaxima(2);
  readonly #largest = new Float64Array(1);
  #programme = 0;
  #nextProgramme = 0;
  #stepsToImage = STEPS_PER_IMAGE;

  constructor(module: WebAssembly.Module, outputs: number, sampleRateHz: number) {
    this.#outputs = outputs;
    this.#layout = meterFrameOf(outputs);
    this.#block = Array.from({ length: outputs + UPMIXED }, () => new Float32Array(BLOCK));
    this.#sides = Array.from({ length: SIDES }, () => new Float32Array(BLOCK));
    this.#count = Math.min(SIDES, outputs);
    this.#loudness = new LoudnessMeter({ channels: SIDES, sampleRateHz });
    this.#levels = new LevelMeter(outputs, sampleRateHz);
    this.#image = new StereoImage(sampleRateHz, TRACE_POINTS);
    this.#bands = new BandImage(module, {
      sampleRateHz,
      edgesHz: STAGE_EDGES_HZ,
      intervalSeconds: STEPS_PER_IMAGE * STEP_SECONDS,
    });
    this.#truePeak = new TruePeak(module, outputs);
    this.#heldPeaks = new HeldMaxima(outputs);
    const truePeak = {
      add: (channels: readonly Float32Array[], start: number, end: number) =>
        this.#truePeak.add(channels, start, end, this.#count),
      step: () => this.#noteTruePeak(),
    };
    const ofSides = (part: MeterPart): MeterPart => ({
      add: (_, start, end) => part.add(this.#sides, start, end),
      step: () => part.step(),
    });
    const bands = {
      add: (channels: readonly Float32Array[], start: number, end: number) =>
        this.#bands.add(channels, outputs, start, end),
      step: () => this.#beginBands(),
    };
    const parts = [ofSides(this.#loudness), this.#levels, ofSides(this.#image), truePeak, bands];
    this.#steps = new Steps(sampleRateHz, parts);
  }

  /**
   * Takes a render quantum of whatever length. Without a single channel the outputs that there were are silent.
   * @param reduction one channel of the limiter's reduction, dB, the same all through the quantum
   * @param upmixed left, right, centre
   * @returns whether a step is complete: there is something new to read
   */
  process(
    input: readonly Float32Array[],
    reduction: readonly Float32Array[],
    upmixed: readonly Float32Array[],
    frames: number,
  ): boolean {
    if (reduction.length > 0 && reduction[0][0] > this.#step[REDUCTION])
      this.#step[REDUCTION] = reduction[0][0];
    if (input.length > 0) this.#play(Math.min(input.length, this.#outputs));
    let stepped = false;
    for (let start = 0; start < frames; start += BLOCK) {
      const count = Math.min(BLOCK, frames - start);
      this.#take(input, 0, this.#count, start, count);
      this.#take(upmixed, this.#outputs, UPMIXED, start, count);
      this.#takeSides(count);
      if (this.#steps.process(this.#block, count)) stepped = true;
      this.#bands.advance();
    }
    if (stepped && this.#nextProgramme !== this.#programme) this.#begin();
    return stepped;
  }

  /** @param taken the frame before was read: maxima start anew */
  write(frame: Float32Array, taken: boolean): void {
    this.#heldPeaks.take(this.#levels.peaks, taken);
    this.#held.take(this.#step, taken);
    this.#writeProgramme(frame);
    const { meanSquares, trace, image } = this.#layout;
    frame[METER_FRAME.outputs] = this.#count;
    for (let c = 0; c < this.#outputs; c++) {
      frame[METER_FRAME.peaks + c] = c < this.#count ? this.#heldPeaks.values[c] : 0;
      frame[meanSquares + c] = c < this.#count ? this.#levels.meanSquares[c] : 0;
    }
    frame[METER_FRAME.correlation] = this.#image.correlation[0];
    this.#image.copyTrace(frame, trace);
    for (let i = 0; i < IMAGE_LENGTH; i++) frame[image + i] = this.#bands.terms[i];
  }

  /** Runs silence through and forgets it. */
  warmUp(quanta: number): void {
    const frame = new Float32Array(this.#layout.length);
    for (let q = 0; q < quanta; q++)
      if (this.process(NOTHING, NOTHING, NOTHING, BLOCK)) this.write(frame, true);
    this.#loudness.restart();
  }

  /** Another programme begins, with the next step. */
  restart(programme: number): void {
    this.#nextProgramme = programme;
  }

  #take(from: readonly Float32Array[], first: number, channels: number, start: number, count: number): void {
    for (let c = 0; c < channels; c++) {
      if (c < from.length) copyClean(from[c], start, this.#block[first + c], count);
      else this.#block[first + c].fill(0);
    }
  }

  /** On so many outputs from now on. Where others are the sides, what was measured of them says nothing any more. */
  #play(count: number): void {
    if (count === this.#count) return;
    const otherSides = count > SIDES !== this.#count > SIDES;
    this.#count = count;
    this.#levels.count = count;
    if (otherSides) this.#forget();
  }

  #takeSides(count: number): void {
    const centre = this.#block[this.#outputs + CENTRE];
    for (let side = 0; side < SIDES; side++) {
      const to = this.#sides[side];
      if (this.#count > SIDES) {
        const from = this.#block[this.#outputs + side];
        for (let i = 0; i < count; i++) to[i] = from[i] + centre[i];
      } else {
        const from = this.#block[side];
        for (let i = 0; i < count; i++) to[i] = side < this.#count ? from[i] : 0;
      }
    }
  }

  #beginBands(): void {
    this.#stepsToImage -= 1;
    if (this.#stepsToImage > 0) return;
    this.#stepsToImage = STEPS_PER_IMAGE;
    this.#bands.begin();
  }

  #begin(): void {
    this.#programme = this.#nextProgramme;
    this.#forget();
  }

  /** What is measured over all of a programme. */
  #forget(): void {
    this.#loudness.restart();
    this.#largest[0] = 0;
  }

  #writeProgramme(frame: Float32Array): void {
    const { values } = this.#loudness;
    frame[METER_FRAME.programme] = this.#programme;
    frame[METER_FRAME.momentaryLufs] = values[LOUDNESS.momentary];
    frame[METER_FRAME.shortTermLufs] = values[LOUDNESS.shortTerm];
    frame[METER_FRAME.integratedLufs] = values[LOUDNESS.integrated];
    frame[METER_FRAME.rangeLu] = values[LOUDNESS.range];
    frame[METER_FRAME.maxMomentaryLufs] = values[LOUDNESS.maxMomentary];
    frame[METER_FRAME.maxShortTermLufs] = values[LOUDNESS.maxShortTerm];
    frame[METER_FRAME.truePeak] = this.#held.values[TRUE_PEAK];
    frame[METER_FRAME.maxTruePeak] = this.#largest[0];
    frame[METER_FRAME.reductionDb] = this.#held.values[REDUCTION];
  }

  #noteTruePeak(): void {
    const { largest } = this.#truePeak;
    for (let c = 0; c < this.#count; c++) {
      if (largest[c] > this.#step[TRUE_PEAK]) this.#step[TRUE_PEAK] = largest[c];
    }
    if (this.#step[TRUE_PEAK] > this.#largest[0]) this.#largest[0] = this.#step[TRUE_PEAK];
    this.#truePeak.clear();
  }
}

/** What is not a number fails both comparisons and becomes silence. */
function copyClean(from: Float32Array, start: number, to: Float32Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = from[start + i];
    const size = Math.abs(x);
    to[i] = size >= SMALLEST && size <= LARGEST ? x : 0;
  }
}
