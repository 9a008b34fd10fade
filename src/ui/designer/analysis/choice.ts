import type {
  Band,
  Column,
  FilterForm,
  PictureKind,
  PictureRequest,
  SoundSource,
} from '../../../store/index.ts';
import type { Smoothing } from '../../plots/smoothing.ts';
import { FIRST_LOOK, type MapLook } from '../plot/map-look.tsx';

export type FilterQuantity = 'magnitude' | 'phase' | 'delay' | 'impulse';
export type DirectivityQuantity = 'index' | 'horizontalIndex' | 'beamwidth' | 'frontToSide' | 'frontToBack';
export type PairQuantity = 'ild' | 'itd' | 'tone';
export type ComparisonQuantity = 'maps' | 'separation';
export type MismatchQuantity = 'separation' | 'rejection';

/** Pictures that are chosen from; depth has a tab of its own. */
export type AnalysisKind = Exclude<PictureKind, 'depth'>;

/** What is looked at and how; kept for all pictures alike, so that a column chosen in one is the column of the next. */
export interface AnalysisChoice {
  readonly kind: AnalysisKind;
  readonly column: Column;
  readonly source: SoundSource;
  readonly form: FilterForm;
  readonly quantity: FilterQuantity;
  readonly directivity: DirectivityQuantity;
  readonly pair: PairQuantity;
  readonly comparison: ComparisonQuantity;
  readonly ratio: MismatchQuantity;
  readonly gainDb: number;
  readonly phaseDeg: number;
  /** On the tabs of the targets: a band around what is reached. */
  readonly showsMismatch: boolean;
  readonly look: MapLook;
  readonly smoothing: Smoothing;
  readonly band: Band;
  /** Of the slices. */
  readonly slicesHz: readonly number[];
  readonly balloonHz: number;
}

export const FIRST_CHOICE: AnalysisChoice = {
  kind: 'filters',
  column: 'left',
  source: 'centre',
  form: 'played',
  quantity: 'magnitude',
  directivity: 'index',
  pair: 'ild',
  comparison: 'maps',
  ratio: 'separation',
  gainDb: 1,
  phaseDeg: 5,
  showsMismatch: false,
  look: FIRST_LOOK,
  smoothing: 'none',
  band: 'third-octave',
  slicesHz: [500, 1000, 2000, 4000],
  balloonHz: 1000,
};

export interface Choosing {
  readonly choice: AnalysisChoice;
  readonly onChoose: (choice: AnalysisChoice) => void;
}

const DRAWS = 200;
const SEED = 1;

/** What has to be drawn for a choice; what only changes how it is shown is no part of it. */
export function requestOf(choice: AnalysisChoice): Extract<PictureRequest, { kind: AnalysisKind }> {
  const { kind, column, source, form, band } = choice;
  switch (kind) {
    case 'filters':
      return { kind, column, form };
    case 'directivity':
    case 'pair':
      return { kind };
    case 'cta2034':
    case 'map':
      return { kind, source };
    case 'slices':
      return { kind, source, band, frequenciesHz: choice.slicesHz };
    case 'balloon':
      return { kind, source, band, frequencyHz: choice.balloonHz };
    case 'comparison':
      return { kind, column };
    case 'mismatch':
      return mismatchRequest(choice);
  }
}

export function mismatchRequest({
  gainDb,
  phaseDeg,
}: Pick<AnalysisChoice, 'gainDb' | 'phaseDeg'>): Extract<PictureRequest, { kind: 'mismatch' }> {
  return { kind: 'mismatch', gainDb, phaseDeg, draws: DRAWS, seed: SEED };
}

/** Whether what is shown are curves over frequency that can be smoothed. */
export function hasSmoothing({ kind, quantity, comparison }: AnalysisChoice): boolean {
  if (kind === 'filters') return quantity === 'magnitude';
  if (kind === 'comparison') return comparison === 'separation';
  return kind !== 'map' && kind !== 'slices' && kind !== 'balloon';
}
