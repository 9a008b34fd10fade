import { beforeAll, describe, expect, it } from 'vitest';
import { createDesigner } from '../../../design/designer.ts';
import { kernelModule } from '../../../kernel/testing/kernel-module.ts';
import { ZoneKernel } from '../../../kernel/zone-kernel.ts';
import { PRESETS, type DesignDocument, type DesignStudy, type HeadHeard } from '../../../store/index.ts';
import { studyDesign } from '../../../workers/study-design.ts';
import type { PlotFigure, PlotTheme } from '../../plots/plot-figure.ts';
import { sizeOf, WIDTH_PX, type ReportFigure } from './report-figure.ts';
import { reportFigures } from './report-figures.ts';
import { figureRows, listenerRows, settingRows, targetRows } from './report-tables.tsx';

/** Every colour is one: which, the figures' own tests tell. */
const THEME = new Proxy({}, { get: () => '#0072b2' }) as PlotTheme;

const mixer = new ZoneKernel(kernelModule('zones'));

function study(document: DesignDocument): DesignStudy {
  const steps = studyDesign(
    { document, sampleRateHz: 48_000, profile: 'music', isPrinted: true },
    createDesigner(),
    mixer,
  );
  for (;;) {
    const { done, value } = steps.next();
    if (!done) continue;
    if (!value.ok) throw new Error(String(value.failure.said));
    return { ...value.study, fingerprints: { design: '', filters: '' } };
  }
}

function plotOf({ drawing }: ReportFigure): PlotFigure {
  if (drawing.kind !== 'plot') throw new Error('is a scene');
  return drawing.figure;
}

let soundbar: DesignStudy;
let figures: ReportFigure[];
beforeAll(() => {
  soundbar = study(PRESETS.soundbar);
  figures = reportFigures(soundbar, THEME, null);
  // A whole study takes a second; a machine that does other things, many.
}, 60_000);

describe('the figures of a report', () => {
  it('are of all there is to see, each once and with a size to be printed at', () => {
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
    expect(new Set(figures.map(({ section }) => section))).toEqual(
      new Set(['ears', 'beam', 'filters', 'maps', 'slices', 'balloons', 'depth', 'zone']),
    );
    for (const { title, caption, drawing, isHalf = false } of figures) {
      const { widthPx, heightPx } = sizeOf(drawing);
      expect(widthPx * (isHalf ? 2 : 1)).toBeLessThanOrEqual(WIDTH_PX);
      // A page between its margins is more than 900 px high, letter too.
      expect(heightPx).toBeGreaterThan(200);
      expect(heightPx).toBeLessThan(600);
      expect(caption).not.toBe('');
      if (drawing.kind === 'plot') expect(drawing.figure.layout.title).toMatchObject({ text: title });
    }
  });

  const captionOf = (of: readonly ReportFigure[], id: string) => of.find((one) => one.id === id)!.caption;

  it('name band and column, and the room that depth is in', () => {
    expect(captionOf(figures, 'slices-left')).toMatch(/^Left column\. .*mean power over 1\/3 octave/);
    expect(captionOf(figures, 'balloon-centre-4000')).toMatch(
      /^Centre column\. .*mean power over 1\/3 octave/,
    );
    expect(captionOf(figures, 'depth-distance')).toMatch(/The design names no room: one of 52 m³/);
  });

  it('say what was measured and what was not, and name a head that hears beside the model', () => {
    const plant = { name: 'My desk', sha256: 'ab'.repeat(32) };
    const measured = { ...soundbar, document: { ...soundbar.document, plant } };
    const { sides } = soundbar.metrics;
    const heard = { sides, pair: soundbar.pair } as unknown as HeadHeard;
    const shown = reportFigures(measured, THEME, { name: 'KEMAR', heard });
    expect(captionOf(shown, 'separation')).toMatch(/Measured in place: “My desk”\. Dashed: .*“KEMAR”/);
    expect(captionOf(shown, 'ild')).toMatch(/Measured in place.*“KEMAR”/);
    for (const id of [
      'rejection',
      'index',
      'map-left',
      'slices-left',
      'balloon-left-1000',
      'depth-distance',
      'zone',
    ])
      expect(captionOf(shown, id)).toMatch(/Computed in free field: what was measured in place .*\.$/);
    expect(captionOf(shown, 'filters-left')).toMatch(/designed on what was measured in place/);
  });

  it('draw what was studied: the separation of the metrics, a curve for each driver', () => {
    const traces = (id: string) =>
      plotOf(figures.find((figure) => figure.id === id)!).data as unknown as { name: string; y: number[] }[];
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
    const rows = figureRows(soundbar);
    expect(rows.length).toBeGreaterThan(10);
    for (const [, value] of rows) expect(value).toMatch(/^[−\d.]+ (dB|µs|ms|m²)$/);
    // Without a room there is no diffuse sound to hold it against.
    expect(soundbar.document.room).toBeNull();
    expect(rows.filter(([name]) => /direct/i.test(name))).toEqual([]);
    expect(valueOf(settingRows(soundbar), 'Sample rate')).toBe('48,000 Hz');
    expect(valueOf(settingRows(soundbar), 'Modelling delay')).toBe('1,024 samples');
  });
});
