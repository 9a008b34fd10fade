import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** Either size and either theme once: what is laid out and what is coloured do not depend on each other. */
const SCREENS = [
  { name: 'desktop', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;
const TABS = ['Device', 'Cancellation', 'Beam', 'Zone', 'Depth', 'Analysis', 'Compare'];

for (const { name, viewport, colorScheme } of SCREENS) {
  test(`axe finds nothing serious on any screen (${name}, ${colorScheme})`, async ({ browser }) => {
    // Nine screens, each looked at element by element: longer than a journey.
    test.setTimeout(150_000);
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeEnabled({ timeout: 30_000 });
    const found: string[] = [];
    const look = async (screen: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact === 'serious' || impact === 'critical')
          found.push(`${screen}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      }
    };
    await look('listen');
    await page.getByRole('button', { name: 'Meters' }).click();
    await expect(page.getByRole('img', { name: 'Spectrum' })).toBeVisible();
    await look('meters');
    // A page wider than the screen would have to be dragged to be read.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await page.getByRole('radio', { name: 'Design' }).click();
    for (const tab of TABS) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
      await look(tab);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        viewport.width,
      );
    }
    expect(found).toEqual([]);
    await context.close();
  });
}
