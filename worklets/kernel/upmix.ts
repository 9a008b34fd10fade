import { allocateFloats } from './memory';
import { RealFft } from './spectrum';
import { CentreEstimator, MID_SIDE, LEAST_CORRELATED } from './upmix-centre';

// Stereo to left, right and centre. The centre is estimated in a short-time Fourier transform; left and right are the
// delayed input minus the centre, in the time domain, so that adding the centre gives the input back whatever the
// estimate is. A frame's work is cut into eight tasks, a few per quantum.
//
// A frame's centre covers its newest `reach` samples. Where that is the whole frame, both windows are sines. Where it is
// less, sound is late by the reach alone and frequencies are still told apart by the whole frame [Mauler and Martin, A
// low delay, variable resolution, perfect reconstruction spectral analysis-synthesis system, EUSIPCO 2007]: the analysis
// window rises slowly and falls within half a reach, and the synthesis window makes a raised cosine of the product.

/** Samples per quantum: the unit of processing. */
export const QUANTUM: i32 = 128;
const TASKS: i32 = 8;
const FIRST_BINS_TASK: i32 = 2;
const BINS_TASKS: i32 = 4;
const FADE_SECONDS: f32 = 0.02;
/** Below the first, zero (denormals are slow); beyond the second, no audio (and its power would overflow). */
const SMALLEST: f32 = 1e-15;
const LARGEST: f32 = 1e12;

/** A centre in the making: the direct kinds need no overlap-add ring, the spectral ones add frames into it. */
class Lane {
  kind: i32 = 0;
  ring: usize = 0;
  re: usize = 0;
  im: usize = 0;

  @inline
  get spectral(): bool {
    return this.kind >= LEAST_CORRELATED;
  }
}

function makeLane(kind: i32, frame: i32): Lane {
  const lane = new Lane();
  lane.kind = kind;
  lane.ring = allocateFloats(2 * frame);
  lane.re = allocateFloats(frame / 2 + 4);
  lane.im = allocateFloats(frame / 2 + 4);
  return lane;
}

export class Upmix {
  readonly latency: i32;
  /** Samples that were not finite (or absurdly large) and were replaced by zero. */
  faults: i32 = 0;
  private ringMask: i32;
  private fft: RealFft;
  private estimator: CentreEstimator;
  private analysis: usize;
  private synthesis: usize;
  private scratch: usize;
  private leftRing: usize;
  private rightRing: usize;
  private fade: usize;
  private fadeLength: i32;

  private wanted: i32;
  private now: Lane;
  private next: Lane;
  private changing: bool = false;
  /** Samples until `next` is complete at the output; −1 while its first frame is still to come. */
  private untilFade: i32 = 0;
  private faded: i32 = 0;
  private position: i32 = 0;
  private task: i32 = TASKS;
  private frameEnd: i32 = 0;
  private frameServesNext: bool = false;
  private running: bool = false;

  /**
   * @param frame samples per frame, a power of two from 512
   * @param reach samples at the end of a frame that its centre covers, two or more whole hops
   * @param hop samples between frames, a power of two from 128
   * @param tasksPerQuantum how much of a frame's work is done at once: 1, 2, 4 or 8 of the eight tasks
   * @param keep weight of the past in the averages, per hop
   */
  constructor(
    sampleRateHz: f32,
    private frame: i32,
    private reach: i32,
    private hop: i32,
    private tasksPerQuantum: i32,
    keep: f32,
    kind: i32,
  ) {
    const frameSamples = frame;
    this.now = makeLane(kind, frameSamples);
    this.next = makeLane(kind, frameSamples);
    this.ringMask = 2 * frameSamples - 1;
    this.latency = reach + (TASKS / tasksPerQuantum - 2) * QUANTUM;
    this.fft = new RealFft(frameSamples);
    this.estimator = new CentreEstimator(frameSamples / 2 + 4, keep);
    this.analysis = allocateFloats(frameSamples);
    this.synthesis = allocateFloats(frameSamples);
    this.scratch = allocateFloats(frameSamples);
    this.leftRing = allocateFloats(2 * frameSamples);
    this.rightRing = allocateFloats(2 * frameSamples);
    this.fadeLength = <i32>Math.round(FADE_SECONDS * sampleRateHz);
    this.fade = allocateFloats(this.fadeLength);
    this.wanted = kind;
    this.fillWindows();
    for (let n = 0; n < this.fadeLength; n++) {
      const value = 0.5 - 0.5 * Math.cos((Math.PI * (<f64>n + 0.5)) / <f64>this.fadeLength);
      store<f32>(this.fade + ((<usize>n) << 2), <f32>value);
    }
  }

  private fillWindows(): void {
    const frame = <f64>this.frame;
    const reach = <f64>this.reach;
    const rise = frame - reach / 2;
    for (let n: f64 = 0; n < frame; n++) {
      let analysis: f64;
      let synthesis: f64 = 0;
      if (this.reach == this.frame) {
        // Squared and summed over four overlapping frames this is 2; the halves of √½ make it 1.
        analysis = Math.SQRT1_2 * Math.sin((Math.PI * (n + 0.5)) / frame);
        synthesis = analysis;
      } else {
        const angle = n < rise ? (n + 0.5) / rise : 1 + (n - rise + 0.5) / (reach / 2);
        analysis = Math.sin((Math.PI / 2) * angle);
        const within = n - (frame - reach);
        const product = 0.5 - 0.5 * Math.cos((2 * Math.PI * (within + 0.5)) / reach);
        // Raised cosines a hop apart add up to half as many as overlap.
        if (within >= 0) synthesis = (2 * <f64>this.hop * product) / (reach * analysis);
      }
      const at = (<usize>n) << 2;
      store<f32>(this.analysis + at, <f32>analysis);
      store<f32>(this.synthesis + at, <f32>synthesis);
    }
  }

  /** The newest wish wins; the centre fades to it as soon as it is complete. */
  setKind(kind: i32): void {
    this.wanted = kind;
  }

  reset(): void {
    const ringBytes = (<usize>this.frame) << 3;
    memory.fill(this.leftRing, 0, ringBytes);
    memory.fill(this.rightRing, 0, ringBytes);
    memory.fill(this.now.ring, 0, ringBytes);
    memory.fill(this.next.ring, 0, ringBytes);
    this.estimator.reset();
    this.now.kind = this.wanted;
    this.changing = false;
    this.running = false;
    this.position = 0;
    this.task = TASKS;
  }

  /** One quantum from `left`, `right` to `toLeft`, `toRight`, `toCentre` (all of them 16-byte aligned). */
  process(left: usize, right: usize, toLeft: usize, toRight: usize, toCentre: usize): void {
    this.followWish();
    const to = (<usize>this.position) << 2;
    this.accept(left, this.leftRing + to);
    this.accept(right, this.rightRing + to);
    this.position = (this.position + QUANTUM) & this.ringMask;
    if ((this.position & (this.hop - 1)) == 0) this.startFrame();
    for (let i = 0; i < this.tasksPerQuantum && this.task < TASKS; i++) this.runTask(this.task++);
    this.emit(toLeft, toRight, toCentre);
  }

  private followWish(): void {
    const fading = this.changing && this.untilFade == 0;
    if (fading) return;
    const target = this.changing ? this.next.kind : this.now.kind;
    if (this.wanted == target) return;
    this.changing = this.wanted != this.now.kind;
    this.frameServesNext = false;
    if (!this.changing) return;
    this.next.kind = this.wanted;
    memory.fill(this.next.ring, 0, (<usize>this.frame) << 3);
    this.untilFade = this.next.spectral ? -1 : 0;
    this.faded = 0;
  }

  private accept(from: usize, to: usize): void {
    const smallest = f32x4.splat(SMALLEST);
    const largest = f32x4.splat(LARGEST);
    for (let at: usize = 0; at < 4 * QUANTUM; at += 16) {
      const value = v128.load(from + at);
      const size = f32x4.abs(value);
      const sound = f32x4.le(size, largest);
      this.faults += 4 - popcnt(i32x4.bitmask(sound));
      v128.store(to + at, v128.and(value, v128.and(sound, f32x4.ge(size, smallest))));
    }
  }

  private startFrame(): void {
    const needed = this.now.spectral || (this.changing && this.next.spectral);
    if (!needed) {
      this.running = false;
      return;
    }
    if (!this.running) this.estimator.reset();
    this.running = true;
    this.frameEnd = this.position;
    this.frameServesNext = this.changing && this.next.spectral;
    this.task = 0;
  }

  private runTask(task: i32): void {
    const estimator = this.estimator;
    if (task == 0) this.analyse(this.leftRing, estimator.leftRe, estimator.leftIm);
    else if (task == 1) this.analyse(this.rightRing, estimator.rightRe, estimator.rightIm);
    else if (task < FIRST_BINS_TASK + BINS_TASKS) this.estimatePart(task - FIRST_BINS_TASK);
    else if (task == TASKS - 2) {
      if (this.now.spectral) this.synthesise(this.now);
    } else if (this.frameServesNext) {
      this.synthesise(this.next);
      if (this.untilFade < 0) this.untilFade = this.reach - this.hop;
    }
  }

  private analyse(ring: usize, re: usize, im: usize): void {
    for (let n = 0; n < this.frame; n += 4) {
      const at = (<usize>n) << 2;
      const from = (<usize>((this.frameEnd - this.frame + n) & this.ringMask)) << 2;
      v128.store(this.scratch + at, f32x4.mul(v128.load(this.analysis + at), v128.load(ring + from)));
    }
    this.fft.forward(this.scratch, re, im);
  }

  private estimatePart(part: i32): void {
    const quarter = <usize>(this.frame / 2 / BINS_TASKS) << 2;
    const from = <usize>part * quarter;
    // The last part takes the bin at half the sampling rate too.
    const to = from + quarter + (part == BINS_TASKS - 1 ? 16 : 0);
    const estimator = this.estimator;
    estimator.average(from, to);
    if (this.now.spectral) estimator.estimate(this.now.kind, from, to, this.now.re, this.now.im);
    if (this.frameServesNext) estimator.estimate(this.next.kind, from, to, this.next.re, this.next.im);
  }

  private synthesise(lane: Lane): void {
    this.fft.inverse(lane.re, lane.im, this.scratch);
    for (let n = this.frame - this.reach; n < this.frame; n += 4) {
      const at = (<usize>n) << 2;
      const to = lane.ring + ((<usize>((this.frameEnd - this.frame + n) & this.ringMask)) << 2);
      const value = f32x4.mul(v128.load(this.synthesis + at), v128.load(this.scratch + at));
      v128.store(to, f32x4.add(v128.load(to), value));
    }
  }

  private emit(toLeft: usize, toRight: usize, toCentre: usize): void {
    const fading = this.changing && this.untilFade == 0;
    const start = this.position - QUANTUM - this.latency;
    for (let n = 0; n < QUANTUM; n += 4) {
      const from = (<usize>((start + n) & this.ringMask)) << 2;
      const left = v128.load(this.leftRing + from);
      const right = v128.load(this.rightRing + from);
      let centre = this.take(this.now, from, left, right);
      if (this.changing) {
        const other = this.take(this.next, from, left, right);
        if (fading) centre = this.mix(centre, other);
      }
      const to = (<usize>n) << 2;
      v128.store(toCentre + to, centre);
      v128.store(toLeft + to, f32x4.sub(left, centre));
      v128.store(toRight + to, f32x4.sub(right, centre));
    }
    // A frame under way was begun for both lanes: they change places between frames.
    if (fading && this.faded >= this.fadeLength && this.task == TASKS) this.finishChange();
    else if (this.changing && this.untilFade > 0) this.untilFade = max(0, this.untilFade - QUANTUM);
  }

  /** Four samples of a lane's centre; the ring is cleared behind the reader for the frames to come. */
  @inline
  private take(lane: Lane, from: usize, left: v128, right: v128): v128 {
    if (lane.spectral) {
      const value = v128.load(lane.ring + from);
      v128.store(lane.ring + from, f32x4.splat(0));
      return value;
    }
    if (lane.kind == MID_SIDE) return f32x4.mul(f32x4.splat(0.5), f32x4.add(left, right));
    return f32x4.splat(0);
  }

  private mix(old: v128, fresh: v128): v128 {
    const gains = this.fade + ((<usize>min(this.faded, this.fadeLength - 4)) << 2);
    const gain = this.faded < this.fadeLength ? v128.load(gains) : f32x4.splat(1);
    this.faded += 4;
    return f32x4.add(old, f32x4.mul(gain, f32x4.sub(fresh, old)));
  }

  private finishChange(): void {
    const old = this.now;
    this.now = this.next;
    this.next = old;
    this.changing = false;
  }
}
