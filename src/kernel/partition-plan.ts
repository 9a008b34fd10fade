/** Partitions of one length: `count` of `block` taps each. */
export interface PartitionStage {
  readonly block: number;
  readonly count: number;
  /**
   * Quanta of time for what is due of a block once it is complete: its transform, its product with the first partition,
   * the way back. 1 for the first stage, whose block is the quantum.
   */
  readonly dueQuanta: number;
}

/** What a matrix is built for; sets of filters may be smaller. */
export interface MatrixShape {
  readonly inputs: number;
  readonly maxOutputs: number;
  readonly maxTaps: number;
  /** Whether the outputs may come late, as they may for a whole file: in blocks as long as the filters, far cheaper. */
  readonly late?: boolean;
}

/** Samples that are processed at once, the block of the first stage. */
export const QUANTUM = 128;

const LONGEST_BLOCK = 16_384;
const MAX_STAGES = 4;
/** Quanta of delay to choose from; what is due may spread over one more. */
const DELAYS = [0, 1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 96];
/** No quantum may cost more than this many times the mean. */
const MOST_UNEVEN = 2.25;

/**
 * Cost of a transform per four of its points, in products of four bins, by block: what explains the times of some twenty
 * plans within 3 %, measured in Chromium.
 */
const TRANSFORM_COST: Readonly<Record<number, number>> = {
  128: 7.5,
  256: 7.4,
  512: 8.4,
  1024: 8.2,
  2048: 9.7,
  4096: 10.5,
  8192: 12,
  16_384: 13,
};

/** Filters whose spectra take more than this many bytes do not stay in the cache next to the core. */
const CACHED_BYTES = 2 ** 21;
/**
 * What a product then costs. On a server whose cores share a slow second cache; where that is as fast as the first the true
 * figure is 1, and the plans that follow from this one cost a few percent more than they could.
 */
const FAR_PRODUCT_COST = 2.4;

/** What a stage costs, in products of four bins. */
interface StageCost {
  /** Per quantum, on average. */
  readonly mean: number;
  /** In the quanta that cost most. */
  readonly peak: number;
}

function stageCost(
  { inputs, maxOutputs, maxTaps }: MatrixShape,
  { block, count, dueQuanta }: PartitionStage,
): StageCost {
  const quanta = block / QUANTUM;
  const cells = block / 4;
  const transforms = cells * (inputs + maxOutputs) * TRANSFORM_COST[block]!;
  // Two Float32 per tap: blocks are transformed at twice their length.
  const isFar = 8 * inputs * maxOutputs * maxTaps > CACHED_BYTES;
  const partition = cells * inputs * maxOutputs * (isFar ? FAR_PRODUCT_COST : 1);
  const mean = (transforms + count * partition) / quanta;
  return { mean, peak: Math.max(mean, (transforms + partition) / dueQuanta) };
}

interface Candidate {
  readonly stages: readonly PartitionStage[];
  readonly mean: number;
  readonly peak: number;
}

const plans = new Map<string, readonly PartitionStage[]>();

/**
 * Partitions of growing length that cover `maxTaps` at the least cost, the cost spread evenly enough over time.
 *
 * Of what a block of B samples contributes, only the product with its stage's first partition needs the block itself: all
 * later ones are summed while it arrives. A stage may therefore start at tap B; each quantum by which it starts later is one
 * more over which the transforms can be spread. The first stage works within its quantum.
 */
export function planPartitions(shape: MatrixShape): readonly PartitionStage[] {
  const key = `${shape.inputs} ${shape.maxOutputs} ${shape.maxTaps} ${shape.late ?? false}`;
  let plan = plans.get(key);
  if (!plan) plans.set(key, (plan = shape.late ? latePlan(shape) : search(shape)));
  return plan;
}

function search(shape: MatrixShape): readonly PartitionStage[] {
  let best: Candidate = { stages: [], mean: Infinity, peak: Infinity };
  const add = ({ stages, mean, peak }: Candidate, stage: PartitionStage): Candidate => {
    const cost = stageCost(shape, stage);
    return { stages: [...stages, stage], mean: mean + cost.mean, peak: peak + cost.peak };
  };
  /** Tries the stage that begins at tap `covered` as the last one, then with each longer one behind it. */
  const extend = (done: Candidate, block: number, dueQuanta: number, covered: number): void => {
    const last = { block, dueQuanta, count: Math.max(1, Math.ceil((shape.maxTaps - covered) / block)) };
    const whole = add(done, last);
    if (whole.mean < best.mean && whole.peak <= MOST_UNEVEN * whole.mean) best = whole;
    if (done.stages.length + 1 === MAX_STAGES || done.mean >= best.mean) return;
    for (let next = 2 * block; next <= LONGEST_BLOCK && next < shape.maxTaps; next *= 2) {
      for (const delay of DELAYS) {
        const start = next + delay * QUANTUM;
        if (delay >= next / QUANTUM || start >= shape.maxTaps) break;
        const count = (start - covered) / block;
        if (!Number.isInteger(count) || count < 1) continue;
        extend(add(done, { block, dueQuanta, count }), next, delay + 1, start);
      }
    }
  };
  extend({ stages: [], mean: 0, peak: 0 }, QUANTUM, 1, 0);
  return best.stages;
}

/** All taps in blocks of one length, worked on while the next block arrives; nothing within the quantum. */
function latePlan(shape: MatrixShape): readonly PartitionStage[] {
  const blocks = Object.keys(TRANSFORM_COST)
    .map(Number)
    .filter((block) => block > QUANTUM);
  const stages = blocks.map((block) => ({
    block,
    count: Math.ceil(shape.maxTaps / block),
    dueQuanta: block / QUANTUM,
  }));
  const best = stages.reduce((a, b) => (stageCost(shape, b).mean < stageCost(shape, a).mean ? b : a));
  return [{ block: QUANTUM, count: 0, dueQuanta: 1 }, best];
}

/**
 * What a matrix costs per quantum with filters that fill its first `taps`, in products of four bins. Behind them no
 * products are left, but every block is transformed all the same.
 */
export function planCost(shape: MatrixShape, taps: number = shape.maxTaps): number {
  let covered = 0;
  return planPartitions(shape).reduce((sum, stage) => {
    const { block, count } = stage;
    const inUse = Math.min(count, Math.max(0, Math.ceil((taps - covered) / block)));
    covered += block * count;
    return sum + stageCost({ ...shape, maxTaps: taps }, { ...stage, count: inUse }).mean;
  }, 0);
}

/** Samples by which the outputs of a plan come late. */
export function planLatency(plan: readonly PartitionStage[]): number {
  const [first, second] = plan;
  return first!.count > 0 ? 0 : second!.block + (second!.dueQuanta - 1) * QUANTUM;
}

/** First tap of each stage. */
export function stageOffsets(plan: readonly PartitionStage[]): number[] {
  let covered = 0;
  return plan.map(({ block, count }) => {
    const offset = covered;
    covered += block * count;
    return offset;
  });
}
