import { beforeAll, describe, expect, it } from 'vitest';
import { createDesigner } from '../../../design/designer.ts';
import { kernelModule } from '../../../kernel/testing/kernel-module.ts';
import { ZoneKernel } from '../../../kernel/zone-kernel.ts';
import { PRESETS, type DesignDocument, type DesignStudy } from '../../../store/index.ts';
import { studyDesign } from '../../../workers/study-design.ts';
import type { PlotTheme } from '../../plots/plot-figure.ts';
import { reportFigures, type ReportFigure } from './report-figures.ts';
import { figureRows, listenerRows, settingRows, targetRows } from './report-tables.tsx';

/** Every colour is one: which, the figures' own tests tell. */
const THEME = new Proxy({}, { get: () => '#0072b2' }) as PlotTheme;

const mixer = new ZoneKernel(kernelModule('zones'));

function study(document: DesignDocument): DesignStudy {
  const steps = studyDesign({ document, sampleRateHz: 48_000, profile: 'music' }, createDesigner(), mixer);
  for (;;) {
    const { done, value } = steps.next();
    if (!done) continue;
    if (!value.ok) throw new Error(value.failure.message);
    return { ...value.study, fingerprints: { design: '', filters: '' } };
  }
}

let soundbar: DesignStudy;
let figures: ReportFigure[];
beforeAll(() => {
  soundbar = study(PRESETS.soundbar);
  figures = reportFigures(soundbar, THEME);
});

describe('the figures of a report', () => {
  it('are of the ears, the beam, the filters, the maps and the zone, each once and with a size to be printed at', () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    expect(new Set(figures.map(({ section }) => section))).toEqual(
      new Set(['ears', 'beam', 'filters', 'maps', 'zone']),
    );
    for (const { title, figure } of figures) {
      expect(figure.layout.width).toBe(680);
      // A page between its margins is more than 900 px high, letter too.
      expect(figure.layout.height).toBeGreaterThan(200);
      expect(figure.layout.height).toBeLessThan(600);
      expect(figure.layout.title).toMatchObject({ text: title });
    }
  });

  it('draw what was studied: the separation of the metrics, a curve for each driver', () => {
    const traces = (id: string) =>
      figures.find((figure) => figure.id === id)!.figure.data as unknown as { name: string; y: number[] }[];
    const separation = traces('separation').find(({ name }) => name === 'Separation')!;
    expect(separation.y).toEqual([...soundbar.metrics.sides.separationDb]);
    expect(traces('filters-left')).toHaveLength(PRESETS.soundbar.device.drivers.length);
  });
});

describe('the words of a report', () => {
  const valueOf = (rows: readonly (readonly [string, string])[], name: string) =>
    rows.find(([known]) => known === name)?.[1];

  it('say what was asked for', () => {
    const rows = targetRows(PRESETS.soundbar);
    expect(valueOf(rows, 'Cancellation gain')).toBe(
      '200 Hz 3.0 dB · 700 Hz 15.0 dB · 10 kHz 20.0 dB · 16 kHz 6.0 dB',
    );
    expect(valueOf(rows, 'Nulls')).toBe('90° by 20°; −90° by 20°');
    expect(valueOf(rows, 'Virtual pair')).toBe('±30°');
    expect(valueOf(listenerRows(PRESETS.soundbar), 'Ears from the nose')).toBe('±100°');
    const plant = { name: 'My desk', sha256: 'ab'.repeat(32) };
    expect(valueOf(listenerRows({ ...PRESETS.soundbar, plant }), 'Curves at the ears')).toBe(
      'measured in place: My desk (SHA-256 abababababab…)',
    );
  });

  it('leave out what the design does not have', () => {
    const { sides, centre } = PRESETS.soundbar;
    const plain = targetRows({
      ...PRESETS.soundbar,
      sides: { ...sides, cancellation: null, virtualSpeakerAzimuthDeg: null },
      centre: { ...centre, beam: null },
    });
    expect(valueOf(plain, 'Cancellation gain')).toBe('none: least effort');
    expect(valueOf(plain, 'Side effort cap')).toBeUndefined();
    expect(valueOf(plain, 'Nulls')).toBeUndefined();
  });

  it('give every figure with its unit, and the settings', () => {
    for (const [, value] of figureRows(soundbar)) expect(value).toMatch(/^[−\d.]+ (dB|µs|ms|m²)$/);
    expect(valueOf(settingRows(soundbar), 'Sample rate')).toBe('48,000 Hz');
    expect(valueOf(settingRows(soundbar), 'Modelling delay')).toBe('1,024 samples');
  });
});
