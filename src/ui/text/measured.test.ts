import { describe, expect, it } from 'vitest';
import { PRESETS, type DesignDocument } from '../../store/index.ts';
import { csvName, withOrigin } from './measured.ts';

const MODEL = PRESETS.laptop;
const plant = { name: 'My desk', sha256: 'ab'.repeat(32) };
const baffle = { kind: 'measured', name: 'Around', sha256: 'cd'.repeat(32) } as const;
const IN_PLACE: DesignDocument = { ...MODEL, plant };
const DRIVERS: DesignDocument = { ...MODEL, device: { ...MODEL.device, baffle } };
const BOTH: DesignDocument = { ...DRIVERS, plant };

describe('where a figure is from', () => {
  it('is not said of a design on the model', () => {
    for (const of of ['ears', 'radiation', 'filters'] as const) {
      expect(withOrigin('Level.', MODEL, of)).toBe('Level.');
    }
    expect(csvName('separation', MODEL)).toBe('separation');
  });

  it('is the measurement at the ears, and the computation elsewhere', () => {
    expect(withOrigin('Level.', IN_PLACE, 'ears')).toBe('Level. Measured in place: “My desk”.');
    expect(withOrigin('Level.', IN_PLACE, 'radiation')).toMatch(/^Level\. Computed in free field/);
    expect(withOrigin('Level.', IN_PLACE, 'filters')).toMatch(
      /designed on what was measured in place: “My desk”/,
    );
    expect(csvName('separation', IN_PLACE)).toBe('separation, measured in place');
  });

  it('is the measured drivers where they are what is computed from', () => {
    expect(withOrigin('', DRIVERS, 'ears')).toBe('Drivers as measured: “Around”.');
    expect(withOrigin('', BOTH, 'ears')).toBe('Measured in place: “My desk”.');
    expect(withOrigin('', BOTH, 'radiation')).toMatch(
      /^Drivers as measured: “Around”\. Computed in free field/,
    );
  });
});
