import { pressureTransfers } from '../../acoustics/transfers.ts';
import type { Device, Vec3 } from '../../acoustics/types.ts';
import type { DriverResponses } from '../driver-responses.ts';
import { fftPlan } from '../fft.ts';

const SPEED_MPS = 343;
const TAPS = 1024;
/** Samples before anything arrives, as of a measuring system. */
const BULK_DELAY = 200;

/** What would be measured of a device's model on a circle around it: louder, later and with a loudspeaker's roll-off, all alike. */
export function measuredCircle(
  device: Device,
  { distanceM = 2, stepDeg = 5, sampleRateHz = 48_000 } = {},
): DriverResponses {
  const azimuthsDeg = Array.from({ length: 360 / stepDeg }, (_, i) => (i + 1) * stepDeg - 180);
  const points = azimuthsDeg.map((deg): Vec3 => {
    const angle = (deg * Math.PI) / 180;
    return [distanceM * Math.cos(angle), distanceM * Math.sin(angle), 0];
  });
  const bins = Float64Array.from({ length: TAPS / 2 + 1 }, (_, bin) => (bin * sampleRateHz) / TAPS);
  const { re, im, columns } = pressureTransfers(device, points, bins, SPEED_MPS, distanceM);
  const responses = new Float32Array(columns * points.length * TAPS);
  const [x, y] = [new Float64Array(TAPS), new Float64Array(TAPS)];
  for (let driver = 0; driver < columns; driver++) {
    points.forEach((_, azimuth) => {
      bins.forEach((hz, bin) => {
        const at = (bin * points.length + azimuth) * columns + driver;
        const turn = (-2 * Math.PI * bin * BULK_DELAY) / TAPS;
        const falling = hz / 40 / Math.hypot(1, hz / 40) / Math.hypot(1, hz / 9000);
        const gain = (3 * falling * (hz < 0.45 * sampleRateHz ? 1 : 0)) / TAPS;
        x[bin] = gain * (re[at]! * Math.cos(turn) - im[at]! * Math.sin(turn));
        y[bin] = bin === 0 ? 0 : gain * (re[at]! * Math.sin(turn) + im[at]! * Math.cos(turn));
        if (bin > 0) [x[TAPS - bin], y[TAPS - bin]] = [x[bin]!, -y[bin]!];
      });
      y[TAPS / 2] = 0;
      fftPlan(TAPS).inverse(x, y);
      responses.set(x, (driver * points.length + azimuth) * TAPS);
    });
  }
  return { drivers: columns, sampleRateHz, taps: TAPS, distanceM, azimuthsDeg, responses };
}
