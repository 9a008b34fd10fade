import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import {
  channelLevels,
  forgetBends,
  largestBendSoFar,
  setChannels,
  soundingChannels,
  watchChannels,
} from './channel-levels.ts';
import { LARGEST_BEND, openWithTone, playButton } from './tone.ts';

const way = (page: Page, name: string) => page.getByRole('radio', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** What a check says should be heard. */
const told = (page: Page) => page.getByRole('dialog').getByRole('status');

async function open(page: Page, channels: number): Promise<void> {
  await watchChannels(page, channels);
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
}

async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations).toEqual([]);
}

test('left and right are told, sounded and swapped; the swap is remembered', async ({ page }) => {
  await open(page, 2);
  await page.getByRole('combobox', { name: 'Typical' }).selectOption({ label: 'Living room: 2 m, 2.3 m' });
  await expect(page.getByRole('spinbutton', { name: 'Between them' })).toHaveValue('200');
  await button(page, 'Check left and right').click();
  await expectAccessible(page);
  await button(page, 'Play left, then right').click();
  await expect(told(page)).toHaveText('Now the left one should sound.');
  await page.waitForTimeout(300);
  expect(await soundingChannels(page)).toEqual([0]);
  await expect(told(page)).toHaveText('Now the right one should sound.');
  await page.waitForTimeout(300);
  expect(await soundingChannels(page)).toEqual([1]);
  // It ends by itself.
  await expect(told(page)).toHaveText(/Press play/);
  await page.waitForTimeout(300);
  expect(await soundingChannels(page)).toEqual([]);

  await page.getByRole('switch', { name: 'Left and right swapped' }).click();
  const balance = page.getByRole('slider', { name: 'Balance' });
  await balance.press('PageUp');
  await expect(balance).toHaveAttribute('aria-valuetext', 'left −5 dB');
  await button(page, 'Play left, then right').click();
  await page.waitForTimeout(300);
  expect(await soundingChannels(page)).toEqual([1]);
  await page.keyboard.press('Escape');
  // Whatever sounded ends with the sheet.
  await page.waitForTimeout(300);
  expect(await soundingChannels(page)).toEqual([]);
  await page.reload();
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
  await button(page, 'Check left and right').click();
  await expect(page.getByRole('switch', { name: 'Left and right swapped' })).toBeChecked();
  await expect(page.getByRole('slider', { name: 'Balance' })).toHaveAttribute('aria-valuenow', '5');
});

test('every driver of a device plays on the output it is routed to, and too few channels are refused with both numbers', async ({
  page,
}) => {
  test.slow();
  await watchChannels(page, 2);
  await openWithTone(page);
  await playButton(page).click();
  await way(page, 'Soundbar').click();
  await way(page, 'Every driver').click();
  await expect(page.getByText('8 drivers, but the output takes 2 channels')).toBeVisible();
  await expect.poll(() => soundingChannels(page)).toEqual([0, 1]);

  // A track's very beginning is left as it was made: the tone's is a kink.
  await forgetBends(page);
  // Another output takes its place: what plays goes over to eight drivers.
  await setChannels(page, 8);
  await expect(page.getByText('8 of the 8 channels of “System output” are played on.')).toBeVisible();
  await expect.poll(() => soundingChannels(page), { timeout: 20_000 }).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(await largestBendSoFar(page)).toBeLessThan(LARGEST_BEND);

  // Each driver has its level; loudness and image are the programme's.
  await page.getByRole('button', { name: 'Meters' }).click();
  await expect(page.getByText('Each of 8 drivers plays by itself')).toBeVisible();
  await expect(page.getByText(/peaks of the drivers 1 minus \S+ 2 .* 8 minus/)).toBeAttached();
  await page.getByRole('button', { name: 'Meters' }).click();

  await button(page, 'Set up the outputs').click();
  await expectAccessible(page);
  const outputOf = (driver: string) =>
    page.getByRole('combobox', { name: `Output of ${driver}`, exact: true });
  await outputOf('d3').selectOption({ label: '8' });
  await expect(outputOf('d8')).toHaveValue('2');
  await button(page, 'Mute d1').click();
  await expect.poll(() => soundingChannels(page)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await button(page, 'Turn the polarity of d2').click();
  const before = await channelLevels(page, 400);
  await page.getByRole('spinbutton', { name: 'Trim of d4' }).fill('-6');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(200);
  const delay = page.getByRole('spinbutton', { name: 'Delay of d4' });
  for (const [typed, shown] of [
    ['480 samples', /^480 samples, \d/],
    ['34,3 cm', /^4[48] samples, 34\.3 cm/],
    ['0', null],
  ] as const) {
    await delay.fill(typed);
    await delay.press('Enter');
    if (shown) await expect(page.getByText(shown)).toBeVisible();
    await page.waitForTimeout(200);
  }
  await delay.fill('51');
  await delay.press('Enter');
  await expect(page.getByText('Enter a number from 0 to 50 ms')).toBeVisible();
  await delay.fill('0');
  await delay.press('Enter');
  const after = await channelLevels(page, 400);
  expect(after[3]! - before[3]!).toBeCloseTo(-6, 1);
  // Neither a route, silence, polarity, trim nor delay clicks.
  expect(await largestBendSoFar(page)).toBeLessThan(LARGEST_BEND);

  await button(page, 'Play noise on d3').click();
  await expect(told(page)).toContainText('plays on output 8: d3 should sound');
  await page.waitForTimeout(300);
  expect(await soundingChannels(page)).toEqual([7]);
  await expect(told(page)).toContainText('Two drivers never share an output', { timeout: 8000 });
  await page.waitForTimeout(300);
  expect(await soundingChannels(page)).toEqual([]);
  await page.keyboard.press('Escape');

  // An output with fewer channels: the listener's pair, in words.
  await playButton(page).click();
  await setChannels(page, 6);
  await expect(page.getByText('8 drivers, but the output takes 6 channels')).toBeVisible();
  await expect.poll(() => soundingChannels(page), { timeout: 20_000 }).toEqual([0, 1]);
});

test('a search for the place to sit changes what is heard at each step, and says what it found', async ({
  page,
}) => {
  await open(page, 2);
  await button(page, 'Find my spot').click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Left' }).click();
  await expect(told(page)).toHaveText(
    'Left: the noise should stand 30° to the left, beyond the loudspeaker.',
  );
  // A whole period of the noise, from whose course the levels do not depend.
  const difference = async (): Promise<number> => {
    await page.waitForTimeout(700);
    const [left, right] = await channelLevels(page, 2970);
    return left! - right!;
  };
  const before = await difference();
  const offset = page.getByRole('slider', { name: 'Beside the middle' });
  await offset.press('PageUp');
  await expect(offset).toHaveAttribute('aria-valuetext', 'right 10 cm');
  const after = await difference();
  expect(Math.abs(after - before)).toBeGreaterThan(0.5);
  await expect(
    page.getByText(/Your spot: 55 cm in front, 10 cm to the right of the middle\. 10 dB of separation/),
  ).toBeVisible({
    timeout: 20_000,
  });
  await button(page, 'This is the best').click();
  await page.getByRole('slider', { name: 'To your head' }).press('ArrowRight');
  await expect(page.getByText(/Best so far: 55 cm in front, 10 cm to the right/)).toBeVisible();
  await expectAccessible(page);
  await button(page, 'To the best').click();
  await button(page, 'Back to before').click();
  await expect(page.getByText(/Your spot: 55 cm in front of the middle\./)).toBeVisible();
  await button(page, 'To the best').click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Your head is 10 cm to the right of the middle.')).toBeVisible();
});
