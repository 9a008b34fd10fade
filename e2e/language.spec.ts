import { expect, test, type Page } from '@playwright/test';

test.use({ viewport: { width: 390, height: 844 } });

/** What is no word in any language: units. */
const UNITS = /^(?:[kM]?Hz|dB(?:TP|FS)?|LUFS|LU|[cmµ]?m[²³]?|[mµ]?s|λ)$/;
/** Names that came with a design, of its drivers and of itself. */
const NAMES = ['left', 'right'];

/** Cancellation, Beam, Zone and Analysis show a plot at once, with words at its axes. */
const WITH_PLOT = [1, 2, 3, 5];

/** Texts and accessible names in sight that have a word outside of the pseudo-language's brackets. */
async function unbracketed(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      if (range.getClientRects().length > 0) found.add(walker.currentNode.textContent ?? '');
    }
    const attributes = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt'];
    for (const name of attributes)
      for (const element of document.querySelectorAll(`[${name}]`))
        found.add(element.getAttribute(name) ?? '');
    return [...found];
  });
  return said.filter((text) => {
    const rest = text.replace(/⟦.*⟧/s, ' ');
    const words = rest.match(/\p{L}{2,}[²³]?/gu) ?? [];
    return !NAMES.includes(text.trim()) && words.some((word) => !UNITS.test(word));
  });
}

test('with the pseudo-language every word on both faces comes from the catalogue, and longer ones fit', async ({
  page,
}) => {
  const look = async (): Promise<void> => {
    expect(await unbracketed(page)).toEqual([]);
    // A page wider than the screen would have to be dragged to be read.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  };
  await page.goto('/?lang=qps');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-DE-x-pseudo');
  await expect(page.getByRole('button', { name: '⟦Þļááý⟧', exact: true })).toBeEnabled({
    timeout: 30_000,
  });
  await look();
  await page.keyboard.press('d');
  const tabs = page.getByRole('tab');
  await expect(tabs.first()).toBeVisible();
  for (const [index, tab] of (await tabs.all()).entries()) {
    await tab.click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
    if (WITH_PLOT.includes(index)) await expect(page.locator('.main-svg').first()).toBeVisible();
    await look();
  }
});

test('English fetches no other language', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/?lang=xx');
  await expect(page.getByRole('button', { name: 'Open files' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(fetched.filter((url) => /pseudo/.test(url))).toEqual([]);
});
