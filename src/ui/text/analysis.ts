import type { Balloon, PolarSlices } from '../../store/index.ts';
import { decibels, frequency } from '../plots/units.ts';
import { inLanguage } from './language.ts';
import { formatExact, formatFixed } from '../format.ts';

/** Every word of the designer's analysis. */
export const analysisText = inLanguage('analysis', {
  picture: 'Picture',
  pictures: {
    filters: 'Filters of the drivers',
    directivity: 'Directivity figures',
    cta2034: 'CTA-2034',
    map: 'Polar map',
    slices: 'Polar slices',
    balloon: 'Balloon',
    pair: 'Virtual pair',
    comparison: 'Matrix and beamformer',
    mismatch: 'Driver mismatch',
  },
  drawing: 'Drawing',
  waiting: 'The picture is on its way.',
  cancelled: 'Drawing was given up.',
  drawAgain: 'Draw it',
  column: 'Column',
  columns: { left: 'Left', right: 'Right', centre: 'Centre' },

  quantity: 'Shown',
  source: 'Source',
  sources: { left: 'Left column', right: 'Right column', centre: 'Centre column' },
  driverAlone: (id: string) => `Driver ${id} alone`,
  frequency: 'Frequency',
  band: 'Band',
  bands: { 'third-octave': '1/3 octave', tone: 'Single tone' },
  bandInWords: { 'third-octave': 'mean power over 1/3 octave', tone: 'single tones' },
  smoothing: 'Smoothing',
  smoothings: {
    none: 'None',
    '1/12': '1/12 octave',
    '1/6': '1/6 octave',
    '1/3': '1/3 octave',
    '1/1': '1 octave',
  },
  smoothedOver: (width: string) => `Smoothed over ${width}.`,

  directivity: {
    quantities: {
      index: 'Directivity index, sphere',
      horizontalIndex: 'Directivity index, horizontal',
      beamwidth: 'Beamwidth at −6 dB',
      frontToSide: 'Front to side',
      frontToBack: 'Front to back',
    },
    captions: {
      index: 'Level on axis over the mean over the whole sphere.',
      horizontalIndex: 'Level on axis over the mean over the horizontal circle alone.',
      beamwidth:
        'Width between the −6 dB points around the axis in the horizontal plane; 360° where there are none.',
      frontToSide: 'Level on axis over the mean power at ±90°.',
      frontToBack: 'Level on axis over that at 180°.',
    },
    decibels: 'Level (dB)',
    degrees: 'Width (°)',
  },

  cta2034: {
    title: (source: string) => `CTA-2034 of the ${source.toLowerCase()}`,
    caption: 'At 2 m, 0 dB being a monopole at 1 m for drive 1; directivity indices on the right axis.',
    axis: 'Level (dB)',
    indexAxis: 'Directivity index (dB)',
    onAxis: 'On axis',
    listeningWindow: 'Listening window',
    earlyReflections: 'Early reflections',
    soundPower: 'Sound power',
    earlyReflectionsIndex: 'Early reflections DI',
    soundPowerIndex: 'Sound power DI',
  },

  map: {
    title: (source: string) => `Directivity of the ${source.toLowerCase()}`,
    caption: 'From the realised filters, at the listener’s distance.',
  },

  slices: {
    title: (source: string) => `Level over azimuth of the ${source.toLowerCase()}`,
    frequencies: 'Frequencies (Hz)',
    caption: (band: string, widths: string) =>
      `At the listener’s distance, ${band}; diamonds are the −6 dB points. Beamwidth: ${widths}.`,
    width: (frequencyHz: number, widthDeg: number | null) =>
      `${frequency(frequencyHz)} ${widthDeg === null ? 'none' : `${formatFixed(widthDeg, 0)}°`}`,
    rules: {
      none: 'Expected at least one frequency',
      most: (most: number, got: number) => `Expected at most ${most} frequencies, got ${got}`,
      range: (index: number, lowHz: number, highHz: number, got: string) =>
        `Frequency ${index + 1}: expected ${lowHz} to ${highHz} Hz, got ${got}`,
      twice: (index: number, got: string) => `Frequency ${index + 1}: ${got} is there already`,
    },
  },

  balloon: {
    title: (source: string, frequencyHz: number) =>
      `Balloon of the ${source.toLowerCase()} at ${frequency(frequencyHz)}`,
    caption: (band: string, balloon: Balloon) =>
      `At the listener’s distance, ${band}; 0 dB on axis. Directivity index ${decibels(balloon.indexDb)}; −6 dB beamwidth ${widthInWords(balloon.horizontalBeamwidthDeg)} across, ${widthInWords(balloon.verticalBeamwidthDeg)} upright; loudest at azimuth ${formatFixed(balloon.loudest.azimuthDeg, 0)}°, elevation ${formatFixed(balloon.loudest.elevationDeg, 0)}°: ${decibels(balloon.loudest.levelDb - balloon.axisDb)}.`,
  },

  pair: {
    quantities: { ild: 'Level difference', itd: 'Time difference', tone: 'Near-ear tone' },
    titles: {
      ild: 'Level between the ears, left channel',
      itd: 'Time between the ears, left channel',
      tone: 'Level at the near ear',
    },
    axes: { ild: 'Left over right ear (dB)', itd: 'Right behind left ear (µs)', tone: 'Level (dB)' },
    made: 'This design',
    original: 'Original',
    reference: (azimuthDeg: number) => `Loudspeaker at ${formatExact(azimuthDeg)}°`,
    left: 'Left',
    right: 'Right',
    captions: {
      ild: 'The left channel, against a real loudspeaker at the place of the virtual one and the original on this device.',
      itd: 'Interaural phase delay up to 1.5 kHz, above which ears do not follow the phase.',
      tone: 'Each side at its own ear, relative to the level designed for: how far the tone departs from flat.',
    },
  },

  comparison: {
    quantities: { maps: 'Over azimuth', separation: 'At the ears' },
    matrix: 'Plain matrix',
    beamformer: 'RTF-form beamformer',
    mapTitle: (what: string, column: string) => `${what}, ${column.toLowerCase()} column`,
    mapCaption: {
      matrix: 'Mid and side signals mixed to the drivers by gains alone.',
      beamformer: 'The designed filters relative to the near driver, without the virtual pair.',
    },
    title: 'Separation at the ears',
    axis: 'Separation (dB)',
    caption: 'Both sides at their own ears over the other ones, at the listener’s place.',
  },

  mismatch: {
    quantities: { separation: 'Separation', rejection: 'Rejection' },
    gain: 'Driver level ±',
    phase: 'Driver phase ±',
    title: (what: string) => `${what} with mismatched drivers`,
    nominal: 'As designed',
    median: 'Median',
    band: '5 to 95 %',
    caption: (draws: number, gainDb: number, phaseDeg: number) =>
      `${draws} draws, every driver off by up to ±${formatExact(gainDb)} dB and ±${formatExact(phaseDeg)}°, the same at all frequencies: nine tenths of them lie in the band.`,
  },

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
      `From the realised filters, without their modelling delay of ${formatFixed(latencyMs, 1)} ms. Highest: driver ${loudest}, ${decibels(levelDb)} at ${frequency(atHz)}.`,
    relativeCaption: (near: string) =>
      `From the realised filters: what each driver plays over what driver ${near} plays, the driver nearest to where the column is aimed.`,
    gap: ' Phase and delay end where a filter is 60 dB below its peak.',
  },
} as const);

/** What polar slices show, with the beamwidth at each frequency. */
export function slicesCaption({ frequencyHz, edges, band }: PolarSlices): string {
  const text = analysisText.slices;
  const widths = edges.map((lobe, i) => text.width(frequencyHz[i], lobe && lobe.leftDeg + lobe.rightDeg));
  return text.caption(analysisText.bandInWords[band], widths.join(', '));
}

function widthInWords(widthDeg: number): string {
  return widthDeg >= 360 ? 'none' : `${formatFixed(widthDeg, 0)}°`;
}
