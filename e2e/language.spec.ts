import { expect, test, type Page } from '@playwright/test';
import { pseudo } from '../src/ui/text/pseudo.ts';

test.use({ viewport: { width: 390, height: 844 } });

/** What is no word in any language: units. */
const UNITS = /^(?:[kM]?Hz|dB(?:TP|FS)?|LUFS|LU|[cmµ]?m[²³]?|[mµ]?s|λ)$/;
/** Names that came with a design, of its drivers and of itself, alone or before a value. */
const NAMES = /^(?:left|right)(?: : .*)?$/;
/** What the browser writes of a day, and fingerprints. */
const SIGNS = /^\d+ \p{L}+ \d{4}, [\d:]+$|^[\da-f]{64}$/u;

/** Cancellation, Beam, Zone and Analysis show a plot at once, with words at its axes. */
const WITH_PLOT = [1, 2, 3, 5];

/** Texts and accessible names in sight that have a word outside of the pseudo-language's brackets; and the page's width. */
async function unbracketed(page: Page): Promise<{ words: string[]; widthPx: number }> {
  const { texts, widthPx } = await page.evaluate(() => {
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
    return { texts: [...found], widthPx: document.documentElement.scrollWidth };
  });
  const words = texts.filter((text) => {
    if (NAMES.test(text.trim()) || SIGNS.test(text)) return false;
    const outside = text.replace(/⟦.*⟧/s, ' ').match(/\p{L}{2,}[²³]?/gu) ?? [];
    return outside.some((word) => !UNITS.test(word));
  });
  return { words, widthPx };
}

/** As the pseudo-language says it. */
const said = (english: string): string => pseudo.words('app', { english }).english;

/** What opens over the page, by its opener's name in English. */
const OVER_LISTEN = [
  'What am I hearing?',
  'Keyboard shortcuts',
  'Help: Volume',
  'Check left and right',
  'Find my spot',
  'Live',
  'Choose what is compared',
];
const OVER_DESIGN = ['Save', 'Library', 'Export'];
const OVER_DEVICE = ['Generate', 'Open responses at the ears…'];

test('with the pseudo-language every word of the page, over it and in the report comes from the catalogue, and longer ones fit', async ({
  page,
}) => {
  const outside: string[] = [];
  const look = async (where: string): Promise<void> => {
    const { words, widthPx } = await unbracketed(page);
    outside.push(...words.map((word) => `${where}: ${word}`));
    // A page wider than the screen would have to be dragged to be read.
    expect(widthPx, where).toBeLessThanOrEqual(390);
  };
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name: typeof name === 'string' ? said(name) : name, exact: true });
  const lookOver = async (openers: readonly string[]): Promise<void> => {
    for (const opener of openers) {
      await button(opener).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(opener);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  };
  await page.goto('/?lang=qps');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-DE-x-pseudo');
  await expect(button('Play')).toBeEnabled({ timeout: 30_000 });
  await look('listen');
  await lookOver(OVER_LISTEN);
  await button(new RegExp(`^${said('Latency').slice(0, -1)}`)).click();
  await look('latency');
  await page.keyboard.press('Escape');
  await button('Meters').click();
  await look('meters');
  const empty = { name: '1.wav', mimeType: 'audio/wav', buffer: Buffer.alloc(0) };
  await page.locator('input[type=file]').first().setInputFiles([empty]);
  await expect(
    page.getByRole('region', { name: said('Messages') }).getByText(said('1.wav').slice(1, -1)),
  ).toBeVisible();
  await look('a file that is empty');
  await page.keyboard.press('d');
  const tabs = page.getByRole('tab');
  await expect(tabs.first()).toBeVisible();
  await lookOver(OVER_DESIGN);
  for (const [index, tab] of (await tabs.all()).entries()) {
    await tab.click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
    if (index === 0) await lookOver(OVER_DEVICE);
    if (WITH_PLOT.includes(index)) {
      const plot = page.locator('.main-svg').first();
      await expect(plot).toBeVisible();
      // What is said of a curve to who points at it.
      await plot.hover({ position: { x: 110, y: 160 } });
      await expect(page.locator('.hoverlayer > g').first(), `tab ${index}`).toBeVisible();
    }
    await look(`tab ${index}`);
  }
  await button('Report').click();
  await expect(page.locator('article')).toHaveAttribute('aria-busy', 'true');
  await look('report');
  expect(outside).toEqual([]);
});

test('English fetches no other language', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/?lang=xx');
  await expect(page.getByRole('button', { name: 'Open files' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(fetched.filter((url) => /pseudo/.test(url))).toEqual([]);
});
