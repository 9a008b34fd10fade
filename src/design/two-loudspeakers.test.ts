import { describe, expect, it } from 'vitest';
import { PRESETS } from './presets.ts';
import { onTwoLoudspeakers } from './two-loudspeakers.ts';

describe('a document on two loudspeakers', () => {
  it('keeps the targets and takes the pair’s geometry', () => {
    const document = onTwoLoudspeakers(PRESETS.soundbar, { spacingM: 0.5, distanceM: 1.2 });
    expect(document.device.drivers.map(({ positionM }) => positionM)).toEqual([
      [0, 0.25, 0],
      [0, -0.25, 0],
    ]);
    expect(document.listener).toEqual({ ...PRESETS.soundbar.listener, positionM: [1.2, 0, 0] });
    expect(document.sides).toEqual(PRESETS.soundbar.sides);
    expect(document.centre.beam).toBeNull();
  });

  it('has the listener beside the axis where that is the place', () => {
    const pair = { spacingM: 0.5, distanceM: 1.2, offsetM: 0.07 };
    expect(onTwoLoudspeakers(PRESETS.soundbar, pair).listener.positionM).toEqual([1.2, 0.07, 0]);
    expect(() => onTwoLoudspeakers(PRESETS.laptop, { ...pair, offsetM: NaN })).toThrow(
      'offsetM: expected a number, got NaN',
    );
  });

  it('refuses what cannot be', () => {
    const place = (spacingM: number, distanceM: number) => () =>
      onTwoLoudspeakers(PRESETS.laptop, { spacingM, distanceM });
    expect(place(-1, 1)).toThrow('spacingM: expected a number > 0, got -1');
    expect(place(0.5, NaN)).toThrow('distanceM: expected a number > 0, got NaN');
    expect(place(0.1, 0.05)).toThrow(/listener\.positionM: expected a head clear of driver/);
  });
});
