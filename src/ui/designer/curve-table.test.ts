import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCurveTable, MOST_POINTS, parseCurveTable } from './curve-table.ts';

const CURVE = [
  [200, 3],
  [1000.5, 12.25],
  [8000, -6],
] as const;

describe('curve table', () => {
  it.each([
    ['tabs', '200\t3\n1000.5\t12.25\n8000\t-6'],
    ['semicolons and decimal commas', '200;3\r\n1000,5;12,25\r\n8000;-6\r\n'],
    ['commas', '200,3\n1000.5,12.25\n8000,-6'],
    ['commas and spaces', '200, 3\n1000.5, 12.25\n8000, -6'],
    ['spaces and decimal commas', ' 200   3\n1000,5 12,25\n8000 −6'],
    ['tabs and decimal commas', '200\t3\n1000,5\t12,25\n8e3\t-6'],
    ['a comma that another number tells for decimal', '200\t3\n1000,500\t12,25\n8000\t-6'],
    ['a line of titles', 'Freq(Hz)\tSPL(dB)\n200\t3\n1000.5\t12.25\n8000\t-6'],
    ['notes and empty lines', '# from REW\n\n* 1/24 octave\nHz;dB\n200;3\n1000,5;12,25\n8000;-6'],
  ])('reads %s', (_, text) => {
    expect(parseCurveTable(text)).toEqual({ ok: true, curve: CURVE });
  });

  it.each([
    ['Hz dB\n100 3\n200', 3, { kind: 'columns' }],
    ['100 3 90', 1, { kind: 'columns' }],
    // A comma that separates is no decimal one.
    ['100,5,3', 1, { kind: 'columns' }],
    ['100;3\n0;4', 2, { kind: 'frequency', aboveHz: 0 }],
    ['100;3\n-20;4', 2, { kind: 'frequency', aboveHz: 0 }],
    ['100;3\n200;loud', 2, { kind: 'gain' }],
    ['100;3\n200;', 2, { kind: 'gain' }],
    ['200;3\n100;4', 2, { kind: 'ascending', aboveHz: 200 }],
    ['200;3\n200;4', 2, { kind: 'ascending', aboveHz: 200 }],
    ['', 0, { kind: 'something' }],
    ['Hz;dB\n', 0, { kind: 'something' }],
    ['100;3\n1,234;4', 2, { kind: 'ungrouped' }],
    ['100;3\n1 234;4', 2, { kind: 'ungrouped' }],
    ['title\nother', 2, { kind: 'columns' }],
  ])('refuses %j by line and rule', (text, line, rule) => {
    expect(parseCurveTable(text)).toMatchObject({ ok: false, line, rule });
  });

  it('refuses more points than can be handled', () => {
    const lines = Array.from({ length: MOST_POINTS + 1 }, (_, i) => `${i + 1};0`).join('\n');
    expect(parseCurveTable(lines)).toMatchObject({ ok: false, line: MOST_POINTS + 1 });
  });

  it('reads what it writes', () => {
    const point = fc.tuple(
      fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
      fc.double({ min: -200, max: 200, noNaN: true }),
    );
    const curves = fc
      .uniqueArray(point, { minLength: 1, maxLength: 20, selector: ([hertz]) => hertz })
      .map((points) => points.sort((a, b) => a[0] - b[0]).map(([hertz, db]) => [hertz, db + 0] as const));
    fc.assert(
      fc.property(curves, (curve) => {
        expect(parseCurveTable(formatCurveTable(curve))).toEqual({ ok: true, curve });
      }),
    );
  });
});
