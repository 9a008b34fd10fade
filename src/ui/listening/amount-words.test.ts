import { describe, expect, it } from 'vitest';
import { PRESETS, type Amounts } from '../../store/index.ts';
import { changedWords, technicalWords } from './amount-words.ts';

const NEUTRAL: Amounts = { centreDb: 0, widthDeg: null, cancellation: 1, presence: 1 };
const { laptop } = PRESETS;

describe('technicalWords', () => {
  it('gives the figures behind the amounts', () => {
    const words = technicalWords(
      { centreDb: -2, widthDeg: 45, cancellation: 0.6, presence: 0.25 },
      laptop,
      true,
    );
    expect(words.centreDb).toContain('−2.0 dB');
    expect(words.widthDeg).toBe('Virtual loudspeakers at ±45°, designed ±30°.');
    // The laptop's target is 20 dB there.
    expect(words.cancellation).toBe('Cancellation 60 %: target 12.0 dB at 1 kHz.');
    expect(words.presence).toBe('25 % of the beam, 75 % of the plain centre.');
  });

  it('says what there is nothing of', () => {
    const bare = { ...laptop, sides: { ...laptop.sides, cancellation: null } };
    const words = technicalWords(NEUTRAL, bare, false);
    expect(words.cancellation).toContain('no cancellation');
    expect(words.widthDeg).toContain('does not have');
    expect(words.presence).toContain('no beam');
    const plain = { ...laptop, sides: { ...laptop.sides, virtualSpeakerAzimuthDeg: null } };
    expect(technicalWords(NEUTRAL, plain, true).widthDeg).toContain('one ear each');
  });
});

describe('changedWords', () => {
  it('lists what is other than designed', () => {
    expect(changedWords(NEUTRAL)).toBeNull();
    expect(changedWords({ ...NEUTRAL, cancellation: 0.6 })).toBe('60 % of the cancellation');
    expect(changedWords({ ...NEUTRAL, centreDb: 1.5, presence: 0 })).toBe(
      'the centre at +1.5 dB and 0 % of the beam',
    );
  });
});
