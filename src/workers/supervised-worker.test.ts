import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { superviseWorker } from './supervised-worker.ts';

const api = {
  prepared: false,
  prepare() {
    this.prepared = true;
  },
  add: (a: number, b: number) => a + b,
  wasPrepared() {
    return this.prepared;
  },
};

/** A worker's outside on a message channel, with errors that the test raises. */
class ChannelWorker extends EventTarget {
  terminated = false;
  private readonly channel = new MessageChannel();

  constructor(answers = true) {
    super();
    if (answers) expose({ ...api }, this.channel.port2);
    this.channel.port1.onmessage = (event) =>
      this.dispatchEvent(new MessageEvent('message', { data: event.data }));
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.channel.port1.close();
    this.channel.port2.close();
  }

  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

function supervised(answers: (index: number) => boolean = () => true, patienceMs = 5000) {
  const workers: ChannelWorker[] = [];
  const worker = superviseWorker<typeof api>(
    () => {
      workers.push(new ChannelWorker(answers(workers.length)));
      return workers.at(-1) as unknown as Worker;
    },
    (remote) => remote.prepare(),
    patienceMs,
  );
  return { worker, workers };
}

describe('superviseWorker', () => {
  it('starts and prepares one worker for all calls', async () => {
    const { worker, workers } = supervised();
    expect(workers).toHaveLength(0);
    expect(await worker.call((remote) => remote.wasPrepared())).toBe(true);
    expect(await worker.call((remote) => remote.add(1, 2))).toBe(3);
    expect(workers).toHaveLength(1);
    worker.terminate();
  });

  it('puts another, prepared one in the place of one that crashed, and asks it again', async () => {
    const { worker, workers } = supervised((index) => index > 0);
    const waiting = [
      worker.call((remote) => remote.add(1, 2)),
      worker.call((remote) => remote.wasPrepared()),
    ];
    workers[0]!.crash('out of memory');
    expect(await Promise.all(waiting)).toEqual([3, true]);
    expect(workers[0]!.terminated).toBe(true);
    expect(workers).toHaveLength(2);
    worker.terminate();
  });

  it('asks the successor of one that is replaced what that one has not answered', async () => {
    const { worker, workers } = supervised((index) => index > 0);
    const waiting = worker.call((remote) => remote.add(1, 2));
    worker.replace();
    expect(await waiting).toBe(3);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    worker.terminate();
  });

  it('gives up what crashes twice, and starts afresh for the next', async () => {
    const { worker, workers } = supervised((index) => index > 1);
    const waiting = worker.call((remote) => remote.add(1, 2));
    workers[0]!.crash('out of memory');
    await expect.poll(() => workers.length).toBe(2);
    workers[1]!.crash('out of memory again');
    await expect(waiting).rejects.toThrow('out of memory again');
    expect(await worker.call((remote) => remote.wasPrepared())).toBe(true);
    expect(workers).toHaveLength(3);
    worker.terminate();
  });

  it('takes silence for death', async () => {
    const { worker, workers } = supervised(() => false, 20);
    await expect(worker.call((remote) => remote.add(1, 2))).rejects.toThrow('no answer');
    expect(workers[0]!.terminated).toBe(true);
  });
});
