import { earDirections } from '../src/acoustics/head.ts';
import { earTransfers } from '../src/acoustics/transfers.ts';
import type { Device, Driver, Listener, Vec3 } from '../src/acoustics/types.ts';
import { directionOf, dot, FRONT, length, subtract } from '../src/acoustics/vectors.ts';
import { medianMs } from './bench-row.ts';
import type { BenchRow } from './bench-row.ts';
import { plainSphere } from './plain-sphere.ts';

const SPEED_OF_SOUND_MPS = 343;
const RADIUS_M = 0.09;
const BINS = 1025;
/** The rival takes seconds for all bins: it computes every 32nd and its time is scaled up. */
const RIVAL_STRIDE = 32;
const RUNS = 7;
const WARM_UPS = 3;

const listener: Listener = { positionM: [2, 0.1, 0], headRadiusM: 0.0875, earAzimuthDeg: 100 };
const drivers: Driver[] = Array.from({ length: 8 }, (_, n) => {
  const azimuth = ((n - 3.5) * Math.PI) / 7;
  return {
    id: `d${n}`,
    positionM: [RADIUS_M * Math.cos(azimuth), RADIUS_M * Math.sin(azimuth), 0],
    radiusM: 0.012,
  };
});
const device: Device = { baffle: { kind: 'rigid-sphere', radiusM: RADIUS_M }, drivers };
const frequenciesHz = Float64Array.from({ length: BINS }, (_, bin) => (bin * 24000) / (BINS - 1));

/** The same transfers with every Bessel and Legendre function evaluated anew for every term. */
function plainTransfers(hz: number): number {
  const k = (2 * Math.PI * hz) / SPEED_OF_SOUND_MPS;
  const head: Vec3 = listener.positionM;
  const r = length(head);
  let power = 0;
  for (const driver of drivers) {
    const cap = Math.asin(driver.radiusM / RADIUS_M);
    const cosAngle = dot(directionOf(driver.positionM, FRONT), directionOf(head, FRONT));
    const [baseRe, baseIm] = plainSphere(k * RADIUS_M, r / RADIUS_M, cosAngle, cap);
    const towards = subtract(driver.positionM, head);
    const ratio = length(towards) / listener.headRadiusM;
    for (const ear of earDirections(head, listener.earAzimuthDeg)) {
      const [re, im] = plainSphere(k * listener.headRadiusM, ratio, dot(directionOf(towards, FRONT), ear));
      power += (baseRe * baseRe + baseIm * baseIm) * (re * re + im * im);
    }
  }
  return power / (r * r);
}

/** Driver-to-ear transfers of eight drivers on a sphere, two ears, 1025 bins. */
export async function sphereBench(): Promise<BenchRow[]> {
  const value = medianMs(
    () => earTransfers(device, listener, frequenciesHz, SPEED_OF_SOUND_MPS),
    RUNS,
    WARM_UPS,
  );
  const some = frequenciesHz.filter((_, bin) => bin > 0 && bin % RIVAL_STRIDE === 0);
  const plain = () => some.forEach((hz) => plainTransfers(hz));
  const rivalValue = (medianMs(plain, 5, 1) * BINS) / some.length;
  return [
    {
      figure: 'transfers, 8 drivers on a sphere × 2 ears × 1025 bins',
      value,
      unit: 'ms',
      rival: 'the same sum, Bessel functions called per term',
      rivalValue,
      ratio: rivalValue / value,
      note: `median of ${RUNS}, warm; goal ≤ 50 ms; rival timed on every ${RIVAL_STRIDE}nd bin`,
    },
  ];
}
