import { allocate } from './memory';
import { CELL_BYTES, inputCount, outputCount } from './matrix-shape';

// A bank holds one prepared set of filters: a header of i32 and the spectra of all stages, as src/kernel/prepare-filters.ts
// lays them out. Rows are what is summed in the frequency domain; groups of up to four rows share the inputs they need.
// Stages behind the first hold, for each group, the spectra of the first partition apart from those of the later ones.
//
// Header: outputs, rows, groups, partitions in use per stage, then per group (rows, first input, inputs), then per row its
// output, then per row the row that holds its mirror difference, or −1.

const FIXED_FIELDS: i32 = 3;
const GROUP_FIELDS: i32 = 3;

export class Bank {
  /** Loudness gain and its ramp. */
  gain: f32 = 1;
  gainTarget: f32 = 1;
  rampPosition: i32 = 0;
  rampSamples: i32 = 0;
  ramping: bool = false;
  /** Voices that compute it; it must stay as it is while there are any. */
  voices: i32 = 0;
  readonly header: usize;
  readonly spectra: usize;
  readonly headerFields: i32;
  private stages: i32;

  constructor(stageCount: i32, floats: i32) {
    this.stages = stageCount;
    this.headerFields = FIXED_FIELDS + stageCount + (GROUP_FIELDS + 2) * outputCount();
    this.header = allocate(<usize>this.headerFields << 2);
    this.spectra = allocate(<usize>floats << 2);
  }

  get outputs(): i32 {
    return this.field(0);
  }
  get rows(): i32 {
    return this.field(1);
  }
  get groups(): i32 {
    return this.field(2);
  }
  partitions(stage: i32): i32 {
    return this.field(FIXED_FIELDS + stage);
  }
  groupRows(group: i32): i32 {
    return this.field(this.groupField(group));
  }
  groupFirstInput(group: i32): i32 {
    return this.field(this.groupField(group) + 1);
  }
  groupInputs(group: i32): i32 {
    return this.field(this.groupField(group) + 2);
  }
  rowOutput(row: i32): i32 {
    return this.field(this.groupField(this.groups) + row);
  }
  /** The row that holds the difference of this row's output and its mirror output, or −1. */
  rowDifference(row: i32): i32 {
    return this.field(this.groupField(this.groups) + this.rows + row);
  }

  /** Spectra of one cell and one partition, all groups. */
  private products(): i32 {
    let sum = 0;
    for (let group = 0; group < this.groups; group++) sum += this.groupRows(group) * this.groupInputs(group);
    return sum;
  }

  /** Address of a group's filters in a stage behind the first that are not those of its first partition. */
  laterFilters(stage: i32, group: i32, blocks: StaticArray<i32>): usize {
    const cells = (unchecked(blocks[stage]) >> 2) * this.groupRows(group) * this.groupInputs(group);
    return this.filters(stage, group, blocks) + <usize>cells * CELL_BYTES;
  }

  /** Address of a group's filters in a stage whose blocks are `blocks[stage]` long. */
  filters(stage: i32, group: i32, blocks: StaticArray<i32>): usize {
    let cells = 0;
    const perPartition = this.products();
    for (let s = 0; s < stage; s++) cells += (unchecked(blocks[s]) >> 2) * this.partitions(s) * perPartition;
    let before = 0;
    for (let g = 0; g < group; g++) before += this.groupRows(g) * this.groupInputs(g);
    cells += (unchecked(blocks[stage]) >> 2) * this.partitions(stage) * before;
    return this.spectra + <usize>cells * CELL_BYTES;
  }

  private field(index: i32): i32 {
    return load<i32>(this.header + (<usize>index << 2));
  }

  private groupField(group: i32): i32 {
    return FIXED_FIELDS + this.stages + GROUP_FIELDS * group;
  }
}

/** Floats that the spectra of a full set take: every input to every output, all partitions. */
export function bankFloats(blocks: StaticArray<i32>, partitions: StaticArray<i32>): i32 {
  let floats = 0;
  for (let s = 0; s < blocks.length; s++) floats += 2 * blocks[s] * partitions[s];
  return floats * inputCount() * outputCount();
}
