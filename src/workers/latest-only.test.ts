import { describe, expect, it } from 'vitest';
import { latestOnly } from './latest-only.ts';

function createRunner() {
  const started: string[] = [];
  const finish = new Map<string, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  const ask = latestOnly((name: string) => {
    started.push(name);
    return new Promise<string>((resolve, reject) => finish.set(name, { resolve, reject }));
  });
  return { started, finish, ask };
}

describe('latestOnly', () => {
  it('answers a lone request', async () => {
    const { ask, finish } = createRunner();
    const reply = ask('one');
    finish.get('one')!.resolve('done');
    expect(await reply).toBe('done');
  });

  it('runs the first and the newest, and drops those between', async () => {
    const { ask, finish, started } = createRunner();
    const [first, second, third] = [ask('first'), ask('second'), ask('third')];
    expect(await second).toBeNull();
    expect(started).toEqual(['first']);
    finish.get('first')!.resolve('1');
    expect(await first).toBe('1');
    expect(started).toEqual(['first', 'third']);
    finish.get('third')!.resolve('3');
    expect(await third).toBe('3');
  });

  it('goes on after a failure, which only its own asker sees', async () => {
    const { ask, finish } = createRunner();
    const [first, second] = [ask('first'), ask('second')];
    finish.get('first')!.reject(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    finish.get('second')!.resolve('2');
    expect(await second).toBe('2');
  });
});
