import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createDesigner } from '../src/design/designer.ts';
import { createMemo } from '../src/design/memo.ts';
import { PRESETS } from '../src/design/presets.ts';
import { BROADBAND } from '../src/design/zone-band.ts';
import { ZoneField, ZONE_QUANTITIES, type ZoneMixer } from '../src/design/zone-field.ts';
import { ZoneKernel } from '../src/kernel/zone-kernel.ts';
import { PlainZones } from './plain-zones.ts';

const kernel = new WebAssembly.Module(readFileSync(new URL('../build/zones.wasm', import.meta.url)));

/** Float32 against Float64 on the same tables: decibels and degrees. Nulls of 20 dB and lags magnify the kernel's 1e−6. */
const ERROR = 5e-3;

it('finds what the kernel finds, so that the rival does the same work', () => {
  const document = PRESETS['smart-speaker'];
  const { spatial, cancellation } = createDesigner({ now: () => 0 }).design(document);
  const found = [new PlainZones(), new ZoneKernel(kernel)].map((mixer: ZoneMixer) => {
    const field = new ZoneField(document, spatial.drivers, cancellation, BROADBAND, mixer, createMemo());
    const places = Array.from({ length: 45 }, (_, i) => [0.5 + 0.05 * i, 0.6 - 0.027 * i, 0] as const);
    const out = new Float32Array(places.length * ZONE_QUANTITIES.length);
    field.evaluate(places, out, 0);
    return out;
  });
  found[0]!.forEach((plain, i) => expect(Math.abs(plain - found[1]![i]!)).toBeLessThan(ERROR));
});
