import { CARRIED_SHARE, type LoadVerdict, type Rehearsal } from '../../store/index.ts';
import { formatCount, formatFixed, formatNumber, formatWhen } from '../format.ts';
import { rehearsalText } from '../text/index.ts';

export interface LoadRow {
  readonly name: string;
  readonly taps: string;
  /** Percent of one core. */
  readonly load: string;
  readonly isTooMuch: boolean;
}

const isTooMuch = ({ share }: { readonly share: number }): boolean => share > CARRIED_SHARE;

export function loadTable({ designs }: LoadVerdict): LoadRow[] {
  return designs.map((design) => ({
    name: rehearsalText.names[design.name],
    taps: rehearsalText.taps(formatCount(design.taps)),
    load: formatFixed(100 * design.share, design.share < 0.0995 ? 1 : 0),
    isTooMuch: isTooMuch(design),
  }));
}

/** Which designs will play without gaps, in a sentence. */
export function verdictWords({ designs }: LoadVerdict): string {
  const names = (which: LoadVerdict['designs']) =>
    rehearsalText.and(which.map(({ name }) => rehearsalText.names[name]));
  const heavy = designs.filter(isTooMuch);
  const carried = designs.filter((design) => !isTooMuch(design));
  if (heavy.length === 0) return rehearsalText.all;
  if (carried.length === 0) return rehearsalText.none;
  return rehearsalText.some(names(carried), names(heavy));
}

/** How many drivers could each have an output of its own, by the longest filters that so many have room for. */
export function roomWords({ room }: LoadVerdict): string {
  const sizes = room
    .filter(({ outputs }, i) => outputs > 0 && room[i + 1]?.outputs !== outputs)
    .map(({ outputs, taps }) => rehearsalText.roomFor(outputs, formatCount(taps)));
  return sizes.length > 0 ? rehearsalText.room(rehearsalText.and(sizes)) : rehearsalText.noRoom;
}

export function measuredWords({ date, sampleRateHz }: Rehearsal): string {
  return rehearsalText.measured(formatWhen(Date.parse(date)), kilohertz(sampleRateHz));
}

export function kilohertz(rateHz: number): string {
  return formatNumber(rateHz / 1000, 3);
}
