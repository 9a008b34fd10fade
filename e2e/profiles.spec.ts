import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';

test.beforeEach(({ page }) => openHarness(page));

for (const sampleRateHz of [44_100, 48_000, 96_000, 192_000]) {
  test(`at ${sampleRateHz} Hz every set of either profile is late by what is said, to the sample`, async ({
    page,
  }) => {
    const results = await page.evaluate(async (rate) => {
      const { PRESETS, DesignRunner, loadKernels, renderOffline } = window.harness;
      const kernels = await loadKernels();
      const runner = new DesignRunner(kernels.module);
      const at = 4000;
      const click = Float32Array.from({ length: 20_000 }, (_, n) => (n === at ? 0.1 : 0));
      const track = { sampleRateHz: rate, left: click, right: click };
      const found = [];
      const pair = { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 } as const;
      const cases = (['music', 'video'] as const).flatMap((profile) =>
        [{ kind: 'headphones' } as const, pair].map((listening) => ({ profile, listening })),
      );
      for (const { profile, listening } of cases) {
        const reply = runner.run({
          document: PRESETS.laptop,
          listening,
          sampleRateHz: rate,
          profile,
          slots: {
            A: { kind: 'original' },
            B: { kind: 'design', without: null },
            ...(listening.kind === 'headphones' && { C: { kind: 'reference' } }),
          },
        });
        if (!reply.ok) throw new Error(String(reply.failure.said));
        const { original, slots, view } = reply.outcome;
        const sets = { ...slots, X: original };
        const filters = Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, set.prepared]));
        for (const selected of ['A', 'B', 'C', 'X'] as const) {
          if (!(selected in sets)) continue;
          const upmix = 'adaptive' as const;
          const rendered = await renderOffline({ kernels, track, upmix, profile, filters, selected });
          // A centred click: the ears' pulses peak where both stand, in their mean.
          const mean = rendered.channels[0]!.map((x, n) => Math.abs(x + rendered.channels[1]![n]!));
          const peak = mean.reduce((best, x, n) => (x > mean[best]! ? n : best), 0);
          const { latencySamples } = rendered;
          const [said, is] = [view.latencySamples[profile], peak - at];
          found.push({
            profile,
            on: listening.kind,
            selected,
            latencySamples,
            said,
            is,
            faults: rendered.faults,
          });
        }
      }
      return found;
    }, sampleRateHz);
    expect(results).toHaveLength(14);
    for (const { profile, on, selected, latencySamples, said, is, faults } of results) {
      expect(faults).toEqual([]);
      expect(latencySamples, selected).toBe(said);
      // At the ears a pulse peaks where it does; in both profiles on the same sample after what is said.
      const other = results.find(
        (one) => one.on === on && one.selected === selected && one.profile !== profile,
      )!;
      expect(is - said, `${profile} ${selected}`).toBe(other.is - other.said);
      // On loudspeakers the original is the click itself.
      if (on === 'loudspeakers' && selected !== 'B') expect(is, `${profile} ${selected}`).toBe(said);
      if (profile === 'video') expect(latencySamples).toBe(Math.floor(0.025 * sampleRateHz));
    }
  });
}
