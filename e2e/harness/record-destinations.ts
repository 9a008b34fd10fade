import recordingUrl from './recording.worklet.ts?worker&url';

/** Listens to whatever is connected to a destination from now on. */
export function recordDestinations() {
  const nodes: AudioNode[] = [];
  const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => unknown;
  AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
    if (to[0] instanceof AudioDestinationNode && this instanceof GainNode) nodes.push(this);
    return connect.apply(this, to);
  } as typeof AudioNode.prototype.connect;
  const quanta: { frame: number; channels: Float32Array[] }[] = [];
  const context = () => nodes[0]!.context as AudioContext;
  const frames = () => (quanta.length === 0 ? 0 : quanta.at(-1)!.frame + 128 - quanta[0]!.frame);
  return {
    frames,
    /** Seconds of what is heard, as the engine's position is counted: the output's own delay changes as it likes. */
    clock: () => () => context().currentTime - context().outputLatency,
    async start(): Promise<() => Float32Array[]> {
      await context().audioWorklet.addModule(recordingUrl);
      const node = new AudioWorkletNode(context(), 'recording', {
        channelCount: 2,
        channelCountMode: 'explicit',
      });
      node.port.onmessage = ({ data }: MessageEvent<(typeof quanta)[number]>) => void quanta.push(data);
      for (const each of nodes) connect.call(each, node);
      connect.call(node, context().destination);
      return () => {
        node.disconnect();
        const sides = [0, 1].map(() => new Float32Array(frames()));
        for (const { frame, channels } of quanta) {
          sides.forEach((side, c) => side.set(channels[c] ?? channels[0]!, frame - quanta[0]!.frame));
        }
        return sides;
      };
    },
  };
}
