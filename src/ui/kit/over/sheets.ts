import { fetchedPart } from './fetched-part.ts';

/** All that opens over the page: nothing of it is needed before something is opened. */
export const sheets = fetchedPart(() => import('./sheet-parts.ts'));
export const { fetch: fetchSheets, want: wantSheets, useMissed: useSheetsMissed } = sheets;
