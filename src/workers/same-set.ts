import type { FilterSet } from '../design/filter-set.ts';
import type { MeasuredFilters } from '../protocol/loudness-protocol.ts';

/** Whether two sets measure alike, tap for tap: what comes from another thread is a copy each time. */
export function isSame(one: MeasuredFilters, other: MeasuredFilters): boolean {
  return isSameSet(one.ears, other.ears) && isSameSet(one.outputs, other.outputs);
}

export function isSameSet(one: FilterSet, other: FilterSet): boolean {
  const { firs } = other;
  return one === other || (one.firs.length === firs.length && one.firs.every((tap, i) => tap === firs[i]));
}
