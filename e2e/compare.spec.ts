import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openHarness } from './harness-page.ts';
import { playButton } from './tone.ts';

/** The residue of a switch between identical sets, against the sine that goes through it. */
const RESIDUE_DB = -90;

const slot = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const openSheet = (page: Page) => page.getByRole('button', { name: 'Choose what is compared' }).click();
const plays = (page: Page, letter: string) => page.getByRole('combobox', { name: `${letter} plays` });

async function openApp(page: Page): Promise<void> {
  await page.goto('/');
  await expect(playButton(page)).toBeEnabled({ timeout: 30_000 });
}

test('slots are added, chosen, heard by their keys, remembered and taken away', async ({ page }) => {
  await openApp(page);
  await expect(page.getByRole('radiogroup', { name: 'What you hear' }).getByRole('radio')).toHaveCount(2);
  await openSheet(page);
  const more = page.getByRole('button', { name: 'Compare one more' });
  await more.click();
  await plays(page, 'C').selectOption({ label: 'Soundbar' });
  await more.click();
  await plays(page, 'D').selectOption({ label: 'No upmix' });
  await expect(more).toBeDisabled();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.keyboard.press('Escape');
  for (const [key, name] of [
    ['3', 'C Soundbar'],
    ['4', 'D No upmix'],
    ['a', 'A Original'],
    ['c', 'C Soundbar'],
    ['2', 'B Spatial'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(slot(page, name)).toBeChecked();
  }
  await expect(page.getByText(/A .+ dB, B .+ dB, C .+ dB, D .+ dB: equally loud/)).toBeVisible();
  await page.reload();
  await expect(slot(page, 'C Soundbar')).toBeVisible();
  await openSheet(page);
  await page.getByRole('button', { name: 'Take C away' }).click();
  await expect(slot(page, 'C Soundbar')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  await expect(slot(page, 'D No upmix')).toBeChecked();
});

test('the real pair is heard on headphones; elsewhere the design plays in its place, and says so', async ({
  page,
}) => {
  await openApp(page);
  await page.getByRole('radio', { name: 'Headphones' }).click();
  await openSheet(page);
  await page.getByRole('button', { name: 'Compare one more' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('3');
  await expect(slot(page, 'C Reference')).toBeChecked();
  await expect(page.getByRole('img', { name: /You hear the reference: a real pair/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Loudspeakers' }).click();
  await expect(slot(page, 'C Reference')).toHaveAccessibleDescription('Spatial instead');
  await openSheet(page);
  await expect(plays(page, 'C')).toHaveAccessibleDescription(/headphones alone.*plays in its place/);
});

test('in the chain: one design in two slots is one sound, and all are equally loud', async ({ page }) => {
  test.setTimeout(120_000);
  await openHarness(page);
  const result = await page.evaluate(async () => {
    const { PRESETS, DesignRunner, LoudnessMeasurer, matchOf, integratedLoudness } = window.harness;
    const { loadKernels, renderOffline, decodeExcerpt } = window.harness;
    const kernels = await loadKernels();
    const fill = (slots: object) => {
      const reply = new DesignRunner(kernels.module).run({
        document: PRESETS['smart-speaker'],
        listening: { kind: 'headphones' },
        sampleRateHz: 48_000,
        slots,
      });
      if (!reply.ok) throw new Error(String(reply.failure.said));
      return reply.outcome.slots;
    };
    const design = { kind: 'design', without: null };
    const sine = Float32Array.from(
      { length: 96_000 },
      (_, n) => 0.25 * Math.sin((2 * Math.PI * 997 * n) / 48_000),
    );
    // Twice the same design, one of them as another's, beside one with longer filters, which delays all.
    const longer = { kind: 'other', document: { ...PRESETS.laptop, filterTaps: 8192 } };
    const same = { kind: 'other', document: PRESETS['smart-speaker'] };
    const twins = fill({ A: { kind: 'original' }, B: design, C: same, D: longer });
    const request = {
      kernels,
      track: { sampleRateHz: 48_000, left: sine, right: sine },
      upmix: 'adaptive' as const,
      filters: { B: twins.B!.prepared, C: twins.C!.prepared, D: twins.D!.prepared },
      selected: 'B' as const,
    };
    const still = await renderOffline(request);
    const turns = Array.from({ length: 20 }, (_, i) => ({
      atSeconds: 0.3 + 0.05 * i,
      select: i % 2 === 0 ? ('C' as const) : ('B' as const),
    }));
    const turned = await renderOffline({ ...request, events: turns });
    const power = (x: Float32Array) => x.reduce((sum, value) => sum + value * value, 0);
    const residues = still.channels.map((channel, c) => {
      const residue = channel.map((x, n) => x - turned.channels[c]![n]!);
      return 10 * Math.log10(power(residue) / power(channel) + 1e-30);
    });

    const slots = fill({
      A: { kind: 'matrix' },
      B: design,
      C: { kind: 'design', without: 'cancellation' },
      D: { kind: 'other', document: PRESETS.soundbar },
    });
    const excerpt = { sampleRateHz: 48_000, fromSeconds: 12, seconds: 10, silenceSeconds: 0 };
    const track = await decodeExcerpt('/demo/first-light.mp3', excerpt);
    const measurer = new LoudnessMeasurer(kernels.module);
    measurer.setTrack(track);
    const measurement = await measurer.measure({ upmix: 'adaptive', sets: slots });
    const { gainDb } = matchOf(measurement!);
    const filters = Object.fromEntries(Object.entries(slots).map(([name, set]) => [name, set.prepared]));
    const heard: number[] = [];
    for (const selected of ['A', 'B', 'C', 'D'] as const) {
      const { channels } = await renderOffline({
        ...{ kernels, track, upmix: 'adaptive', filters, gainDb, selected },
      });
      heard.push(integratedLoudness(channels, 48_000));
    }
    const before = Object.values(measurement!.sets).map(({ earsLufs }) => earsLufs);
    const gains = Object.values(gainDb);
    return { residues, power: power(still.channels[0]!), heard, before, gains };
  });
  expect(result.power).toBeGreaterThan(10);
  for (const residue of result.residues) expect(residue).toBeLessThan(RESIDUE_DB);
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  // It would pass on sets that are equally loud as they are.
  expect(spread(result.before)).toBeGreaterThan(0.3);
  expect(result.gains).toHaveLength(4);
  expect(spread(result.heard)).toBeLessThan(0.1);
});
