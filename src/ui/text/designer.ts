import { formatCount, formatExact, formatFixed } from '../format.ts';
import { decibels, degrees, frequency } from '../plots/units.ts';
import type { DirectivityReadings, RatioReadings } from '../plots/readings.ts';
import { inLanguage } from './language.ts';

/** Every word of the designer. */
export const designerText = inLanguage('designer', {
  title: 'Designer',
  tabsLabel: 'Parts of the design',
  tabs: {
    device: 'Device',
    cancellation: 'Cancellation',
    beam: 'Beam',
    zone: 'Zone',
    depth: 'Depth',
    analysis: 'Analysis',
    compare: 'Compare',
  },
  reset: 'Reset to preset',
  designing: 'Designing filters',
  waiting: 'The first design is on its way.',

  ownPair: {
    title: (spacingCm: string) => `You see and hear this design on your own pair, ${spacingCm} cm apart.`,
    body: (device: string) => `Switch to headphones for “${device}” itself.`,
    action: 'Listen on headphones',
  },

  failure: {
    title: 'This design cannot be made',
    /** Rules are about the document, which is in metres, whatever the field shows. */
    inMetres: (rule: string) => `${rule} (in metres)`,
    stays: 'What you hear and see is the last design that could.',
  },

  figures: {
    label: 'Figures of this design',
    separation: 'Separation, 1–8 kHz',
    effort: 'Most effort',
    directivityIndex: 'DI at 1 kHz',
    latency: 'Filter latency',
    zoneArea: (thresholdDb: number, band: string | null) =>
      `Zone at ${formatExact(thresholdDb)} dB${band === null ? '' : `, ${band}`}`,
  },

  device: {
    baffle: 'Baffle',
    baffleKind: 'Kind',
    baffles: { none: 'None', 'rigid-sphere': 'Sphere', 'infinite-plane': 'Wall' },
    measuredBaffle: 'Measured',
    baffleRadius: 'Sphere radius',
    listener: 'Listener',
    distance: 'Distance',
    lateral: 'To the left',
    height: 'Height',
    headRadius: 'Head radius',
    earAzimuth: 'Ear angle',
    earHint: 'From the nose',
    filters: 'Filters',
    taps: 'Length',
    tapsOption: (taps: number) => `${formatCount(taps)} taps`,
  },

  compass: {
    plot: 'Beams from above',
    caption:
      'Mean level from 200 Hz to 8 kHz, the loudest 0 dB; the audience is below. Nulls and window are those of the centre.',
    left: 'Left',
    right: 'Right',
    centre: 'Centre',
    window: 'Window',
    null: 'Null',
  },

  mismatch: {
    title: 'Driver mismatch',
    hint: 'A band around the curve: nine tenths of 200 devices whose drivers are off by up to so much.',
    drawing: 'Computing the band',
  },

  cancellation: {
    directions: 'the ears are',
    plot: 'Separation at the ears',
    achieved: 'Separation',
    axis: 'Separation (dB)',
    on: 'Crosstalk cancellation',
    off: 'Without cancellation each side plays with the least effort: what is left is the natural separation.',
    peak: 'Target cancellation gain',
    peakHint: 'Moves the whole curve',
    points: 'Target curve',
    maxEffort: 'Effort cap',
    offsets: 'Head positions that share one filter',
    offsetsHint: 'More positions widen the zone and lower the separation at its centre.',
    offset: (index: number) => `Position ${index + 1}`,
    offsetAxis: { front: 'Front', left: 'Left', up: 'Up' },
    addOffset: 'Add a position',
    removeOffset: (index: number) => `Remove position ${index + 1}`,
    naturalName: 'natural separation',
    virtualPair: 'Virtual pair',
    virtualAzimuth: 'Azimuth of the virtual pair',
    virtualOff: 'Without the virtual pair each side aims at its own ear alone.',
  },

  beam: {
    directions: 'axis and nulls are',
    naturalName: 'what the beam rejects without it',
    plot: 'Directivity of the centre beam',
    sidePlot: 'Directivity of the left beam, cancellation alone',
    ratioPlot: 'Rejection towards the nulls',
    achieved: 'Rejection',
    axis: 'Rejection (dB)',
    on: 'Beam',
    off: 'Without a beam the centre plays from all drivers with the least effort.',
    peak: 'Null depth',
    peakHint: 'Moves the whole curve',
    points: 'Depth over frequency',
    maxEffort: 'Effort cap',
    upmixTitle: 'Centre channel',
    upmix: 'Made by',
    upmixes: {
      adaptive: 'Adaptive upmix',
      'least-correlated': 'Least-correlated upmix',
      'mid-side': 'Mid-side, no adaptation',
      off: 'Nothing: sides only',
    },
    view: 'Map',
    normalisation: '0 dB is',
    normalisations: {
      'on-axis': 'On axis',
      'listening-window': '±30° mean',
      maximum: 'Loudest',
      none: 'Loudest of all',
    },
    floor: 'Floor',
    colours: 'Colours',
    colourMaps: { viridis: 'Even', classic: 'Classic' },
    plots: { map: 'Map', side: 'Left map', above: 'From above', rejection: 'Rejection' },
  },

  curve: {
    frequency: 'Frequency',
    gain: 'Gain',
    point: (index: number) => `Point ${index + 1}`,
    handle: (curve: string, index: number) => `${curve}, point ${index + 1}`,
    handleValue: (frequencyHz: number, gainDb: number) => `${decibels(gainDb)} at ${frequency(frequencyHz)}`,
    handleHint: 'Arrow keys move it; Delete removes it',
    add: 'Add a point',
    remove: (index: number) => `Remove point ${index + 1}`,
  },

  balloon: {
    views: 'View',
    viewNames: { audience: 'Audience', front: 'Front', side: 'Side', above: 'Above' },
    turnable: (title: string) => `${title}: arrow keys turn it, plus and minus zoom`,
    hint: 'Drag to turn',
    reading: (azimuthDeg: number, elevationDeg: number, levelDb: number) =>
      `Azimuth ${formatFixed(azimuthDeg, 0)}°, elevation ${formatFixed(elevationDeg, 0)}°: ${decibels(levelDb)}`,
    turns: {
      left: 'Turn left',
      right: 'Turn right',
      up: 'From above',
      down: 'From below',
      nearer: 'Nearer',
      farther: 'Farther',
    },
  },

  plot: {
    directivityIndexShort: 'DI',
    loading: 'Drawing',
    failed: 'The plots could not be loaded.',
    retry: 'Try again',
    exports: (title: string) => `Export of ${title}`,
    png: 'PNG',
    svg: 'SVG',
    csv: 'CSV',
    save: (title: string, kind: string) => `Save ${title} as ${kind}`,
    resetZoom: 'Whole range',
    cancel: (what: string) => `Cancel ${what}`,
  },

  ratioCaption,
  directivityCaption,
} as const);

/** "Separation 15.0 dB at 1 kHz; at least 15 dB from 900 Hz to 8 kHz; effort at most 6.0 dB, at 310 Hz." */
function ratioCaption(what: string, readings: RatioReadings): string {
  const { holds, worstEffort, worstShortfall } = readings;
  const parts = [`${what} ${decibels(readings.atOneKilohertzDb)} at 1 kHz`];
  parts.push(
    holds
      ? `at least ${holds.levelDb} dB from ${frequency(holds.band.lowHz)} to ${frequency(holds.band.highHz)}`
      : 'no octave holds 6 dB',
  );
  if (worstShortfall && worstShortfall.value >= 0.5) {
    parts.push(
      `furthest below target by ${decibels(worstShortfall.value)} at ${frequency(worstShortfall.frequencyHz)}`,
    );
  }
  if (worstEffort) {
    parts.push(`effort at most ${decibels(worstEffort.value)}, at ${frequency(worstEffort.frequencyHz)}`);
  }
  return `${parts.join('; ')}.`;
}

function directivityCaption(
  readings: DirectivityReadings,
  windowDeg: number | null,
  lowHz: number,
  highHz: number,
): string {
  const nulls = readings.nulls.map(
    ({ azimuthDeg, levelDb }) => `${decibels(levelDb)} at ${degrees(azimuthDeg)}`,
  );
  const parts = [
    ...(readings.windowEdgeDb === null || windowDeg === null
      ? []
      : [`window edges (±${formatExact(windowDeg)}°) ${decibels(readings.windowEdgeDb)}`]),
    ...(nulls.length > 0 ? [`nulls ${nulls.join(' and ')}`] : []),
  ];
  const band = `${frequency(lowHz)} to ${frequency(highHz)}`;
  const levels = parts.length > 0 ? `: ${parts.join(', ')}` : '';
  return `Mean level from ${band}, on axis 0 dB${levels}.`;
}
