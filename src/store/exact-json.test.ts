import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactJson } from './exact-json.ts';

describe('exactJson', () => {
  it.each([
    ['in one line', undefined],
    ['in lines', ''],
  ])('reads back as what it was written from, every bit of it, %s', (_how, indent) => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), (value) => {
        // Vitest's toEqual tells −0 from 0.
        expect(JSON.parse(exactJson(value, indent))).toEqual(value);
      }),
    );
  });

  it('is read like the presets: a field a line, a list of numbers on one', () => {
    expect(exactJson({ name: 'a', at: [[0, -0, 1.5]], drivers: [{ id: 'left' }], none: {} }, '')).toBe(
      '{\n  "name": "a",\n  "at": [[0,-0,1.5]],\n  "drivers": [\n    {\n      "id": "left"\n    }\n  ],\n  "none": {}\n}',
    );
  });
});
