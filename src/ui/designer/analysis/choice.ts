import type { Column, FilterForm, PictureKind, PictureRequest } from '../../../store/index.ts';

export type FilterQuantity = 'magnitude' | 'phase' | 'delay' | 'impulse';

/** What is looked at and how; kept for all pictures alike, so that a column chosen in one is the column of the next. */
export interface AnalysisChoice {
  readonly kind: PictureKind;
  readonly column: Column;
  readonly form: FilterForm;
  readonly quantity: FilterQuantity;
}

export const FIRST_CHOICE: AnalysisChoice = {
  kind: 'filters',
  column: 'left',
  form: 'played',
  quantity: 'magnitude',
};

/** What has to be drawn for a choice; what only changes how it is shown is no part of it. */
export function requestOf({ kind, column, form }: AnalysisChoice): PictureRequest {
  return { kind, column, form };
}
