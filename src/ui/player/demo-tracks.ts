import type { TrackSource } from '../../store/index.ts';
import { appText, playerText } from '../text/index.ts';

export type DemoTrack = TrackSource & {
  readonly kind: 'url';
  /** Where in the track what is to be heard is written. */
  readonly cuesUrl?: string;
};

/** What can be heard without a file of one's own; the first is loaded at the start. */
export const DEMO_TRACKS: readonly [DemoTrack, ...DemoTrack[]] = [
  {
    kind: 'url',
    url: './demo/first-light.mp3',
    get title() {
      return playerText.demoTitles.music;
    },
    get artist() {
      return appText.name;
    },
  },
  {
    kind: 'url',
    url: './demo/identification.mp3',
    get artist() {
      return appText.name;
    },
    get title() {
      return playerText.demoTitles.identification;
    },
    cuesUrl: './demo/identification.json',
  },
];

/** The demo track that a source is. */
export function demoTrackOf(source: TrackSource | null): DemoTrack | undefined {
  return DEMO_TRACKS.find(({ url }) => source?.kind === 'url' && source.url === url);
}
