import { describe, expect, it } from 'vitest';
import { noticeText } from './notices.ts';
import { phrase } from '../../refusal/phrase.ts';

describe('noticeText', () => {
  it.each(['empty', 'unreadable', 'undecodable', 'unreachable', 'no-decoder', 'not-fetched', 'too-long'])(
    'names the file that is %s, and says what to do',
    (reason) => {
      const { title, body } = noticeText(`file-${reason}`, { fileName: 'song.xyz', detail: '' });
      expect(title).toContain('song.xyz');
      expect(body.length).toBeGreaterThan(20);
      expect(body).not.toContain('()');
    },
  );

  it('says how much of a damaged file is silent, and where', () => {
    const values = { fileName: 'song', places: '1', atSeconds: '63.4', seconds: '0.21' };
    expect(noticeText('file-damaged', values).title).toBe('0.2 s at 1:03 could not be read');
    const { title, body } = noticeText('file-damaged', { ...values, places: '3' });
    expect(title).toBe('0.2 s in 3 places could not be read, the first at 1:03');
    expect(body).toContain('song');
  });

  it('gives the reason where there is one', () => {
    expect(noticeText('file-undecodable', { fileName: 'a.doc', detail: 'EncodingError.' }).body).toContain(
      '(technical detail: EncodingError)',
    );
  });

  it('gives a reason that was foreseen in its own words', () => {
    const why = phrase('expected', 'filterTaps', phrase('filter-length', 256, 16384), 1000.5);
    expect(noticeText('link-refused', {}, why).body).toBe(
      'It breaks a rule (filterTaps: expected a power of two from 256 to 16384, got 1000.5). What was here stays.',
    );
    expect(noticeText('file-unsupported', { fileName: 'a.ac3' }, 'Dolby Digital (AC-3)').body).toContain(
      'It looks like this: Dolby Digital (AC-3).',
    );
  });

  it.each([
    'bypassed',
    'stopped',
    'refused',
    'interrupted',
    'blocked',
    'device',
    'output-lost',
    'output-missing',
    'output-refused',
  ])('says what became of the sound when the engine is %s, and one thing to do', (kind) => {
    const { title, body } = noticeText(`engine-${kind}`, { part: 'upmix', detail: '' });
    expect(title).not.toBe('Something went wrong');
    expect(body).toMatch(/press Play|Pause and play|Change the design/i);
  });

  it('says what is known of a code without words', () => {
    expect(noticeText('unheard-of', { detail: 'the reason' }).body).toBe('technical detail: the reason');
    expect(noticeText('unheard-of', {}).body).toBe('unheard-of');
  });
});
