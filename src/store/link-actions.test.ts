import { describe, expect, it } from 'vitest';
import { PRESETS } from '../design/presets.ts';
import { linkOfDesign } from './design-link.ts';
import { createApp } from './testing/app.ts';

const { laptop, soundbar } = PRESETS;
const own = { ...laptop, name: 'My desk', filterTaps: 512 };

/** Links are unpacked by streams, which take a few turns. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('a link in the address', () => {
  it('is what is designed first, and leaves the address', async () => {
    const { act, address, design, designer } = createApp(null, await linkOfDesign(own));
    void act.start();
    await until(() => design.designs.length > 0);
    expect(design.designs.map(({ request }) => request.document)).toEqual([own]);
    expect(designer()).toMatchObject({ presetId: null, document: own });
    expect(address.bar.fragment).toBe('');
  });

  it('does not lose what was worked on: it comes back with undo', async () => {
    const before = createApp();
    before.act.edit({ ...laptop, filterTaps: 1024 });
    const { act, design, designer } = createApp(before.saved.text, await linkOfDesign(own));
    void act.start();
    await until(() => design.designs.length > 0);
    act.undo();
    expect(designer()).toMatchObject({ presetId: 'laptop', document: { ...laptop, filterTaps: 1024 } });
  });

  it('is opened too when it comes while the page is open', async () => {
    const { act, address, designer, store } = createApp();
    void act.start();
    address.go(await linkOfDesign(own));
    await until(() => designer().document.name === own.name);
    expect(store.getState().notices).toMatchObject([{ code: 'link-opened', values: { name: 'My desk' } }]);
  });

  it('is known as the preset that it is', async () => {
    const { act, address, designer } = createApp();
    void act.start();
    address.go(await linkOfDesign(soundbar));
    await until(() => designer().presetId === 'soundbar');
    expect(designer().document).toBe(soundbar);
  });

  it.each([
    ['damaged', 'design=1.eJxx', 'link-damaged'],
    ['of a newer kind', 'design=9.eJxx', 'link-newer'],
  ])('is refused kindly when it is %s, and the app opens as ever', async (_what, fragment, code) => {
    const { act, design, designer, store } = createApp(null, fragment);
    void act.start();
    await until(() => design.designs.length > 0);
    expect(designer().document).toBe(laptop);
    expect(store.getState().notices).toMatchObject([{ code, severity: 'error' }]);
    expect(store.getState().history.past).toEqual([]);
  });

  it('is no other anchor of the page', () => {
    const { act, address, design, store } = createApp(null, 'player');
    void act.start();
    expect(design.designs).toHaveLength(1);
    expect(address.bar.fragment).toBe('player');
    expect(store.getState().notices).toEqual([]);
  });
});

describe('making a link', () => {
  it('gives the address that opens to the design as edited', async () => {
    const { act } = createApp();
    act.edit(own);
    expect(await act.makeLink()).toBe(`https://example.org/#${await linkOfDesign(own)}`);
  });

  it('says which field is against it', async () => {
    const { act, store } = createApp();
    act.edit({ ...own, filterTaps: 1000 });
    expect(await act.makeLink()).toBeNull();
    const [notice] = store.getState().notices;
    expect(notice).toMatchObject({ code: 'link-not-made' });
    expect(notice!.why).toEqual(['expected', 'filterTaps', ['filter-length', 256, 16384], 1000]);
  });
});
