import { earTransfers } from '../../acoustics/transfers.ts';
import type { DesignDocument } from '../document.ts';
import { fftPlan } from '../fft.ts';
import type { EarResponses } from '../plant.ts';

const TAPS = 4096;
const RATE_HZ = 48_000;

/** What would be measured of the model: its own responses, later, louder, coloured alike, with what is asked for at one ear. */
export function measuredEars(document: DesignDocument, rightEarGain = 1, rate = RATE_HZ): EarResponses {
  const { device, listener, speedOfSoundMps } = document;
  const bins = Float64Array.from({ length: TAPS / 2 + 1 }, (_, bin) => (bin * rate) / TAPS);
  const model = earTransfers(device, listener, bins, speedOfSoundMps);
  const drivers = device.drivers.length;
  const responses = new Float32Array(2 * drivers * TAPS);
  const re = new Float64Array(TAPS);
  const im = new Float64Array(TAPS);
  for (let driver = 0; driver < drivers; driver++) {
    for (let ear = 0; ear < 2; ear++) {
      bins.forEach((hz, bin) => {
        const at = (2 * bin + ear) * drivers + driver;
        // 5 ms of latency; a microphone that falls by 6 dB an octave above 6 kHz, whatever hears.
        const turn = -2 * Math.PI * hz * 0.005;
        const fall = 1 / Math.hypot(1, hz / 6000);
        const gain = ((7 * (ear === 1 ? rightEarGain : 1)) / TAPS) * fall * (hz < 0.45 * rate ? 1 : 0);
        const [x, y] = [model.re[at]! * gain, model.im[at]! * gain];
        re[bin] = x * Math.cos(turn) - y * Math.sin(turn);
        im[bin] = bin === 0 || bin === TAPS / 2 ? 0 : x * Math.sin(turn) + y * Math.cos(turn);
        if (bin > 0 && bin < TAPS / 2) {
          re[TAPS - bin] = re[bin]!;
          im[TAPS - bin] = -im[bin]!;
        }
      });
      fftPlan(TAPS).inverse(re, im);
      responses.set(re, (2 * driver + ear) * TAPS);
    }
  }
  return { drivers, sampleRateHz: rate, taps: TAPS, responses };
}
