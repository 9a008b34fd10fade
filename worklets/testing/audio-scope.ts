import { vi } from 'vitest';

/** The little of the audio thread's scope that a processor sees. */
class FakePort {
  readonly reports: { readonly type: string; readonly [field: string]: unknown }[] = [];
  closed = false;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  /** The other side. */
  onreport: ((report: unknown) => void) | undefined;
  postMessage(report: { type: string }, transfer: ArrayBuffer[] = []): void {
    // What is transferred is gone from here.
    const received = structuredClone(report, { transfer });
    this.reports.push(received);
    this.onreport?.(received);
  }
  close(): void {
    this.closed = true;
  }
}

export interface Processor {
  readonly port: FakePort;
  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
}

type ProcessorType = new (options: { processorOptions: unknown }) => Processor;

export const SAMPLE_RATE_HZ = 48_000;

/** Loads a worklet's module without a browser. @returns makes its processor from `processorOptions` */
export async function loadWorklet(file: string): Promise<(processorOptions: unknown) => Processor> {
  let type: ProcessorType | undefined;
  vi.stubGlobal('sampleRate', SAMPLE_RATE_HZ);
  vi.stubGlobal('currentTime', 0);
  vi.stubGlobal('registerProcessor', (_name: string, registered: ProcessorType) => (type = registered));
  vi.stubGlobal(
    'AudioWorkletProcessor',
    class {
      readonly port = new FakePort();
    },
  );
  // By its address: the audio thread's types do not mix with Node's.
  await import(new URL(`../${file}`, import.meta.url).href);
  return (processorOptions) => new type!({ processorOptions });
}

export const quantum = (value: number): Float32Array => new Float32Array(128).fill(value);
