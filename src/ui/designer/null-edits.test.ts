import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../design/presets.ts';
import { parseDesign } from '../../design/schema.ts';
import type { NullSet } from '../../store/index.ts';
import * as edits from './null-edits.ts';

const SIDES: NullSet = { nullAzimuthsDeg: [90, -90], nullWidthDeg: 20 };

describe('edits of nulls', () => {
  it('move a null, and its mirror image where both are to be alike', () => {
    expect(edits.withNull(SIDES, 0, { azimuthDeg: 100 }, false).nullAzimuthsDeg).toEqual([100, -90]);
    expect(edits.withNull(SIDES, 1, { azimuthDeg: -70 }, true).nullAzimuthsDeg).toEqual([70, -70]);
    // Beyond straight behind it comes out on the other side.
    expect(edits.withNull(SIDES, 0, { azimuthDeg: 190 }, true).nullAzimuthsDeg).toEqual([-170, 170]);
  });

  it('keep details beside their nulls, and only where a null has something of its own', () => {
    const deep = edits.withNull(SIDES, 1, { extraDepthDb: 6, shape: 'raised-cosine' }, false);
    expect(deep.nullDetails).toEqual([{}, { extraDepthDb: 6, shape: 'raised-cosine' }]);
    expect(edits.withNewNull(deep, 180).nullDetails).toHaveLength(3);
    expect(edits.withoutNull(deep, 0).nullDetails).toEqual([{ extraDepthDb: 6, shape: 'raised-cosine' }]);
    expect(edits.withoutNull(deep, 1)).toEqual({ nullAzimuthsDeg: [90], nullWidthDeg: 20 });
    expect(edits.withNull(deep, 1, { extraDepthDb: 0, shape: 'flat' }, false)).toEqual(SIDES);
  });

  it('widen one or all', () => {
    const wide = edits.withNull(SIDES, 0, { widthDeg: 40 }, true);
    expect(edits.nullsOf(wide).map(({ widthDeg }) => widthDeg)).toEqual([40, 40]);
    expect(edits.withWidthOfAll(wide, 30)).toEqual({ nullAzimuthsDeg: [90, -90], nullWidthDeg: 30 });
  });

  it('leave documents that the schema takes', () => {
    const beam = PRESETS.soundbar.centre.beam!;
    const edited = edits.withNewNull(
      edits.withNull(beam, 0, { widthDeg: 30, extraDepthDb: -3, shape: 'raised-cosine' }, false),
      -180,
    );
    const document = { ...PRESETS.soundbar, centre: { beam: edited } };
    expect(parseDesign(document)).toEqual(document);
    expect(edited.targetGainDb).toBe(beam.targetGainDb);
  });
});
