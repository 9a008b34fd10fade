/** Sends on what it hears, a quantum at a time. */
class RecordingProcessor extends AudioWorkletProcessor {
  process([input]: Float32Array[][]): boolean {
    if (input && input.length > 0) this.port.postMessage({ frame: currentFrame, channels: input });
    return true;
  }
}

registerProcessor('recording', RecordingProcessor);
