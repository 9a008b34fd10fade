import { expect, it } from 'vitest';
import { wavFile } from '../media/testing/sound-files.ts';
import { MediaShelf } from '../workers/media-shelf.ts';
import { Deck, type DeckOptions } from './deck.ts';

it('describes a file that is being loaded without opening it a second time', async () => {
  const shelf = new MediaShelf();
  let opened = 0;
  const deck = new Deck({
    context: { sampleRate: 48_000 } as DeckOptions['context'],
    transport: { setTrack: () => 0 } as unknown as DeckOptions['transport'],
    media: {
      open: (...request) => {
        opened += 1;
        return shelf.open(...request);
      },
      read: (...request) => shelf.read(...request),
      excerpts: (file) => shelf.excerpts(file),
      peaks: (...request) => shelf.peaks(...request),
      close: (id) => shelf.close(id),
    },
    onEvent: () => undefined,
    onAnother: () => undefined,
    beforeChange: () => undefined,
  });
  const bytes = wavFile({ rateHz: 48_000, bits: 16, planes: [new Float64Array(4800)], title: 'Prelude' });
  const source = { kind: 'file', file: new File([bytes], 'a.wav') } as const;
  const [loaded, described] = await Promise.all([deck.load(source), deck.describe(source)]);
  expect(loaded).toMatchObject({ ok: true, track: described });
  expect(described).toMatchObject({ title: 'Prelude', durationSeconds: 0.1 });
  expect(opened).toBe(1);
});
