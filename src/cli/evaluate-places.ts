import {
  clarityDb,
  criticalDistanceM,
  depthFigures,
  directToReverberantDb,
  type ColumnDepth,
} from '../design/depth.ts';
import type { Design } from '../design/designer.ts';
import { createMemo } from '../design/memo.ts';
import { BROADBAND } from '../design/zone-band.ts';
import type { ZoneRule } from '../design/zone-grid.ts';
import { wholeZone, ZoneRows, type ZoneFigures } from '../design/zone-maps.ts';
import { zoneAreas, type ZoneArea } from '../design/zone-rules.ts';
import { ZoneKernel } from '../kernel/zone-kernel.ts';
import { loadKernel } from './kernel-file.ts';
import { figureLines, type FigureRow } from './terminal-table.ts';

/** Depth of one column at the listener. */
interface DepthEntry {
  /** Directivity factor towards the listener's ears: a side's own, both of the centre. */
  readonly q: number;
  readonly criticalDistanceM: number;
  readonly directToReverberantDb: number;
  readonly clarityDb: number;
}

/** Left, right and centre. */
type DepthColumns = Readonly<Record<'left' | 'right' | 'centre', DepthEntry>>;

/** What a design gives in other places than the listener's, and in its room. */
export interface PlacesEvaluation {
  readonly zone: {
    readonly bandHz: readonly [number, number];
    readonly seat: ZoneFigures;
    readonly areas: readonly ZoneArea[];
  };
  /** `null` in free field. */
  readonly depth: { readonly design: DepthColumns; readonly plainMatrix: DepthColumns } | null;
}

export async function evaluatePlaces({ document, spatial, cancellation }: Design): Promise<PlacesEvaluation> {
  const memo = createMemo();
  const kernel = new ZoneKernel(await loadKernel('zones'));
  const maps = wholeZone(new ZoneRows(document, spatial.drivers, cancellation, BROADBAND, kernel, memo));
  const { room } = document;
  const figures = room && depthFigures(document, spatial.drivers, memo);
  const columns = ([left, right, centre]: readonly [ColumnDepth, ColumnDepth, ColumnDepth]) => {
    const entry = ({ broadQ }: ColumnDepth): DepthEntry => {
      const criticalM = criticalDistanceM(broadQ, room!);
      const ratioDb = directToReverberantDb(criticalM, Math.hypot(...document.listener.positionM));
      return {
        q: broadQ,
        criticalDistanceM: criticalM,
        directToReverberantDb: ratioDb,
        clarityDb: clarityDb(ratioDb, room!),
      };
    };
    return { left: entry(left), right: entry(right), centre: entry(centre) };
  };
  return {
    zone: { bandHz: maps.bandHz, seat: maps.seat, areas: zoneAreas(maps) },
    depth: figures && { design: columns(figures.design), plainMatrix: columns(figures.matrix) },
  };
}

const NAMES = {
  separation: 'Separation, mean of both sides',
  azimuthCentre: 'Image of the centre',
  width: 'Width of the stage',
  presence: 'Phantom centre',
  levelCentre: 'Level of the centre',
  balance: 'Balance of the centre',
} as const;
const UNITS: Readonly<Record<keyof typeof NAMES, string>> = {
  separation: 'dB',
  azimuthCentre: 'degrees',
  width: 'degrees',
  presence: '',
  levelCentre: 'dB',
  balance: 'dB',
};

/** Zone and depth, to be read on a terminal. */
export function placesTable({ zone, depth }: PlacesEvaluation): string {
  const areas = (Object.keys(NAMES) as (keyof typeof NAMES)[]).map((quantity): FigureRow => {
    const { rule, areaM2 } = zone.areas.find((area) => area.quantity === quantity)!;
    return [`${NAMES[quantity]} ${ruleWords(rule, UNITS[quantity])}`, areaM2, 'm²'];
  });
  const lines = ['', 'Listening zone, 300 Hz to 8 kHz: area where', ...figureLines(areas, 3)];
  if (depth) {
    lines.push(
      '',
      'Depth at the listener, mean from 300 Hz to 8 kHz; a side at its own ear, the centre at both',
      ...figureLines(depthRows(depth)),
    );
  }
  return `${lines.join('\n')}\n`;
}

function depthRows({ design, plainMatrix }: NonNullable<PlacesEvaluation['depth']>): FigureRow[] {
  return (['left', 'right', 'centre'] as const).flatMap((column): FigureRow[] => [
    [`Direct to reverberant, ${column}`, design[column].directToReverberantDb, 'dB'],
    [`  by the plain matrix`, plainMatrix[column].directToReverberantDb, 'dB'],
    [`Critical distance, ${column}`, design[column].criticalDistanceM, 'm'],
    [`Clarity C50, ${column}`, design[column].clarityDb, 'dB'],
  ]);
}

function ruleWords(rule: ZoneRule, unit: string): string {
  const value = `${rule.value} ${unit}`.trimEnd();
  return rule.kind === 'least' ? `at ${value} or more` : `within ${value}`;
}
