import { decibels, frequency, signed } from '../plots/units.ts';

/** Every word of the designer's analysis. */
export const analysisText = {
  picture: 'Picture',
  pictures: {
    filters: 'Filters of the drivers',
  },
  drawing: 'Drawing',
  waiting: 'The picture is on its way.',
  column: 'Column',
  columns: { left: 'Left', right: 'Right', centre: 'Centre' },

  filters: {
    form: 'Filters',
    forms: {
      played: 'As they play',
      cancellation: 'Cancellation alone',
      relative: 'Relative to the near driver',
    },
    quantity: 'Shown',
    quantities: {
      magnitude: 'Magnitude',
      phase: 'Phase, unwrapped',
      delay: 'Group delay',
      impulse: 'Impulse',
    },
    inTitle: {
      magnitude: 'magnitude',
      phase: 'unwrapped phase',
      delay: 'group delay',
      impulse: 'impulse',
    },
    axes: {
      magnitude: 'Level (dB)',
      phase: 'Phase (°)',
      delay: 'Group delay (ms)',
    },
    title: (column: string, quantity: string) => `${column} column: ${quantity} of each driver`,
    relativeTitle: (column: string, quantity: string, near: string) =>
      `${column} column: ${quantity} relative to driver ${near}`,
    caption: (latencyMs: number, loudest: string, levelDb: number, atHz: number) =>
      `From the realised filters, without their modelling delay of ${signed(latencyMs, 1)} ms. Highest: driver ${loudest}, ${decibels(levelDb)} at ${frequency(atHz)}.`,
    relativeCaption: (near: string) =>
      `From the realised filters: what each driver plays over what driver ${near} plays, the driver nearest to where the column is aimed.`,
    gap: ' Phase and delay end where a filter is 60 dB below its peak.',
  },
} as const;
