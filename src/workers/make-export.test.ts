import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createDesigner } from '../design/designer.ts';
import type { DesignMetrics } from '../design/metrics.ts';
import { PRESETS } from '../design/presets.ts';
import { EXPORT_FORMATS, exportBundle } from '../export/bundles.ts';
import { makeExport } from './make-export.ts';

const DOCUMENT = { ...PRESETS.laptop, filterTaps: 512 };
const request = (format: (typeof EXPORT_FORMATS)[number]) => ({
  document: DOCUMENT,
  designText: '{"as": "edited"}\n',
  format,
  profile: 'music' as const,
  folder: 'my-desk',
});

async function filesOf(format: (typeof EXPORT_FORMATS)[number]) {
  const reply = await makeExport(request(format));
  if (!reply.ok) throw new Error(String(reply.said));
  const unzipped = unzipSync(reply.archive);
  expect(Object.keys(unzipped)).toEqual(reply.files.map((name) => `my-desk/${name}`));
  return Object.fromEntries(
    Object.entries(unzipped).map(([name, bytes]) => [name.replace('my-desk/', ''), bytes]),
  );
}

describe('an export', () => {
  it('holds, byte for byte, what the headless command writes, besides the design and what it reaches', async () => {
    const { spatial, metrics } = createDesigner({ remember: false }).design(DOCUMENT);
    const source = { document: DOCUMENT, drivers: spatial.drivers };
    // The SOFA file carries the time it was written at; its own test looks at its content.
    for (const format of EXPORT_FORMATS.filter((one) => one !== 'sofa')) {
      const files = await filesOf(format);
      for (const { name, content } of await exportBundle(format, source)) {
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        expect(Buffer.compare(files[name]!, bytes), `${format}: ${name}`).toBe(0);
      }
      expect(strFromU8(files['design.json']!)).toBe('{"as": "edited"}\n');
      const told = JSON.parse(strFromU8(files['metrics.json']!)) as DesignMetrics;
      expect(told.sides.separationDb).toEqual([...metrics.sides.separationDb]);
    }
    expect(Object.keys(await filesOf('sofa'))).toEqual([
      'filters.sofa',
      'README.txt',
      'design.json',
      'metrics.json',
    ]);
  });

  it('for video has a shorter delay', async () => {
    const long = { ...request('wav'), document: { ...DOCUMENT, filterTaps: 2048 } };
    const reply = await makeExport({ ...long, profile: 'video' });
    if (!reply.ok) throw new Error(String(reply.said));
    const readme = strFromU8(unzipSync(reply.archive)['my-desk/README.txt']!);
    expect(readme).toContain('late by 488 samples');
  });

  it('of a design that breaks a rule is refused by field and rule', async () => {
    const broken = { ...request('wav'), document: { ...DOCUMENT, filterTaps: 1000 } };
    expect(await makeExport(broken)).toEqual({
      ok: false,
      said: ['expected', 'filterTaps', ['filter-length', 256, 16384], 1000],
    });
  });
});
