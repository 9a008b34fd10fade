import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';

/** Float32 kernels against Float64 through a 4096-point upmix and 2048 taps, at a signal peak near one. */
const PATH_TOLERANCE = 1e-5;
/** One rounding of L − C and one of the sum. */
const RECONSTRUCTION_TOLERANCE = 1e-6;

const EXCERPT = { sampleRateHz: 48_000, fromSeconds: 25, seconds: 2.4, silenceSeconds: 0.1 };
const SWITCH_SECONDS = 1.2;
/**
 * A switch is over by then: it acts on the next quantum of 128, the silent set's tail is ready at the latest when one of its
 * longest blocks (1024) is complete, and the fade takes 20 ms.
 */
const SWITCH_SAMPLES = 128 + 1024 + 960;

test.beforeEach(({ page }) => openHarness(page));

for (const listening of ['loudspeakers', 'headphones'] as const) {
  test(`the demo track through the worklets is what Float64 computes (${listening})`, async ({ page }) => {
    const result = await page.evaluate(
      async ({ listening, excerpt, switchSeconds, switchSamples }) => {
        const { PRESETS, DesignRunner, loadKernels, renderOffline, decodeExcerpt, expectedOutputs } =
          window.harness;
        const kernels = await loadKernels();
        const reply = new DesignRunner(kernels.module).run({
          document: listening === 'headphones' ? PRESETS.soundbar : PRESETS.laptop,
          listening:
            listening === 'headphones'
              ? { kind: listening }
              : { kind: listening, spacingM: 0.24, distanceM: 0.55 },
          sampleRateHz: excerpt.sampleRateHz,
        });
        if (!reply.ok) throw new Error(String(reply.failure.said));
        const { original, spatial } = reply.outcome;
        const track = await decodeExcerpt('/demo/first-light.mp3', excerpt);
        const gainDb = -12;
        const rendered = await renderOffline({
          kernels,
          track,
          upmix: 'adaptive',
          filters: { A: original.prepared, B: spatial.prepared },
          gainDb: { A: gainDb, B: gainDb },
          selected: 'A',
          events: [{ atSeconds: switchSeconds, select: 'B' }],
        });
        const gain = 10 ** (gainDb / 20);
        const a = expectedOutputs(track, 'adaptive', original.outputs);
        const b = expectedOutputs(track, 'adaptive', spatial.outputs);
        // Behind the matrix, where the switch is made, the limiter alone is late: less than its 2 ms.
        const limiterSamples = 96;
        const switched = switchSeconds * excerpt.sampleRateHz;
        let before = 0;
        let after = 0;
        let between = 0;
        let difference = 0;
        let peak = 0;
        rendered.channels.forEach((channel, o) => {
          for (let n = 0; n < track.left.length; n++) {
            const heard = channel[n + rendered.latencySamples]!;
            const [x, y] = [gain * a[o]![n]!, gain * b[o]![n]!];
            const late = n + rendered.latencySamples - switched;
            peak = Math.max(peak, Math.abs(heard));
            difference = Math.max(difference, Math.abs(x - y));
            if (late < 0) before = Math.max(before, Math.abs(heard - x));
            else if (late > switchSamples + limiterSamples) after = Math.max(after, Math.abs(heard - y));
            else between = Math.max(between, Math.abs(heard - (x + y) / 2) - Math.abs(x - y) / 2);
          }
        });
        return { before, after, between, difference, peak, faults: rendered.faults };
      },
      { listening, excerpt: EXCERPT, switchSeconds: SWITCH_SECONDS, switchSamples: SWITCH_SAMPLES },
    );
    expect(result.faults).toEqual([]);
    expect(result.before).toBeLessThan(PATH_TOLERANCE);
    expect(result.after).toBeLessThan(PATH_TOLERANCE);
    // A fade whose gains sum to one stays between the two signals.
    expect(result.between).toBeLessThan(PATH_TOLERANCE);
    // The test would pass on silence, or on two sides that are alike.
    expect(result.peak).toBeGreaterThan(0.05);
    expect(result.difference).toBeGreaterThan(0.01);
  });
}

test('the original on two loudspeakers is the input, to the sample, with any upmix; A to A changes nothing', async ({
  page,
}) => {
  const errors = await page.evaluate(
    async ({ excerpt, switchSeconds }) => {
      const { PRESETS, DesignRunner, loadKernels, renderOffline, decodeExcerpt } = window.harness;
      const kernels = await loadKernels();
      const reply = new DesignRunner(kernels.module).run({
        document: PRESETS.laptop,
        listening: { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 },
        sampleRateHz: excerpt.sampleRateHz,
      });
      if (!reply.ok) throw new Error(String(reply.failure.said));
      const { prepared } = reply.outcome.original;
      const track = await decodeExcerpt('/demo/first-light.mp3', excerpt);
      const worst: Record<string, number> = {};
      for (const upmix of ['off', 'mid-side', 'least-correlated', 'adaptive'] as const) {
        const { channels, latencySamples } = await renderOffline({
          kernels,
          track,
          upmix,
          filters: { A: prepared, B: prepared },
          gainDb: { A: -6, B: -6 },
          selected: 'A',
          events: [
            { atSeconds: switchSeconds, select: 'B' },
            { atSeconds: switchSeconds + 0.4, setFilters: { set: 'B', filters: prepared } },
          ],
        });
        const gain = 10 ** (-6 / 20);
        worst[upmix] = 0;
        [track.left, track.right].forEach((side, o) =>
          side.forEach((x, n) => {
            const error = Math.abs(channels[o]![n + latencySamples]! - gain * x);
            worst[upmix] = Math.max(worst[upmix]!, error);
          }),
        );
      }
      return worst;
    },
    { excerpt: EXCERPT, switchSeconds: SWITCH_SECONDS },
  );
  for (const [upmix, error] of Object.entries(errors))
    expect(error, upmix).toBeLessThan(RECONSTRUCTION_TOLERANCE);
});

test('every build of the kernels gives the same: relaxed SIMD or not, memory of its own or shared', async ({
  page,
}) => {
  const result = await page.evaluate(async () => {
    const { loadKernels, programme, playedOffline, spatialFilters } = window.harness;
    const track = programme(1);
    // Handed over while it plays, too.
    const events = [{ atSeconds: 0.5, setFilters: { set: 'B' as const, filters: await spatialFilters() } }];
    const render = async (relaxed: boolean, shared: boolean) => {
      const kernels = await loadKernels({ relaxed, shared });
      const { channels, faults } = await playedOffline(track, events, kernels);
      return { isShared: kernels.isShared, channels, faults };
    };
    const plain = await render(false, false);
    const others = [await render(false, true), await render(true, false), await render(true, true)];
    return {
      isolated: crossOriginIsolated,
      shared: others.map(({ isShared }) => isShared),
      peak: plain.channels[0]!.reduce((most, x) => Math.max(most, x), 0),
      faults: [plain, ...others].flatMap(({ faults }) => faults),
      errors: others.map(({ channels }) =>
        Math.max(
          ...channels.map((channel, c) =>
            channel.reduce((most, x, n) => Math.max(most, Math.abs(x - plain.channels[c]![n]!)), 0),
          ),
        ),
      ),
    };
  });
  expect(result.isolated).toBe(true);
  expect(result.shared).toEqual([true, false, true]);
  expect(result.faults).toEqual([]);
  expect(result.peak).toBeGreaterThan(0.05);
  expect(result.errors[0]).toBe(0);
  // Roundings of a fused product against those of two steps, at a peak of some 0.2.
  expect(Math.max(...result.errors)).toBeLessThan(1e-6);
});
