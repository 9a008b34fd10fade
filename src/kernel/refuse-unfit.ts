import { FilterError } from './filter-error.ts';
import type { MatrixShape, PartitionStage } from './partition-plan.ts';
import type { FilterHeader } from './prepare-filters.ts';

/** A matrix, as filters must be prepared for it. */
export interface Fit extends MatrixShape {
  readonly sampleRateHz: number;
  readonly plan: readonly PartitionStage[];
}

const FIXED_FIELDS = 3;
const GROUP_FIELDS = 3;

/**
 * Refuses filters that were prepared for another matrix, or whose header and spectra do not go together: the kernel
 * follows the header without looking.
 * @param length floats of the spectra
 * @throws FilterError naming the field
 */
export function refuseUnfit(prepared: FilterHeader, length: number, fit: Fit): void {
  const { inputs, maxOutputs, sampleRateHz } = fit;
  if (prepared.sampleRateHz !== sampleRateHz)
    throw new FilterError('rate', 'sampleRateHz', prepared.sampleRateHz, `${sampleRateHz}, the context's`);
  if (prepared.inputs !== inputs) throw new FilterError('shape', 'inputs', prepared.inputs, `${inputs}`);
  if (!isWithin(prepared.outputs, 1, maxOutputs))
    throw new FilterError('shape', 'outputs', prepared.outputs, `1 to ${maxOutputs}`);
  refuseOtherPlan(prepared.plan, fit);
  const products = refuseHeader(prepared, fit);
  const partitions = prepared.header.subarray(FIXED_FIELDS);
  const floats = products * fit.plan.reduce((sum, { block }, s) => sum + 2 * block * partitions[s]!, 0);
  if (length !== floats)
    throw new FilterError('shape', 'spectra.length', length, `${floats}, as the header says`);
}

function refuseOtherPlan(plan: readonly PartitionStage[], fit: Fit): void {
  const isSame =
    plan.length === fit.plan.length &&
    plan.every(({ block, count, dueQuanta }, s) => {
      const own = fit.plan[s]!;
      return block === own.block && count === own.count && dueQuanta === own.dueQuanta;
    });
  if (!isSame)
    throw new FilterError(
      'plan',
      'plan',
      describePlan(plan),
      `${describePlan(fit.plan)} for ${fit.maxTaps} taps`,
    );
}

/** @returns filters, one per row and input of its group */
function refuseHeader({ header, outputs }: FilterHeader, { inputs, plan }: Fit): number {
  const refuse = (field: string, value: unknown, rule: string) => {
    throw new FilterError('shape', `header: ${field}`, value, rule);
  };
  const [ownOutputs, rows = 0, groups = 0] = header;
  if (ownOutputs !== outputs) refuse('outputs', ownOutputs, `${outputs}, the set's`);
  if (!isWithin(rows, 1, outputs)) refuse('rows', rows, `1 to ${outputs}`);
  if (!isWithin(groups, 1, rows)) refuse('groups', groups, `1 to ${rows}`);
  const firstGroup = FIXED_FIELDS + plan.length;
  const firstRow = firstGroup + GROUP_FIELDS * groups;
  const length = firstRow + 2 * rows;
  if (header.length !== length) refuse('length', header.length, `${length}`);
  plan.forEach(({ count }, s) => {
    const used = header[FIXED_FIELDS + s]!;
    if (!isWithin(used, 0, count)) refuse(`partitions of stage ${s}`, used, `0 to ${count}`);
  });
  let grouped = 0;
  let products = 0;
  for (let at = firstGroup; at < firstRow; at += GROUP_FIELDS) {
    const [size, first, count] = [header[at]!, header[at + 1]!, header[at + 2]!];
    if (!isWithin(size, 1, 4)) refuse('rows of a group', size, '1 to 4');
    if (!isWithin(first, 0, inputs - 1)) refuse('first input of a group', first, `0 to ${inputs - 1}`);
    if (!isWithin(count, 1, inputs - first)) refuse('inputs of a group', count, `1 to ${inputs - first}`);
    grouped += size;
    products += size * count;
  }
  if (grouped !== rows) refuse('rows of all groups', grouped, `${rows}`);
  for (let row = 0; row < rows; row++) {
    const [output, difference] = [header[firstRow + row]!, header[firstRow + rows + row]!];
    if (!isWithin(output, 0, outputs - 1)) refuse('output of a row', output, `0 to ${outputs - 1}`);
    if (difference !== -1 && !isWithin(difference, row + 1, rows - 1))
      refuse('difference of a row', difference, '−1 or a later row');
  }
  return products;
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function describePlan(plan: readonly PartitionStage[]): string {
  return plan.map(({ block, count, dueQuanta }) => `${block}×${count}/${dueQuanta}`).join(' + ');
}
