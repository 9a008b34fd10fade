import { describe, expect, it } from 'vitest';
import type { Picture, PictureRequest } from '../protocol/picture-protocol.ts';
import { createSoundstageStore } from './create-store.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';
import { fakePorts } from './testing/fake-ports.ts';
import { createFakeDesign } from './testing/fake-workers.ts';

const FILTERS: PictureRequest = { kind: 'filters', column: 'left', form: 'played' };
/** Lets every promise that can go on go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function createApp() {
  const design = createFakeDesign();
  const store = createSoundstageStore({ ...fakePorts(), design: design.port }, { restMs: 0 });
  const act = store.getState().actions;
  let designed = 0;
  /** Edits the document and answers with a design of that name. */
  const designAs = async (name: string) => {
    act.edit(store.getState().designer.document);
    design.designs[designed++]!.resolve({ ok: true, outcome: fakeOutcome(name) });
    await settle();
  };
  return { design, act, designAs, pictures: () => store.getState().pictures };
}

const drawn = (marker: string) => ({ marker }) as unknown as Picture;

describe('pictures of a design', () => {
  it('are not drawn while nobody looks', async () => {
    const { design, designAs } = createApp();
    await designAs('first');
    expect(design.pictures).toHaveLength(0);
  });

  it('are drawn when looked at, and again for every new design', async () => {
    const { design, act, designAs, pictures } = createApp();
    act.look(FILTERS);
    expect(design.pictures).toHaveLength(0);
    await designAs('first');
    expect(design.pictures[0]!.request).toEqual(FILTERS);
    expect(pictures().progress).toBe(0);
    design.pictures[0]!.resolve(drawn('of the first') as never);
    await settle();
    expect(pictures()).toMatchObject({ picture: { marker: 'of the first' }, progress: null });
    await designAs('second');
    expect(design.pictures).toHaveLength(2);
    expect(pictures()).toMatchObject({ picture: { marker: 'of the first' }, progress: 0 });
  });

  it('that come late are left out', async () => {
    const { design, act, designAs, pictures } = createApp();
    await designAs('first');
    act.look(FILTERS);
    act.look({ ...FILTERS, column: 'right' });
    design.pictures[1]!.resolve(drawn('right') as never);
    design.pictures[0]!.resolve(drawn('left') as never);
    await settle();
    expect(pictures()).toMatchObject({ picture: { marker: 'right' } });
  });

  it('are done when they are there, whatever is told of their progress afterwards', async () => {
    const { design, act, designAs, pictures } = createApp();
    const told: ((fraction: number) => void)[] = [];
    const { picture } = design.port;
    design.port.picture = (request, source, onProgress) => {
      told.push(onProgress);
      return picture(request, source, onProgress);
    };
    await designAs('first');
    act.look(FILTERS);
    told[0]!(0.5);
    expect(pictures().progress).toBe(0.5);
    design.pictures[0]!.resolve(drawn('left') as never);
    await settle();
    told[0]!(0.9);
    expect(pictures().progress).toBeNull();
  });

  it('are given up when nobody looks any more', async () => {
    const { design, act, designAs, pictures } = createApp();
    await designAs('first');
    act.look(FILTERS);
    act.look(null);
    expect(design.cancelled).toEqual([1]);
    expect(pictures()).toEqual({ request: null, picture: null, progress: null, isCancelled: false });
    design.pictures[0]!.resolve(drawn('too late') as never);
    await settle();
    expect(pictures().picture).toBeNull();
  });

  it('one is given up on request: the older one stays, and the newest design is drawn again', async () => {
    const { design, act, designAs, pictures } = createApp();
    act.look(FILTERS);
    await designAs('first');
    design.pictures[0]!.resolve(drawn('of the first') as never);
    await settle();
    act.cancelPicture();
    // Nothing is being drawn.
    expect(pictures().isCancelled).toBe(false);
    await designAs('second');
    act.cancelPicture();
    expect(design.cancelled).toEqual([2]);
    expect(pictures()).toMatchObject({
      picture: { marker: 'of the first' },
      progress: null,
      isCancelled: true,
    });
    design.pictures[1]!.resolve(drawn('too late') as never);
    await settle();
    expect(pictures().picture).toEqual({ marker: 'of the first' });
    await designAs('third');
    expect(design.pictures).toHaveLength(3);
    expect(pictures()).toMatchObject({ progress: 0, isCancelled: false });
  });
});
