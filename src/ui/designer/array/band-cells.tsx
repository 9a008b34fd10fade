import type { ReactNode } from 'react';
import type { Driver } from '../../../store/arrays.ts';
import { NumberField } from '../../kit/index.ts';
import { arrayText } from '../../text/array.ts';
import { withDriver, withoutPart } from '../edits.ts';
import type { Editing } from '../use-editing.ts';

const text = arrayText.table;
/** What the other end of a band begins with where only one was given: the ends of hearing. */
const WIDEST_HZ = [20, 20_000] as const;
const UNITS = { kHz: 1000 } as const;

interface CellProps {
  readonly editing: Editing;
  readonly index: number;
}

/** Both ends of the band that a driver can be used in; emptied, it plays the whole band. */
export function BandCells({ editing: { document, edit }, index }: CellProps): ReactNode {
  const { id, bandHz } = document.device.drivers[index];
  const set = (end: 0 | 1, hertz: number): void => {
    const [low, high] = bandHz ?? WIDEST_HZ;
    const band: Driver['bandHz'] = end === 0 ? [hertz, high] : [low, hertz];
    edit(withDriver(document, index, { bandHz: band }));
  };
  return [text.bandLow, text.bandHigh].map((name, end) => (
    <td key={name}>
      <NumberField
        label={text.of(name, id)}
        hideLabel
        hideSteps
        hideUnit
        value={bandHz?.[end] ?? null}
        unit="Hz"
        units={UNITS}
        step={10}
        decimals={1}
        placeholder={text.all}
        onCommit={(hertz) => set(end as 0 | 1, hertz)}
        onClear={() => edit(withoutPart(document, index, 'bandHz'))}
      />
    </td>
  ));
}

/** A driver's own level; emptied, 0 dB. */
export function GainCell({ editing: { document, edit }, index }: CellProps): ReactNode {
  const { id, gainDb } = document.device.drivers[index];
  return (
    <td>
      <NumberField
        label={text.of(text.gain, id)}
        hideLabel
        hideSteps
        hideUnit
        value={gainDb ?? null}
        unit="dB"
        step={0.5}
        placeholder="0"
        onCommit={(value) => edit(withDriver(document, index, { gainDb: value }))}
        onClear={() => edit(withoutPart(document, index, 'gainDb'))}
      />
    </td>
  );
}
