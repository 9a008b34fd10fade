import type { Column, FilterForm, PictureKind, PictureRequest, SoundSource } from '../../../store/index.ts';

export type FilterQuantity = 'magnitude' | 'phase' | 'delay' | 'impulse';
export type DirectivityQuantity = 'index' | 'horizontalIndex' | 'beamwidth' | 'frontToSide' | 'frontToBack';
export type PairQuantity = 'ild' | 'itd' | 'tone';
export type ComparisonQuantity = 'maps' | 'separation';
export type MismatchQuantity = 'separation' | 'rejection';

/** What is looked at and how; kept for all pictures alike, so that a column chosen in one is the column of the next. */
export interface AnalysisChoice {
  readonly kind: PictureKind;
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
};

const DRAWS = 200;
const SEED = 1;

/** What has to be drawn for a choice; what only changes how it is shown is no part of it. */
export function requestOf(choice: AnalysisChoice): PictureRequest {
  const { kind, column, source, form, gainDb, phaseDeg } = choice;
  switch (kind) {
    case 'filters':
      return { kind, column, form };
    case 'directivity':
    case 'pair':
      return { kind };
    case 'cta2034':
    case 'map':
      return { kind, source };
    case 'comparison':
      return { kind, column };
    case 'mismatch':
      return { kind, gainDb, phaseDeg, draws: DRAWS, seed: SEED };
  }
}
