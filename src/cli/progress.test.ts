import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, write: (text: string) => written.push(text), written };
}

describe('progress', () => {
  it('says how far, how fast and how long still, four times a second at most, and leaves nothing behind', () => {
    const screen = terminal(true);
    let time = 1000;
    const progress = new Progress(screen, 7200, () => time);
    for (let step = 1; step <= 100; step++) {
      time += 100;
      progress.report(12 * step);
    }
    progress.end();
    expect(screen.written).toHaveLength(34 + 1);
    expect(screen.written[33]).toContain('16 %, 20:00 of 2:00:00, 120 × real time, 0:50 left');
    expect(screen.written.at(-1)).toBe('\r\u001b[K');
  });

  it('is silent where nobody watches', () => {
    const file = terminal(false);
    const progress = new Progress(file, 10);
    progress.report(5);
    progress.end();
    expect(file.written).toEqual([]);
  });
});
