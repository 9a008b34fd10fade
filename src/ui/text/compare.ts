import type { StudyFigure } from '../../store/index.ts';
import { squareMetres } from '../plots/units.ts';
import { formatWhen } from '../format.ts';
import { inLanguage } from './language.ts';

/** Every word of holding two designs against each other. */
export const compareText = inLanguage('compare', {
  with: 'Compare with',
  nothing: 'Choose a design',
  before: 'This design before its edits',
  preset: (name: string) => `Preset: ${name}`,
  saved: (name: string, version: number) => `Library: ${name}, version ${version}`,
  snapshot: (id: number, atMs: number) => `Snapshot ${id}, ${formatWhen(atMs)}`,
  file: (fileName: string) => `File: ${fileName}`,
  openFile: 'Open a file…',
  pin: 'Take a snapshot',
  pinned: (count: number) => `${count} ${count === 1 ? 'snapshot' : 'snapshots'}, kept in this browser`,
  forget: (id: number) => `Remove snapshot ${id}`,
  ours: 'This design',
  theirs: 'The other',
  studying: 'Studying the designs',
  waiting: 'The first study is on its way.',
  empty: 'Two designs side by side',
  emptyHint:
    'Choose the other one above: a preset, one of your library or of a file, a snapshot, or this design before its edits.',
  refused: 'This design cannot be studied',
  onOwnDevices:
    'Both on their own devices, from their realised filters, whatever you listen on. “This design” is the one you work on.',

  table: 'Figures of both designs',
  columns: { figure: 'Figure', difference: 'Difference', better: 'Better' },
  alike: 'Alike',
  none: '–',
  figures: {
    separationDb: { name: 'Separation, mean', why: 'higher: less crosstalk at the ears' },
    nearEarRippleDb: { name: 'Near-ear ripple, RMS', why: 'lower: less coloured' },
    sideEffortDb: { name: 'Side effort, most', why: 'lower: more headroom, more robust' },
    ildErrorDb: { name: 'ILD error, RMS', why: 'lower: nearer to the real pair' },
    itdErrorUs: { name: 'ITD error, RMS', why: 'lower: nearer to the real pair' },
    sideRejectionDb: { name: 'Beam rejection, mean', why: 'higher: deeper nulls' },
    centreEffortDb: { name: 'Centre effort, most', why: 'lower: more headroom, more robust' },
    directivityIndexDb: { name: 'Centre DI, mean', why: 'higher: more direct sound' },
    frontToSideDb: { name: 'Centre front to side, mean', why: 'higher: quieter sides' },
    windowFlatnessDb: { name: 'Window flatness, worst', why: 'lower: more alike over the listening window' },
    tailEnergyDb: { name: 'Energy at the filters’ ends', why: 'lower, down to −60 dB' },
    zoneAreaM2: { name: 'Zone of 10 dB separation', why: 'higher: more room for the head' },
    ratioLeftDb: { name: 'Direct to reverberant, left', why: 'higher: nearer' },
    ratioRightDb: { name: 'Direct to reverberant, right', why: 'higher: nearer' },
    ratioCentreDb: { name: 'Direct to reverberant, centre', why: 'higher: nearer' },
    criticalLeftM: { name: 'Critical distance, left', why: 'higher: nearer' },
    criticalRightM: { name: 'Critical distance, right', why: 'higher: nearer' },
    criticalCentreM: { name: 'Critical distance, centre', why: 'higher: nearer' },
    latencyMs: { name: 'Latency', why: 'lower: nearer to the picture' },
  } satisfies Record<StudyFigure, { readonly name: string; readonly why: string }>,
  matters: (amount: string) => `from ${amount} on`,
  /** Where lengths are held against each other by the level that follows them. */
  mattersAsLevel: (amount: string) => `from ${amount} of it on`,
  tableNote:
    'Depth at the listener, each in its own room, from 300 Hz to 8 kHz; – without a room. Means, ripple and flatness from 300 Hz to 8 kHz, ILD from 500 Hz to 6 kHz, ITD from 300 Hz to 1.2 kHz. Nothing is marked where the difference is below what matters.',

  quantity: 'Shown',
  quantities: {
    separation: 'Separation',
    rejection: 'Rejection',
    sideEffort: 'Side effort',
    centreEffort: 'Centre effort',
    nearEar: 'Near-ear tone',
    ild: 'Level between the ears',
    itd: 'Time between the ears',
    index: 'Directivity index',
    beamwidth: 'Beamwidth at −6 dB',
    frontToSide: 'Front to side',
    onAxis: 'Level on axis',
    map: 'Polar map',
    zone: 'Listening zone',
  },
  column: 'Column',
  as: 'As',
  forms: { both: 'Both', difference: 'Difference' },
  units: { ' dB': 'dB', '°': '°', ' µs': 'µs' },
  title: (what: string, form: 'both' | 'difference') =>
    form === 'both' ? `${what} of both designs` : `${what}: this design less the other`,
  ofColumn: (what: string, column: string) => `${what}, ${column.toLowerCase()} column`,
  /** @param origins what each was measured or computed from, sentences or nothing */
  caption: (ours: string, theirs: string, origins: { readonly ours: string; readonly theirs: string }) =>
    [`This design: “${ours}”.`, origins.ours, `The other: “${theirs}”.`, origins.theirs]
      .filter((words) => words !== '')
      .join(' '),
  zoneQuantity: 'Of the zone',
  zoneTitle: (which: string, areaM2: number, rule: string) => `${which}: ${squareMetres(areaM2)} ${rule}`,
  zoneDifference: (quantity: string) => `${quantity}: this design less the other`,
  /** Beside the colours of a difference. */
  zoneAxis: (axis: string) => `Difference: ${axis}`,
  zoneDifferenceCaption: (explained: string) =>
    `${explained} On the places of this design’s map; empty where the other’s does not reach or no head fits.`,
  zoneVerdict: (ours: number, theirs: number) =>
    `Zone of this design ${squareMetres(ours)}, of the other ${squareMetres(theirs)}`,
  larger: (which: string) => `${which} is better, it has the larger one`,
  mapCaption: 'Blue: this design is louder there; vermilion: the other. Within ±1.5 dB neither is.',
} as const);
