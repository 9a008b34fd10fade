import { expect, test } from '@playwright/test';
import { openHarness } from './harness-page.ts';

/** Float32 kernels against Float64 through upmix and filters, at a signal peak below one. */
const PATH_TOLERANCE = 1e-5;
/** The residue of a swap between identical sets, against the sine that goes through it. */
const RESIDUE_DB = -90;

test.beforeEach(({ page }) => openHarness(page));

for (const sampleRateHz of [44_100, 96_000, 192_000]) {
  test(`at ${sampleRateHz} Hz the chain gives what Float64 computes from filters for that rate`, async ({
    page,
  }) => {
    const result = await page.evaluate(async (rate) => {
      const { PRESETS, DesignRunner, loadKernels, renderOffline, decodeExcerpt, expectedOutputs } =
        window.harness;
      const kernels = await loadKernels();
      const reply = new DesignRunner(kernels.module).run({
        document: PRESETS.laptop,
        listening: { kind: 'loudspeakers', spacingM: 0.24, distanceM: 0.55 },
        sampleRateHz: rate,
      });
      if (!reply.ok) throw new Error(String(reply.failure.said));
      const { spatial } = reply.outcome;
      const excerpt = { sampleRateHz: rate, fromSeconds: 25, seconds: 0.4, silenceSeconds: 0.1 };
      const track = await decodeExcerpt('/demo/first-light.mp3', excerpt);
      const rendered = await renderOffline({
        kernels,
        track,
        upmix: 'adaptive',
        filters: { B: spatial.prepared },
        gainDb: { B: -12 },
        selected: 'B',
      });
      const expected = expectedOutputs(track, 'adaptive', spatial.outputs);
      const gain = 10 ** (-12 / 20);
      let error = 0;
      let peak = 0;
      rendered.channels.forEach((channel, o) => {
        for (let n = 0; n < track.left.length; n++) {
          const heard = channel[n + rendered.latencySamples]!;
          error = Math.max(error, Math.abs(heard - gain * expected[o]![n]!));
          peak = Math.max(peak, Math.abs(heard));
        }
      });
      return { error, peak, faults: rendered.faults, rate: spatial.outputs.sampleRateHz };
    }, sampleRateHz);
    expect(result.faults).toEqual([]);
    expect(result.rate).toBe(sampleRateHz);
    expect(result.error).toBeLessThan(PATH_TOLERANCE);
    expect(result.peak).toBeGreaterThan(0.02);
  });
}

for (const outputs of [1, 5, 32]) {
  test(`${outputs} outputs each give the sum of their three convolutions`, async ({ page }) => {
    const result = await page.evaluate(async (count) => {
      const { loadKernels, renderOffline, programme, noiseFilters, prepareFilters, expectedOutputs } =
        window.harness;
      const kernels = await loadKernels();
      const shape = { inputs: 3, maxOutputs: count, maxTaps: 4096 } as const;
      const set = noiseFilters(3, count, 3000, 1);
      const track = programme(1);
      const { channels, latencySamples, faults } = await renderOffline({
        kernels,
        track,
        shape,
        upmix: 'mid-side',
        filters: { A: prepareFilters(kernels.module, set, shape) },
        gainDb: { A: -12 },
        selected: 'A',
      });
      const expected = expectedOutputs(track, 'mid-side', set);
      const gain = 10 ** (-12 / 20);
      const errors = expected.map((output, o) =>
        track.left.reduce(
          (most, _, n) => Math.max(most, Math.abs(channels[o]![n + latencySamples]! - gain * output[n]!)),
          0,
        ),
      );
      const peaks = channels.map((channel) => channel.reduce((most, x) => Math.max(most, Math.abs(x)), 0));
      return { error: Math.max(...errors), quietest: Math.min(...peaks), count: channels.length, faults };
    }, outputs);
    expect(result.faults).toEqual([]);
    expect(result.count).toBe(outputs);
    expect(result.error).toBeLessThan(PATH_TOLERANCE);
    expect(result.quietest).toBeGreaterThan(0.01);
  });
}

test('outputs come out of the channels they are routed to, and of no other', async ({ page }) => {
  const [plain, routed] = await page.evaluate(async () => [
    await window.harness.routed([0.1, 0.2, 0.3], [], 8),
    await window.harness.routed(
      [0.1, 0.2, 0.3],
      [
        { output: 7, gain: 1, delaySeconds: 0.0125 },
        { output: 0, gain: -0.5 },
        { output: 3, gain: 0 },
      ],
      8,
    ),
  ]);
  const levels = (channels: typeof plain) => channels!.map(({ level }) => level);
  // Float32 of the samples.
  const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));
  expect(levels(plain)).toEqual(near([0.1, 0.2, 0.3, 0, 0, 0, 0, 0]));
  expect(levels(routed)).toEqual(near([-0.1, 0, 0, 0, 0, 0, 0, 0.1]));
  // 12.5 ms at 48 kHz.
  expect([routed![0]!.from, routed![7]!.from]).toEqual([0, 600]);
});

test('all sets are alive: each is heard exactly, a fade after it is chosen, at one latency', async ({
  page,
}) => {
  const result = await page.evaluate(async () => {
    const {
      loadKernels,
      renderOffline,
      programme,
      noiseFilters,
      prepareFilters,
      MATRIX_SHAPE,
      expectedOutputs,
    } = window.harness;
    const kernels = await loadKernels();
    const names = ['A', 'B', 'C', 'D', 'X'] as const;
    const sets = names.map((_, i) => noiseFilters(3, 2, 2048, i + 1));
    const filters = Object.fromEntries(
      sets.map((set, i) => [names[i]!, prepareFilters(kernels.module, set, MATRIX_SHAPE)]),
    );
    const track = programme(3);
    const order = ['A', 'X', 'C', 'B', 'D', 'A'] as const;
    const { channels, latencySamples, faults } = await renderOffline({
      kernels,
      track,
      upmix: 'mid-side',
      filters,
      gainDb: { A: -12, B: -12, X: -12, C: -12, D: -12 },
      selected: 'A',
      events: order.slice(1).map((select, i) => ({ atSeconds: 0.5 * (i + 1), select })),
    });
    const gain = 10 ** (-12 / 20);
    // In the middle of each half second, far from the fades, on the clock of the output.
    const errors = order.map((name, i) => {
      const [from, to] = [0.2, 0.45].map(
        (seconds) => Math.round((0.5 * i + seconds) * 48_000) - latencySamples,
      );
      const set = sets[names.indexOf(name)]!;
      // What is heard of these samples, and as much before and after them as a filter is long.
      const first = from! - set.taps;
      const part = (side: Float32Array) => side.subarray(first, to! + set.taps);
      const own = expectedOutputs(
        { ...track, left: part(track.left), right: part(track.right) },
        'mid-side',
        set,
      );
      let error = 0;
      for (let n = from!; n < to!; n++) {
        for (const o of [0, 1]) {
          const heard = channels[o]![n + latencySamples]!;
          error = Math.max(error, Math.abs(heard - gain * own[o]![n - first]!));
        }
      }
      return error;
    });
    return { errors, faults };
  });
  expect(result.faults).toEqual([]);
  for (const error of result.errors) expect(error).toBeLessThan(PATH_TOLERANCE);
});

test('a sine goes through 50 swaps a second between identical sets without a trace', async ({ page }) => {
  const result = await page.evaluate(async () => {
    const { loadKernels, renderOffline, spatialFilters } = window.harness;
    const kernels = await loadKernels();
    const filters = await spatialFilters();
    const sine = Float32Array.from(
      { length: 72_000 },
      (_, n) => 0.25 * Math.sin((2 * Math.PI * 997 * n) / 48_000),
    );
    const request = {
      kernels,
      track: { sampleRateHz: 48_000, left: sine, right: sine },
      upmix: 'off' as const,
      filters: { B: filters },
      selected: 'B' as const,
    };
    const still = await renderOffline(request);
    const events = Array.from({ length: 50 }, (_, i) => ({
      atSeconds: 0.3 + 0.02 * i,
      setFilters: { set: 'B' as const, filters },
    }));
    const swapped = await renderOffline({ ...request, events });
    const power = (x: Float32Array) => x.reduce((sum, value) => sum + value * value, 0);
    const residues = still.channels.map((channel, c) => {
      const residue = channel.map((x, n) => x - swapped.channels[c]![n]!);
      return 10 * Math.log10(power(residue) / power(channel) + 1e-30);
    });
    return { residues, power: power(still.channels[0]!), faults: swapped.faults };
  });
  expect(result.faults).toEqual([]);
  expect(result.power).toBeGreaterThan(100);
  for (const residue of result.residues) expect(residue).toBeLessThan(RESIDUE_DB);
});

test('one frozen gain a set brings all of them within 0.1 LU over the whole demo track', async ({ page }) => {
  test.setTimeout(120_000);
  const result = await page.evaluate(async () => {
    const { PRESETS, DesignRunner, LoudnessMeasurer, matchOf, integratedLoudness } = window.harness;
    const { loadKernels, renderOffline, decodeExcerpt } = window.harness;
    const kernels = await loadKernels();
    const reply = new DesignRunner(kernels.module).run({
      document: PRESETS.soundbar,
      listening: { kind: 'headphones' },
      sampleRateHz: 48_000,
      slots: { A: { kind: 'original' }, B: { kind: 'design', without: null }, C: { kind: 'reference' } },
    });
    if (!reply.ok) throw new Error(String(reply.failure.said));
    const { A, B, C } = reply.outcome.slots;
    const excerpt = { sampleRateHz: 48_000, fromSeconds: 0, seconds: 56, silenceSeconds: 0 };
    const track = await decodeExcerpt('/demo/first-light.mp3', excerpt);
    const measurer = new LoudnessMeasurer(kernels.module);
    measurer.setTrack(track);
    const upmix = 'adaptive' as const;
    const measurement = await measurer.measure({
      upmix,
      sets: { A: A!, B: B!, C: C! },
    });
    const { gainDb } = matchOf(measurement!);
    const filters = { A: A!.prepared, B: B!.prepared, C: C!.prepared };
    const heard: number[] = [];
    const peaks: number[] = [];
    for (const selected of ['A', 'B', 'C'] as const) {
      const { channels } = await renderOffline({ kernels, track, upmix, filters, gainDb, selected });
      heard.push(integratedLoudness(channels, 48_000));
      peaks.push(...channels.map((x) => x.reduce((most, y) => Math.max(most, Math.abs(y)), 0)));
    }
    const before = Object.values(measurement!.sets).map(({ earsLufs }) => earsLufs);
    return { heard, before, peak: Math.max(...peaks) };
  });
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  // It would pass on sets that are equally loud as they are.
  expect(spread(result.before)).toBeGreaterThan(0.3);
  expect(spread(result.heard)).toBeLessThan(0.1);
  // Nobody is matched by the limiter.
  expect(result.peak).toBeLessThan(10 ** (-1 / 20));
});
