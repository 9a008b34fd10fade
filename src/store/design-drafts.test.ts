import { describe, expect, it } from 'vitest';
import type { DesignDocument } from '../design/document.ts';
import { createSoundstageStore } from './create-store.ts';
import { fakeOutcome } from './testing/fake-outcome.ts';
import { fakePorts } from './testing/fake-ports.ts';
import { createFakeDesign } from './testing/fake-workers.ts';

const REST_MS = 20;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const rest = () => new Promise((resolve) => setTimeout(resolve, 3 * REST_MS));

function createApp() {
  const design = createFakeDesign();
  const store = createSoundstageStore({ ...fakePorts(), design: design.port }, { restMs: REST_MS });
  const { edit, setFace } = store.getState().actions;
  setFace('design');
  const answer = async (name: string, isDraft: boolean, filtersMs = 1) => {
    const outcome = fakeOutcome(name);
    const view = { ...outcome.view, stepsMs: { transfers: 100, filters: filtersMs } };
    design.designs.at(-1)!.resolve({ ok: true, outcome: { ...outcome, view, isDraft } });
    await settle();
  };
  const withEffort = (maxEffortDb: number): DesignDocument => {
    const { document } = designer();
    const cancellation = { ...document.sides.cancellation!, maxEffortDb };
    return { ...document, sides: { ...document.sides, cancellation } };
  };
  const designer = () => store.getState().designer;
  const asked = () => design.designs.map(({ request }) => request.isDraft ?? false);
  const moved = (leftM: number): DesignDocument => {
    const { document } = designer();
    const [front, , up] = document.listener.positionM;
    return { ...document, listener: { ...document.listener, positionM: [front, leftM, up] } };
  };
  return { design, edit, answer, designer, asked, moved, withEffort };
}

describe('designs while something is moved', () => {
  it('are drafts first where the acoustics is new, and the design itself when it rests', async () => {
    const { design, edit, answer, designer, asked, moved } = createApp();
    edit(moved(0.1));
    expect(asked()).toEqual([true]);
    await answer('draft', true);
    expect(designer()).toMatchObject({ designing: true, view: { document: { name: 'draft' } } });
    edit(moved(0.2));
    await answer('second draft', true);
    await rest();
    expect(asked()).toEqual([true, true, false]);
    // Nothing else follows from a draft.
    expect(design.maps).toHaveLength(0);
    await answer('design', false);
    expect(designer()).toMatchObject({ designing: false, view: { document: { name: 'design' } } });
    expect(design.maps).toHaveLength(1);
    await rest();
    expect(asked()).toHaveLength(3);
  });

  it('are designs at once where only a target is new, and the rest follows when it rests', async () => {
    const { design, edit, answer, asked, withEffort } = createApp();
    edit(withEffort(3));
    expect(asked()).toEqual([false]);
    await answer('design', false);
    expect(design.maps).toHaveLength(0);
    await rest();
    expect(design.maps).toHaveLength(1);
    expect(asked()).toHaveLength(1);
  });

  it('are drafts also of a new target where a whole design takes this machine long', async () => {
    const { edit, answer, asked, withEffort } = createApp();
    edit(withEffort(3));
    await answer('slow', false, 30);
    await rest();
    edit(withEffort(4));
    expect(asked()).toEqual([false, true]);
    await answer('draft', true);
    await rest();
    expect(asked()).toEqual([false, true, false]);
    await answer('fast', false, 5);
    await rest();
    edit(withEffort(5));
    expect(asked()).toEqual([false, true, false, false]);
  });

  it('end in the last design that could be made, with the reason why the next one cannot', async () => {
    const { design, edit, answer, designer, asked, moved } = createApp();
    const good = moved(0.1);
    edit(good);
    await answer('draft', true);
    edit(moved(9));
    const failure = { code: 'invalid-field', field: 'listener.positionM', said: 'too far' };
    design.designs.at(-1)!.resolve({ ok: false, failure });
    await rest();
    expect(asked()).toEqual([true, true, false]);
    expect(design.designs.at(-1)!.request.document).toEqual(good);
    await answer('design', false);
    expect(designer()).toMatchObject({ failure, view: { document: { name: 'design' } } });
  });
});
