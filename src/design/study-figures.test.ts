import { beforeAll, describe, expect, it } from 'vitest';
import { createDesigner } from './designer.ts';
import { directivityFigures } from './directivity-figures.ts';
import { hearPair } from './head-hearing.ts';
import { PRESETS } from './presets.ts';
import { radiatedPower } from './radiated-power.ts';
import { columnWeights } from './sound-source.ts';
import type { ZoneMaps } from './zone-maps.ts';
import { compareFigures, studyFigures, type StudyFigures } from './study-figures.ts';

let figures: StudyFigures;
beforeAll(() => {
  const { document, spatial, metrics } = createDesigner().design(PRESETS.soundbar);
  const frequenciesHz = Float64Array.from(metrics.frequencyHz);
  const radiated = radiatedPower(document.device, frequenciesHz, document.speedOfSoundMps);
  const weights = columnWeights(spatial.drivers, 2, frequenciesHz);
  // Directivity factors 1, 2 and 6 at 2 m in 50 m³ that reverberate for 0.4 s.
  const [left, right, middle] = [1, 2, 6].map((q) => ({ q: new Float64Array(0), broadQ: q }));
  figures = studyFigures({
    document: {
      listener: { ...document.listener, positionM: [2, 0, 0] },
      room: { sizeM: [5, 4, 2.5], reverberationTimeS: 0.4, devicePositionM: [1, 2, 1] },
    },
    depth: { design: [left!, right!, middle!] },
    metrics,
    centre: directivityFigures(document, weights, frequenciesHz, radiated),
    pair: hearPair(document, spatial.drivers, frequenciesHz),
    zone: {
      // Three columns of 0.5 m: the middle one and one beside it keep 10 dB.
      frontM: Float64Array.of(0, 1),
      leftM: Float64Array.of(-0.5, 0, 0.5),
      values: { separation: Float32Array.of(3, 10, 12, 9.9, NaN, 20) },
    } as unknown as ZoneMaps,
    latencyMs: 113.5,
  });
});
const of = (change: Partial<StudyFigures>) =>
  compareFigures({ ...figures, ...change }, figures).find(({ figure }) => figure === Object.keys(change)[0])!;

describe('figures of a study', () => {
  it('are all there for a design with everything in it', () => {
    for (const value of Object.values(figures)) expect(Number.isFinite(value)).toBe(true);
    expect(figures.latencyMs).toBe(113.5);
    // Every place stands for 1 m by 0.5 m, the ends too.
    expect(figures.zoneAreaM2).toBeCloseTo(1.5, 12);
  });

  it('have the depth of each column, as methods have it: 0.64 m and −9.9 dB, 1.56 m and −2.2 dB', () => {
    expect(figures.criticalLeftM).toBeCloseTo(0.637, 3);
    expect(figures.ratioLeftDb).toBeCloseTo(-9.93, 2);
    expect(figures.criticalCentreM).toBeCloseTo(1.561, 3);
    expect(figures.ratioCentreDb).toBeCloseTo(-2.15, 2);
    expect(figures.ratioRightDb! - figures.ratioLeftDb!).toBeCloseTo(10 * Math.log10(2), 10);
  });
});

describe('two designs', () => {
  it('that are the same have no better one', () => {
    for (const row of compareFigures(figures, figures))
      expect(row).toMatchObject({ difference: 0, better: null });
  });

  it('are told apart by what is higher or lower, in the direction that is better', () => {
    expect(of({ separationDb: figures.separationDb + 3 })).toMatchObject({ better: 'ours' });
    expect(of({ separationDb: figures.separationDb - 3 })).toMatchObject({ better: 'theirs' });
    expect(of({ sideEffortDb: figures.sideEffortDb + 3 }).better).toBe('theirs');
    expect(of({ itdErrorUs: figures.itdErrorUs! - 30 }).better).toBe('ours');
  });

  it('have no better one where the difference is below what matters', () => {
    expect(of({ separationDb: figures.separationDb + 0.9 }).better).toBeNull();
    expect(of({ separationDb: figures.separationDb + 1 }).better).toBe('ours');
    expect(of({ latencyMs: figures.latencyMs - 9 }).better).toBeNull();
  });

  it('are told apart by their critical distances where the level follows them so far that it is heard', () => {
    const times = (factor: number) => of({ criticalCentreM: factor * figures.criticalCentreM! });
    // 2.5 dB are a factor of 1.334.
    expect(times(1.34).better).toBe('ours');
    expect(times(1.33).better).toBeNull();
    expect(times(1 / 1.34).better).toBe('theirs');
    expect(of({ ratioLeftDb: null, criticalLeftM: null })).toMatchObject({ better: null });
  });

  it('are alike good beyond what is good enough', () => {
    const tails = (ours: number, theirs: number) =>
      compareFigures({ ...figures, tailEnergyDb: ours }, { ...figures, tailEnergyDb: theirs }).find(
        ({ figure }) => figure === 'tailEnergyDb',
      )!.better;
    expect(tails(-90, -62)).toBeNull();
    expect(tails(-90, -50)).toBe('ours');
    expect(tails(-50, -90)).toBe('theirs');
  });

  it('of which one lacks something are not held against each other there', () => {
    expect(of({ ildErrorDb: null })).toMatchObject({ ours: null, difference: null, better: null });
  });

  it('have no row of what both lack', () => {
    const roomless = { ...figures, ratioLeftDb: null, criticalLeftM: null };
    const names = compareFigures(roomless, { ...roomless, criticalLeftM: 1 }).map(({ figure }) => figure);
    expect(names).not.toContain('ratioLeftDb');
    expect(names).toContain('criticalLeftM');
  });
});
