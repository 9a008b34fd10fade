import {
  AnalyserNode,
  ChannelSplitterNode,
  type IAudioContext,
  type IAudioNode,
} from 'standardized-audio-context';

/** A frame of 60 a second and some more, so that no peak falls between two reads. */
const WINDOW_SAMPLES = 1024;
const SILENCE_DBFS = -120;

/** Reads peak levels of the two outputs over the last frame, dBFS, into what it is given. */
export function createMeter(
  context: IAudioContext,
  output: IAudioNode<IAudioContext>,
): (into: Float32Array) => void {
  const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
  output.connect(splitter);
  const analysers = [0, 1].map((channel) => {
    const analyser = new AnalyserNode(context, { fftSize: WINDOW_SAMPLES, channelCount: 1 });
    splitter.connect(analyser, channel);
    return analyser;
  });
  const samples = new Float32Array(WINDOW_SAMPLES);
  return (into) => {
    analysers.forEach((analyser, channel) => {
      analyser.getFloatTimeDomainData(samples);
      let peak = 0;
      for (let i = 0; i < WINDOW_SAMPLES; i++) peak = Math.max(peak, Math.abs(samples[i]!));
      into[channel] = Math.max(SILENCE_DBFS, 20 * Math.log10(peak));
    });
  };
}
