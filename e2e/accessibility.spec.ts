import { expect, test, type Page } from '@playwright/test';
import { openWith, row, tone } from './queue-page.ts';
import { serious } from './serious.ts';
import { playButton } from './tone.ts';

const TABS = ['Device', 'Cancellation', 'Beam', 'Zone', 'Depth', 'Analysis', 'Compare'];
/** What depends on the width of a page. */
const OF_LAYOUT = ['scrollable-region-focusable'];

/** Collects what is found, state by state: all of it in one colour scheme, the contrast in the other one too. */
function inBothSchemes(page: Page) {
  const found: string[] = [];
  let scheme: 'light' | 'dark' = 'light';
  const take = async (state: string, options: Parameters<typeof serious>[1]): Promise<void> => {
    for (const one of await serious(page, options)) found.push(`${state}, ${scheme}: ${one}`);
  };
  return {
    found,
    look: async (state: string, within?: string): Promise<void> => {
      await take(state, { within });
      scheme = scheme === 'light' ? 'dark' : 'light';
      await page.emulateMedia({ colorScheme: scheme });
      await take(state, { within, rules: ['color-contrast'] });
    },
  };
}

/** What opens over the page: its opener's name, on which face. */
const SHEETS: readonly { opener: string | RegExp; face: string; tab?: string }[] = [
  { opener: 'What am I hearing?', face: 'Listen' },
  { opener: 'Keyboard shortcuts', face: 'Listen' },
  { opener: 'Check left and right', face: 'Listen' },
  { opener: 'Find my spot', face: 'Listen' },
  { opener: 'Live', face: 'Listen' },
  { opener: 'Choose what is compared', face: 'Listen' },
  { opener: /^Latency/, face: 'Listen' },
  { opener: 'Save', face: 'Design' },
  { opener: 'Library', face: 'Design' },
  { opener: 'Export', face: 'Design' },
  { opener: 'Generate', face: 'Design', tab: 'Device' },
  { opener: 'Open responses at the ears…', face: 'Design', tab: 'Device' },
];

/** A page wider than the screen would have to be dragged to be read. */
async function expectToFit(page: Page, state: string): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, state).toBeLessThanOrEqual(0);
}

/** The page with each of its screens in sight, one after the other. */
async function eachScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Meters' }).click();
  await expect(page.getByRole('img', { name: 'Spectrum' })).toBeVisible();
  await look('listen, with meters');
  await page.getByRole('radio', { name: 'Design' }).click();
  for (const tab of TABS) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
    await look(tab);
  }
}

test.describe('nothing moves', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' }, colorScheme: 'light' });
  // Many screens, each looked at element by element: longer than a journey on a busy machine.
  test.describe.configure({ timeout: 150_000 });

  test('axe finds nothing serious on any screen, light and dark', async ({ page }) => {
    const { found, look } = inBothSchemes(page);
    await eachScreen(page, async (screen) => {
      await look(screen);
      await expectToFit(page, screen);
    });
    expect(found).toEqual([]);
  });

  test('on a phone every screen fits, and what scrolls is reached by keyboard', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const found: string[] = [];
    await eachScreen(page, async (screen) => {
      for (const one of await serious(page, { rules: OF_LAYOUT })) found.push(`${screen}: ${one}`);
      await expectToFit(page, screen);
    });
    expect(found).toEqual([]);
  });

  test('axe finds nothing serious in what opens, plays or fails, light and dark', async ({ page }) => {
    const { found, look } = inBothSchemes(page);
    await openWith(page, [
      tone('one.wav', 2),
      tone('two.wav', 2),
      { ...tone('broken.wav', 1), buffer: Buffer.from('none') },
    ]);
    await row(page, 'broken').click();
    await expect(page.getByText('“broken.wav” is of a kind that is not played here')).toBeVisible();
    await look('queue with a broken file');
    await page.getByRole('button', { name: 'Close the queue' }).click();
    for (const { opener, face, tab } of SHEETS) {
      const faces = page.getByRole('radio', { name: face });
      if (!(await faces.isChecked())) await faces.click();
      if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
      const button = page.getByRole('button', { name: opener, exact: true });
      await button.click();
      const sheet = page.getByRole('dialog');
      await expect(sheet).toBeVisible();
      await look(String(opener), '[role=dialog]');
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
      await expect(button, 'has the focus again').toBeFocused();
    }
    const distance = page.getByRole('spinbutton', { name: 'Distance' });
    await distance.fill('0.01');
    await distance.press('Enter');
    await expect(page.getByText('This design cannot be made')).toBeVisible();
    await look('a design that cannot be made');
    expect(found).toEqual([]);
  });
});

test('the keyboard loses nothing: a draft is taken back before its sheet, and a button that is used up keeps the focus', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Choose what is compared' }).click();
  const more = page.getByRole('button', { name: 'Compare one more' });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(more).toBeDisabled();
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radiogroup', { name: 'What you hear' }).getByRole('radio')).toHaveCount(4);
  await page.keyboard.press('Escape');

  await page.getByRole('radio', { name: 'Design' }).click();
  await page.getByRole('tab', { name: 'Device' }).click();
  await page.getByRole('button', { name: 'Generate' }).click();
  const sheet = page.getByRole('dialog');
  const count = sheet.getByRole('spinbutton', { name: 'Drivers' });
  const before = await count.inputValue();
  await count.fill('99');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeVisible();
  await expect(count).toHaveValue(before);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('what the keyboard gets to is not under the player, and a page of twice the size fits', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Skip to the player' }).focus();
  const covered: string[] = [];
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press('Tab');
    // The page is scrolled within a few frames, of which a busy machine lets some go by.
    const name = await page.evaluate(async () => {
      const focused = document.activeElement!;
      const isCovered = (): boolean => {
        const { left, width, bottom, top } = focused.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, (Math.max(top, 0) + bottom) / 2);
        const isOwn = hit !== null && (focused.contains(hit) || hit.contains(focused));
        return !isOwn && !focused.closest('#player') && Boolean(hit?.closest('#player'));
      };
      for (let frame = 0; frame < 2 || (frame < 20 && isCovered()); frame++)
        await new Promise(requestAnimationFrame);
      return isCovered() ? (focused.getAttribute('aria-label') ?? focused.textContent) : null;
    });
    if (name !== null) covered.push(name);
  }
  expect(covered).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
});
