const QUANTUM = 128;

/** Sends on what it hears, a quantum at a time. */
class RecordingProcessor extends AudioWorkletProcessor {
  /** Counted here: while the page changes the graph, a browser may leave `currentFrame` where it was. */
  #frame = 0;

  process([input]: Float32Array[][]): boolean {
    if (input && input.length > 0) this.port.postMessage({ frame: this.#frame, channels: input });
    this.#frame += QUANTUM;
    return true;
  }
}

registerProcessor('recording', RecordingProcessor);
