import type { MeterFrame } from '../meter-loop.ts';
import { metersText } from '../text/index.ts';
import { formatFixed, withSign } from '../format.ts';

const NONE = '–';

/** A level with one place and a true minus sign; a dash for silence. */
export function figureText(value: number): string {
  if (!Number.isFinite(value)) return NONE;
  return formatFixed(value, 1);
}

/** Correlation, always with its sign. */
export function correlationText(correlation: number): string {
  return withSign(correlation, 2);
}

/** The figures of the panel: what slides along has none while nothing plays. */
export function figuresOf({ reading, resting }: Pick<MeterFrame, 'reading' | 'resting'>) {
  const measured = Number.isFinite(reading.integratedLufs);
  return {
    momentary: figureText(resting ? -Infinity : reading.momentaryLufs),
    shortTerm: figureText(resting ? -Infinity : reading.shortTermLufs),
    integrated: figureText(reading.integratedLufs),
    range: measured ? figureText(reading.rangeLu) : NONE,
    truePeak: figureText(reading.maxTruePeakDb),
  };
}

/** Two outputs are left and right, more are a device's drivers by their numbers. */
export function outputName(output: number, outputs: number): string {
  return (outputs <= 2 ? metersText.outputs[output] : undefined) ?? String(output + 1);
}

/** All of it in one sentence, for who cannot see it: in words, because a minus sign is not read out. */
export function summaryOf(frame: Pick<MeterFrame, 'reading' | 'resting' | 'levels' | 'reductionDb'>): string {
  const { summary } = metersText;
  const { reading, resting, levels, reductionDb } = frame;
  const { integrated, range, truePeak, shortTerm } = figuresOf(frame);
  const parts: string[] = [];
  if (integrated !== NONE)
    parts.push(summary.integrated(integrated), summary.range(range), summary.truePeak(truePeak));
  if (resting) parts.push(summary.silent);
  else {
    if (shortTerm !== NONE) parts.push(summary.now(shortTerm));
    const heldDb = levels.heldDb.subarray(0, reading.outputs);
    const peaks = Array.from(heldDb, (levelDb, o) =>
      summary.level(outputName(o, reading.outputs), figureText(levelDb)),
    );
    const list = peaks.join(' ');
    parts.push(reading.outputs > 2 ? summary.drivers(list) : summary.levels(list));
    parts.push(summary.correlation(correlationText(reading.correlation)));
    parts.push(reductionDb > 0.05 ? summary.limiting(formatFixed(reductionDb, 1)) : summary.idle);
  }
  const words = summary.minus(parts.join(', '));
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}
