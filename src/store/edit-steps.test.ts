import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { createEditSteps, isSameValue, placeOfChange, STEP_PAUSE_MS } from './edit-steps.ts';

const { laptop } = PRESETS;
const withHead = (headRadiusM: number) => ({ ...laptop, listener: { ...laptop.listener, headRadiusM } });
const withEars = (earAzimuthDeg: number) => ({ ...laptop, listener: { ...laptop.listener, earAzimuthDeg } });

describe('placeOfChange', () => {
  it('names the one field that differs', () => {
    expect(placeOfChange(laptop, withHead(0.1))).toBe('listener.headRadiusM');
  });

  it('is the same for a point that moves right as for one that moves up', () => {
    const curve = (point: [number, number]) => ({ curve: [[200, 3], point, [8000, 6]] });
    expect(placeOfChange(curve([1000, 10]), curve([1100, 10]))).toBe('curve.1');
    expect(placeOfChange(curve([1000, 10]), curve([1000, 12]))).toBe('curve.1');
  });

  it('is what two changes have in common', () => {
    const both = { ...withHead(0.1), listener: { ...withHead(0.1).listener, earAzimuthDeg: 90 } };
    expect(placeOfChange(laptop, both)).toBe('listener');
  });

  it('is the whole document for another device', () => {
    expect(placeOfChange(laptop, PRESETS.soundbar)).toBe('');
  });
});

describe('isSameValue', () => {
  it('looks at what is said, not at the objects, and tells zero from minus zero as filters may', () => {
    expect(isSameValue(laptop, structuredClone(laptop))).toBe(true);
    expect(isSameValue(laptop, withHead(0.1))).toBe(false);
    expect(isSameValue({ a: 0 }, { a: -0 })).toBe(false);
    expect(isSameValue([1], { 0: 1 })).toBe(false);
    expect(isSameValue({ a: undefined }, { b: undefined })).toBe(false);
  });
});

describe('edit steps', () => {
  function createClocked() {
    const clock = { ms: 0 };
    return { clock, steps: createEditSteps(() => clock.ms) };
  }

  it('holds edits of one place together while they follow each other', () => {
    const { clock, steps } = createClocked();
    expect(steps.continues(laptop, withHead(0.09))).toBe(false);
    clock.ms += STEP_PAUSE_MS;
    expect(steps.continues(withHead(0.09), withHead(0.1))).toBe(true);
    clock.ms += STEP_PAUSE_MS + 1;
    expect(steps.continues(withHead(0.1), withHead(0.11))).toBe(false);
  });

  it('parts edits of different places, however quick', () => {
    const { steps } = createClocked();
    steps.continues(laptop, withHead(0.09));
    expect(steps.continues(laptop, withEars(90))).toBe(false);
  });

  it('holds a whole drag together, and parts it from the one before', () => {
    const { clock, steps } = createClocked();
    steps.press();
    expect(steps.continues(laptop, withHead(0.09))).toBe(false);
    clock.ms += 10 * STEP_PAUSE_MS;
    expect(steps.continues(withHead(0.09), withHead(0.1))).toBe(true);
    steps.release();
    steps.press();
    expect(steps.continues(withHead(0.1), withHead(0.11))).toBe(false);
  });

  it('holds all edits of one task together, however long it takes, and parts it from others', () => {
    const { clock, steps } = createClocked();
    const [task, other] = [{}, {}];
    expect(steps.continues(laptop, withHead(0.09), task)).toBe(false);
    clock.ms += 10 * STEP_PAUSE_MS;
    steps.press();
    steps.release();
    steps.pause();
    expect(steps.continues(withHead(0.09), withEars(90), task)).toBe(true);
    expect(steps.continues(withEars(90), withEars(91), other)).toBe(false);
    expect(steps.continues(withEars(91), withEars(92))).toBe(false);
    expect(steps.continues(withEars(92), withEars(93), other)).toBe(false);
    steps.end();
    expect(steps.continues(withEars(93), withEars(94), other)).toBe(false);
  });

  it('begins anew when it is told so', () => {
    const { steps } = createClocked();
    steps.continues(laptop, withHead(0.09));
    steps.end();
    expect(steps.continues(withHead(0.09), withHead(0.1))).toBe(false);
  });
});
