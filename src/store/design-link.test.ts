import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDesigner } from '../design/designer.ts';
import type { DesignDocument } from '../design/document.ts';
import { PRESETS } from '../design/presets.ts';
import { designOfLink, linkOfDesign, LONGEST_LINK } from './design-link.ts';
import { isDesignLink } from './link-key.ts';

const presets = Object.entries(PRESETS);

/** A preset with numbers that are hard to write down: as measured, not as typed. */
const awkward: fc.Arbitrary<DesignDocument> = fc
  .record({
    preset: fc.constantFrom(...Object.values(PRESETS)),
    name: fc.string({ minLength: 1, unit: 'grapheme' }),
    peakDb: fc.double({ min: -40, max: 40, noNaN: true }),
    azimuthDeg: fc.oneof(fc.constant(-0), fc.double({ min: -179, max: 180, noNaN: true })),
    earAzimuthDeg: fc.double({ min: 60, max: 120, noNaN: true }),
  })
  .map(({ preset, name, peakDb, azimuthDeg, earAzimuthDeg }) => ({
    ...preset,
    name,
    listener: { ...preset.listener, earAzimuthDeg },
    centre: {
      beam: {
        nullAzimuthsDeg: [azimuthDeg],
        nullWidthDeg: 20,
        targetGainDb: [[300, peakDb]],
        maxEffortDb: 6,
      },
    },
  }));

describe('a link', () => {
  it('opens to the very same document, every bit of it', async () => {
    await fc.assert(
      fc.asyncProperty(awkward, async (document) => {
        // Vitest's toEqual tells −0 from 0, as a filter may.
        expect(await designOfLink(await linkOfDesign(document))).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });

  // Two whole designs each: seconds on a busy machine.
  it.each(presets)('of %s opens to the same filters bit by bit', { timeout: 60_000 }, async (_id, preset) => {
    // A third of a radian is no round number of degrees: what is designed depends on its last bit.
    const edited = { ...preset, listener: { ...preset.listener, earAzimuthDeg: 100 / 3 + 60 } };
    const opened = await designOfLink(await linkOfDesign(edited));
    const [before, after] = [edited, opened].map((document) => createDesigner().design(document));
    for (const side of ['spatial', 'original'] as const) {
      expect(bitsOf(after![side])).toEqual(bitsOf(before![side]));
    }
  });

  it('is short enough for any messenger, and made of letters that none of them changes', async () => {
    for (const [, preset] of presets) {
      const link = await linkOfDesign(preset);
      // Mail programs and chats keep 2,000 characters; ours have room to spare for the address.
      expect(link.length).toBeLessThan(1800);
      expect(link).toMatch(/^design=1\.[\w-]+$/);
    }
  });

  it('is told from the other anchors of the page', () => {
    expect(isDesignLink('design=1.eJw')).toBe(true);
    expect(isDesignLink('player')).toBe(false);
    expect(isDesignLink('')).toBe(false);
  });

  it('is not made of a document that could not be opened again', async () => {
    const refused = { ...PRESETS.laptop, filterTaps: 1000 };
    await expect(linkOfDesign(refused)).rejects.toMatchObject({ field: 'filterTaps' });
  });

  it('is not made longer than can be opened', async () => {
    // Random digits do not deflate to less than 0.4 of their length.
    const point = (index: number): [number, number] => [100 + index, Math.sin(index) * 10];
    const targetGainDb = Array.from({ length: 6000 }, (_, index) => point(index));
    const preset = PRESETS['smart-speaker'];
    const long = { ...preset, centre: { beam: { ...preset.centre.beam!, targetGainDb } } };
    await expect(linkOfDesign(long)).rejects.toMatchObject({ code: 'link-too-long' });
  });
});

describe('a link that is not whole', () => {
  it('is refused as damaged wherever a letter was changed, lost or cut off', async () => {
    const link = await linkOfDesign(PRESETS.soundbar);
    const start = 'design=1.'.length;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: link.length - 1 }),
        fc.constantFrom('changed', 'lost', 'cut'),
        async (at, what) => {
          const other = link[at] === 'A' ? 'Q' : 'A';
          const rest = { changed: other + link.slice(at + 1), lost: link.slice(at + 1), cut: '' }[what];
          const error = await designOfLink(link.slice(0, at) + rest).catch((reason: unknown) => reason);
          expect(error).toMatchObject({ code: 'link-damaged' });
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing', 'design=', 'link-damaged'],
    ['no content', 'design=1.', 'link-damaged'],
    ['letters of no link', 'design=1.eJ%20w', 'link-damaged'],
    ['a newer wrapping', 'design=2.eJw', 'link-newer'],
    ['more than can be', `design=1.${'A'.repeat(LONGEST_LINK)}`, 'link-too-long'],
  ])('or has %s is refused by name', async (_what, fragment, code) => {
    await expect(designOfLink(fragment)).rejects.toMatchObject({ code });
  });

  it('or unpacks to a flood is not read to its end', async () => {
    await expect(designOfLink(await linkOfText(' '.repeat(3_000_000)))).rejects.toMatchObject({
      code: 'link-too-long',
    });
  });

  it.each([
    ['newer', { ...PRESETS.laptop, version: 2 }, 'unsupported-version', 'version'],
    ['against a rule', { ...PRESETS.laptop, filterTaps: 1000 }, 'invalid-field', 'filterTaps'],
    ['more than a design', { ...PRESETS.laptop, extra: 1 }, 'unknown-field', 'extra'],
  ])('or holds a document that is %s is refused with its field', async (_what, document, code, field) => {
    await expect(designOfLink(await linkOfText(JSON.stringify(document)))).rejects.toMatchObject({
      code,
      field,
    });
  });

  it('or holds no JSON is refused', async () => {
    await expect(designOfLink(await linkOfText('{"format":'))).rejects.toMatchObject({ code: 'not-json' });
  });
});

/** A well-formed link around any text. */
async function linkOfText(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = Buffer.from(await new Response(packed).arrayBuffer());
  return `design=1.${bytes.toString('base64url')}`;
}

function bitsOf(heard: { drivers: object; ears: object }): unknown[] {
  return [heard.drivers, heard.ears].flatMap((set) =>
    Object.values(set).map((part: unknown) =>
      ArrayBuffer.isView(part)
        ? Buffer.from(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
        : part,
    ),
  );
}
