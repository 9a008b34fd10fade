/** Partitions of one length: `count` of `block` taps each. */
export interface PartitionStage {
  readonly block: number;
  readonly count: number;
}

/** What a matrix is built for; sets of filters may be smaller. */
export interface MatrixShape {
  readonly inputs: number;
  readonly maxOutputs: number;
  readonly maxTaps: number;
}

/** Samples that are processed at once, the block of the first stage. */
export const QUANTUM = 128;

const LONGEST_BLOCK = 16_384;
const MAX_STAGES = 4;

/** Cost of one pass of a transform over four points, in products of four bins, as measured. */
const PASS_COST = 1.4;
/** The same for loading, unloading and scheduling a block. */
const BLOCK_COST = 1.5;

/** Products of four bins that a quantum of one stage costs. */
function stageCost(shape: MatrixShape, stage: PartitionStage): number {
  const cells = QUANTUM / 4;
  const passes = Math.ceil((Math.log2(stage.block) - 4) / 2) + 1;
  const products = shape.inputs * shape.maxOutputs * stage.count;
  return cells * (products + (shape.inputs + shape.maxOutputs) * (passes * PASS_COST + BLOCK_COST));
}

/**
 * Partitions of growing length that cover `maxTaps` at the least cost.
 *
 * A block of B samples is worked on while the next B arrive and is heard after that, so a stage of block B may start at
 * tap 2B at the earliest; the stages before it cover the taps to there. The first stage works within its quantum.
 */
export function planPartitions(shape: MatrixShape): readonly PartitionStage[] {
  let best: readonly PartitionStage[] = [];
  let bestCost = Infinity;
  const extend = (done: readonly PartitionStage[], doneCost: number, block: number, covered: number) => {
    const last = { block, count: Math.max(1, Math.ceil((shape.maxTaps - covered) / block)) };
    const cost = doneCost + stageCost(shape, last);
    if (cost < bestCost) [best, bestCost] = [[...done, last], cost];
    if (done.length + 1 === MAX_STAGES) return;
    for (let next = 2 * block; next <= LONGEST_BLOCK && 2 * next < shape.maxTaps; next *= 2) {
      const stage = { block, count: (2 * next - covered) / block };
      extend([...done, stage], doneCost + stageCost(shape, stage), next, 2 * next);
    }
  };
  extend([], 0, QUANTUM, 0);
  return best;
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
