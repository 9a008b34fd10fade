import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { FrameRing } from './frame-ring.ts';

const LENGTH = 1000;

function createRing(length = LENGTH) {
  const buffer = new SharedArrayBuffer(FrameRing.bytes(length));
  return { buffer, writer: new FrameRing(buffer, length), reader: new FrameRing(buffer, length) };
}

const frameOf = (value: number): Float32Array => new Float32Array(LENGTH).fill(value);

/** The real writer in a thread of its own, for so long: every frame holds one number, another than the last. */
function writerWithoutRest(buffer: SharedArrayBuffer, milliseconds: number): Worker {
  const source = ts.transpile(readFileSync('src/protocol/frame-ring.ts', 'utf8'), {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
  });
  const script = `${source}
    import { workerData } from 'node:worker_threads';
    const ring = new FrameRing(workerData.buffer, workerData.length);
    const frame = new Float32Array(workerData.length);
    const end = Date.now() + workerData.milliseconds;
    for (let n = 1; Date.now() < end; n = (n + 1) % 1e6) ring.write(frame.fill(n));`;
  const url = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
  return new Worker(url, { workerData: { buffer, length: LENGTH, milliseconds } });
}

describe('FrameRing', () => {
  it('hands over the newest frame, once', () => {
    const { writer, reader } = createRing();
    const into = frameOf(-1);
    expect(reader.read(into)).toBe(false);
    for (let n = 1; n <= 10; n++) writer.write(frameOf(n));
    expect(writer.taken).toBe(false);
    expect(reader.read(into)).toBe(true);
    expect([...into]).toEqual([...frameOf(10)]);
    expect(writer.taken).toBe(true);
    expect(reader.read(into)).toBe(false);
  });

  it('copies what it is given: the writer may go on with its frame', () => {
    const { writer, reader } = createRing();
    const frame = frameOf(1);
    writer.write(frame);
    frame.fill(2);
    const into = frameOf(0);
    reader.read(into);
    expect(into[0]).toBe(1);
  });

  it('goes on when the count passes the largest integer', () => {
    const { buffer, writer, reader } = createRing();
    new Int32Array(buffer).fill(2 ** 31 - 3, 0, 2);
    const into = frameOf(0);
    for (let n = 1; n <= 8; n++) {
      writer.write(frameOf(n));
      expect(reader.read(into)).toBe(true);
      expect(into[0]).toBe(n);
    }
  });

  it.each([0, 1, 2, 3, 4, 9])('is whole where %i frames are written in the middle of a copy', (writes) => {
    const { writer, reader } = createRing();
    for (let n = 1; n <= 5; n++) writer.write(frameOf(n));
    const into = frameOf(0);
    let n = 5;
    const { set } = into;
    into.set = (source: ArrayLike<number>) => {
      const half = (source as Float32Array).subarray(0, LENGTH / 2);
      set.call(into, half);
      // Only the first copy is disturbed.
      if (n === 5) for (; n < 5 + writes; n++) writer.write(frameOf(n + 1));
      set.call(into, (source as Float32Array).subarray(LENGTH / 2), LENGTH / 2);
    };
    expect(reader.read(into)).toBe(true);
    expect(into.every((x) => x === into[0])).toBe(true);
  });

  it('gives up on a writer that laps it again and again, and takes nothing', () => {
    const { writer, reader } = createRing();
    writer.write(frameOf(1));
    const into = frameOf(0);
    into.set = () => [1, 2, 3].forEach((n) => writer.write(frameOf(n)));
    expect(reader.read(into)).toBe(false);
    expect(writer.taken).toBe(false);
  });

  it('never reads a torn frame, however fast the other thread writes', async () => {
    const { buffer, reader } = createRing();
    const worker = writerWithoutRest(buffer, 1500);
    const done = new Promise((resolve) => worker.once('exit', resolve));
    let running = true;
    void done.then(() => (running = false));
    const into = new Float32Array(LENGTH);
    let read = 0;
    let torn = 0;
    while (running) {
      for (let n = 0; n < 2000; n++) {
        if (!reader.read(into)) continue;
        read += 1;
        if (into.some((x) => x !== into[0])) torn += 1;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    // However little of the machine is left for it.
    expect(read).toBeGreaterThan(10);
    expect(torn).toBe(0);
  });
});
