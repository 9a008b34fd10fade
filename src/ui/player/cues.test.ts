import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cueAt, parseCues } from './cues.ts';

const FILE = new URL('../../../public/demo/identification.json', import.meta.url);

describe('cues', () => {
  it('says where the identification track is', () => {
    const cues = parseCues(JSON.parse(readFileSync(FILE, 'utf8')));
    const heard = [0, 0.2, 3.1, 4, 7, 15].map((seconds) => cueAt(cues, seconds));
    expect(heard).toEqual([null, 'Left', 'Left', 'Centre', 'Right', 'Around']);
  });

  it.each([[null], [{}], [[1]], [[{ startSeconds: '0', label: 'Left' }]]])('takes %j for none', (json) =>
    expect(parseCues(json)).toEqual([]),
  );
});
