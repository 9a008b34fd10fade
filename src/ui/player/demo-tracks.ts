import type { TrackSource } from '../../store/index.ts';
import { playerText } from '../text/index.ts';

export type DemoTrack = TrackSource & { readonly kind: 'url' };

function demo(file: string, title: string): DemoTrack {
  return {
    kind: 'url',
    url: `./demo/${file}`,
    title,
  };
}

/** What can be heard without a file of one's own; the first is loaded at the start. */
export function demoTracks(): readonly [DemoTrack, ...DemoTrack[]] {
  return [
    demo('first-light.mp3', playerText.demoTitles.music),
    demo('identification.mp3', playerText.demoTitles.identification),
  ];
}
