import type { Reason } from '../../refusal/phrase.ts';
import { formatCount, formatFixed, formatTime } from '../format.ts';
import { inLanguage } from './language.ts';
import { reasonWords } from './refusals.ts';

type Values = Readonly<Record<string, string>>;

export type NoticeWords = { readonly title: string; readonly body: string };

const FORMATS = 'WAV, AIFF, FLAC, MP3, Ogg, Opus, WebM and AAC in M4A can be played.';

/** Why, in brackets. */
function detailOf({ detail }: Values): string {
  return detail ? ` (${detail.replace(/\.$/, '')})` : '';
}

function damageOf({ places, atSeconds, seconds }: Values): string {
  const time = formatTime(Number(atSeconds));
  const length = `${Math.max(0.1, Number(seconds)).toFixed(1)} s`;
  return places === '1'
    ? `${length} at ${time} could not be read`
    : `${length} in ${places} places could not be read, the first at ${time}`;
}

/** By the codes of notices; `unknown` for one without words of its own. */
export const noticesText = inLanguage('notices', {
  'file-empty': (values) => ({
    title: `“${values.fileName}” is empty`,
    body: 'The file holds no audio. Choose another one.',
  }),
  'file-unreadable': (values) => ({
    title: `“${values.fileName}” could not be read`,
    body: `It may have been moved, or is in use${detailOf(values)}. Open it again.`,
  }),
  'file-undecodable': (values) => ({
    title: `“${values.fileName}” is not audio that can be played here`,
    body: `It is damaged or in a format that is not known${detailOf(values)}. ${FORMATS}`,
  }),
  'file-unsupported': (values) => ({
    title: `“${values.fileName}” is of a kind that is not played here`,
    body: `It looks like this: ${values.detail || 'unknown'}. ${FORMATS}`,
  }),
  'file-no-decoder': (values) => ({
    title: `“${values.fileName}” is too long for this browser`,
    body: `It is ${values.detail}, which this browser only decodes as a whole, and only up to 200 MB or an hour of it. WAV and AIFF files of any length are played; so are all others in a browser with WebCodecs, such as a recent Chrome, Edge, Firefox or Safari.`,
  }),
  'file-encrypted': (values) => ({
    title: `“${values.fileName}” is protected`,
    body: 'Its sound is encrypted for the shop or player that it came with. Choose a copy without protection.',
  }),
  'file-no-audio': (values) => ({
    title: `“${values.fileName}” has no sound`,
    body: 'It is a film or a picture without an audio track. Choose another one.',
  }),
  'file-not-fetched': (values) => ({
    title: `“${values.fileName}” cannot be opened yet`,
    body: 'The part of the program that takes such files apart could not be fetched. Check the connection, then open it again.',
  }),
  'file-cut-short': (values) => ({
    title: `“${values.fileName}” ends at ${formatTime(Number(values.atSeconds))}`,
    body: values.detail
      ? `It is damaged there${detailOf(values)}. What comes before plays; a fresh copy may be whole.`
      : 'The rest of the file is missing: it was cut short when it was copied or loaded. What is there plays.',
  }),
  'file-damaged': (values) => ({
    title: damageOf(values),
    body: `“${values.fileName}” is damaged there: it is silent for so long and plays on. A fresh copy may be whole.`,
  }),
  'file-unreachable': (values) => ({
    title: `“${values.fileName}” could not be fetched`,
    body: `The server did not send it${detailOf(values)}. Check the connection and try again.`,
  }),
  'file-too-long': (values) => ({
    title: `“${values.fileName}” is too long`,
    body: `It would not fit into memory once decoded${detailOf(values)}. Choose a shorter track.`,
  }),
  'queue-added': ({ count }) => ({
    title: count === '1' ? 'One track was added to the queue' : `${count} tracks were added to the queue`,
    body: 'What plays goes on; they follow it.',
  }),
  'queue-in-order': () => ({
    title: 'The queue is sorted by album already',
    body: 'Tracks of which no album is known come last, by folder and name.',
  }),
  'queue-long': (values) => ({
    title: `The queue holds ${formatCount(Number(values.most))} tracks at most`,
    body: `${values.others === '1' ? 'One file was' : `${values.others} files were`} left out. Remove some tracks, then open them again.`,
  }),
  'queue-skipped': ({ title, others }) => ({
    title:
      others === '0'
        ? `“${title}” was skipped`
        : `“${title}” and ${others === '1' ? 'one other' : `${others} others`} were skipped`,
    body:
      others === '0'
        ? 'It cannot be played; the reason stands beside it in the queue. The queue plays on.'
        : 'They cannot be played; the reasons stand beside them in the queue. The queue plays on.',
  }),
  'queue-ask': ({ fileName }) => ({
    title: `The browser wants your leave to read “${fileName}” again`,
    body: 'Open the queue and press “Allow again”. What plays goes on.',
  }),
  'queue-gone': ({ fileName }) => ({
    title: `“${fileName}” is not there any more`,
    body: 'It was moved or deleted, or too large to be kept. Press “Open the file again” beside it in the queue.',
  }),
  'live-refused': (values) => ({
    title: values.kind === 'screen' ? 'No tab or screen was shared' : 'The input may not be listened to',
    body: `The browser said no, or was told to${detailOf(values)}. Try again, and allow it beside the address if it does not ask.`,
  }),
  'live-silent': () => ({
    title: 'What was shared came without its sound',
    body: 'Share it again and tick “Also share tab audio” in the browser’s dialog. Windows have no sound of their own in most browsers: take a tab or the whole screen.',
  }),
  'live-absent': (values) => ({
    title: 'This input is not there',
    body: `It was unplugged, or another program holds it${detailOf(values)}. Connect it or choose another one.`,
  }),
  'live-failed': (values) => ({
    title: 'Nothing live could be played',
    body: `The browser gave no sound${detailOf(values)}. Another program may hold it: close that and try again.`,
  }),
  'live-lost': ({ label }) => ({
    title: `“${label}” has ended`,
    body: 'It is no longer shared, or was unplugged. The track that was there before is there again: press Play.',
  }),
  'live-howled': ({ label }) => ({
    title: `“${label}” began to howl and was faded out`,
    body: 'The microphone hears the loudspeakers. Take headphones, turn the volume down or move the microphone away, then press Play.',
  }),
  'loop-short': ({ seconds }) => ({
    title: 'A loop is half a second long at least',
    body: `This one would be ${formatFixed(Number(seconds), 3)} s. Set its other point further away; what was looped stays.`,
  }),
  'files-none': () => ({
    title: 'There is no audio file in it',
    body: 'Of a folder, files that look like sound by their name are taken: WAV, MP3, FLAC, Ogg, Opus, WebM, M4A, AIFF.',
  }),
  'engine-start': (values) => ({
    title: 'The audio path could not be started',
    body: `Nothing can be played${detailOf(values)}. Reload the page; if that does not help, try a current Chrome, Edge, Firefox or Safari.`,
  }),
  'engine-bypassed': (values) => ({
    title: `The ${values.part ?? 'audio path'} has stopped`,
    body: `Sound goes on without it${detailOf(values)}. Pause and play to start it anew; if it comes back, reload the page.`,
  }),
  'engine-stopped': (values) => ({
    title: `The ${values.part ?? 'audio path'} has stopped`,
    body: `Playback is paused${detailOf(values)}. Press Play to start it anew; if it comes back, reload the page.`,
  }),
  'engine-refused': (values) => ({
    title: 'A design cannot be played',
    body: `Its filters were refused${detailOf(values)}. What played before goes on. Change the design, or reload the page.`,
  }),
  'engine-interrupted': () => ({
    title: 'Playback was interrupted',
    body: 'The system or the browser took the sound output away, as it does for a call. Press Play to go on from there.',
  }),
  'engine-blocked': () => ({
    title: 'The browser has not started the sound',
    body: 'It may wait for a click on this page, or another program may hold the output. Press Play again.',
  }),
  'engine-device': (values) => ({
    title: 'The sound output is gone',
    body: `The device failed or was taken away${detailOf(values)}. Connect it or choose another one, then press Play.`,
  }),
  'engine-output-lost': ({ part }) => ({
    title: `“${part}” is gone`,
    body: 'Playback is paused, so that nothing sounds elsewhere unasked. Press Play to go on through the system’s output, or choose another beside the volume. Once it is back, Play takes it again.',
  }),
  'engine-output-missing': ({ part }) => ({
    title: `“${part}” is not connected`,
    body: 'The system’s output takes its place until it is back. Connect it and press Play, or choose another output beside the volume.',
  }),
  'engine-output-refused': (values) => ({
    title: values.part ? `“${values.part}” cannot be played on` : 'The output could not be changed',
    body: `The browser refused it${detailOf(values)}; what played before goes on. Another program may hold it: close that or choose another output, then press Play.`,
  }),
  'outputs-unnamed': (values) => ({
    title: 'The browser names no other outputs',
    body: `It does so only when this page may use the microphone${detailOf(values)}; nothing is recorded. Allow it beside the address, or choose the output in the system’s settings.`,
  }),
  'design-heavy': (values) => ({
    title: 'This design may play with gaps',
    body: `By the last rehearsal its ${formatCount(Number(values.taps))} taps take ${values.percent} % of what one core of this machine gives; above 60 % gaps are likely. Choose a shorter filter length under Design, Device, or close other programs and rehearse again under “Latency”. It can still be played.`,
  }),
  'loudness-failed': (values) => ({
    title: 'The loudness of both sides could not be measured',
    body: `A and B may differ in level${detailOf(values)}. Load the track again to measure once more.`,
  }),
  'zone-failed': (values) => ({
    title: 'The listening zone could not be mapped',
    body: `What you hear is not affected${detailOf(values)}. The next change maps it again.`,
  }),
  'link-opened': (values) => ({
    title: `“${values.name}” was opened from its link`,
    body: 'The design that was here before comes back with Undo.',
  }),
  'link-damaged': (values) => ({
    title: 'This link carries no whole design',
    body: `A part of it was lost or changed on the way${detailOf(values)}. Copy the whole link again, or ask for the design as a file.`,
  }),
  'link-too-long': (values) => ({
    title: 'This link is too long for a design',
    body: `It was not opened${detailOf(values)}. Ask for the design as a file.`,
  }),
  'link-newer': (values) => ({
    title: 'This link needs another version of Soundstage',
    body: `It was not opened${detailOf(values)}. Reload the page to get the newest version, then open the link again.`,
  }),
  'link-refused': (values) => ({
    title: 'The design in this link cannot be opened',
    body: `It breaks a rule${detailOf(values)}. What was here stays.`,
  }),
  'link-without-measurement': (values) => ({
    title: 'The link does not carry what was measured',
    body: `It names ${values.names}. Save the measurement as a file under Design, Device, and hand it over beside the link.`,
  }),
  'link-not-made': (values) => ({
    title: 'This design does not go into a link',
    body: `There is a rule against it${detailOf(values)}. Change that, or save the design as a file.`,
  }),
  'picture-failed': (values) => ({
    title: 'A picture of the design could not be drawn',
    body: `What you hear is not affected${detailOf(values)}. Choose it again, or change the design.`,
  }),
  'library-full': (values) => ({
    title: 'The design was not saved: the disk is full',
    body: `The browser has no room left for this page${detailOf(values)}. What you see stays as it is. Make room, or save the design as a file.`,
  }),
  'library-blocked': (values) => ({
    title: 'The design was not saved: the browser keeps nothing for this page',
    body: `A private window or a setting forbids it${detailOf(values)}. What you see stays. Save the design as a file, or copy its link.`,
  }),
  'library-failed': (values) => ({
    title: 'The library could not be changed',
    body: `Nothing in it was lost, and what you see stays${detailOf(values)}. Try again, or save the design as a file.`,
  }),
  'library-unfit': (values) => ({
    title: 'The design was not saved: it breaks a rule',
    body: `It could not be opened again${detailOf(values)}. Change that first.`,
  }),
  'library-beside': (values) => ({
    title: `“${values.name}” was saved as version ${values.version}`,
    body: `Another tab has saved version ${values.other} meanwhile. Both are kept: see its versions in the library.`,
  }),
  'head-refused': (values) => ({
    title: `“${values.fileName}” is no head that can hear`,
    body: `It breaks a rule${detailOf(values)}. What was chosen before stays. A SOFA file of SimpleFreeFieldHRIR will do.`,
  }),
  'head-not-kept': (values) => ({
    title: `“${values.name}” hears until this page is closed`,
    body: `The browser could not keep its file${detailOf(values)}. Open it again next time.`,
  }),
  'head-gone': (values) => ({
    title: 'A measured head could not be read again',
    body: `The model hears alone${detailOf(values)}. Open the head’s file again.`,
  }),
  'measurement-not-kept': (values) => ({
    title: `“${values.name}” is here until this page is closed`,
    body: `The browser could not keep its file${detailOf(values)}. Save it as a file, and open that next time.`,
  }),
  'snapshot-not-kept': (values) => ({
    title: 'The snapshot is here until this page is closed',
    body: `The browser could not keep it${detailOf(values)}. Make room, or save the design as a file.`,
  }),
  'measurement-gone': (values) => ({
    title: 'A measurement could not be read again',
    body: `Its file is not in this browser any more${detailOf(values)}. Open its files again.`,
  }),
  'head-failed': (values) => ({
    title: 'What the measured head hears could not be computed',
    body: `The model’s curves and what you hear are not affected${detailOf(values)}. Choose the head again.`,
  }),
  'design-file-refused': (values) => ({
    title: `“${values.fileName}” is no design that can be opened`,
    body: `It breaks a rule${detailOf(values)}. What was here stays.`,
  }),
  'design-file-opened': (values) => ({
    title: `The design in “${values.fileName}” was opened`,
    body: `The one that was here before comes back with Undo.${values.others === '0' ? '' : ' One design opens at a time; the other files were left out.'}`,
  }),
  unknown: ({ detail }) => ({ title: 'Something went wrong', body: detail ?? '' }),
} as const satisfies Readonly<Record<string, (values: Values) => NoticeWords>>);

/**
 * The words of a notice; one without words of its own still says what is known.
 * @param why in the place of `values.detail`, which is what a browser or a library says
 */
export function noticeText(code: string, values: Values, why: Reason = values.detail ?? ''): NoticeWords {
  const known: Readonly<Record<string, (values: Values) => NoticeWords>> = noticesText;
  const words = known[code];
  if (!words) return noticesText.unknown({ ...values, detail: why === '' ? code : reasonWords(why) });
  return words({ ...values, detail: isSaidAsItIs(code, why) ? String(why) : reasonWords(why) });
}

/** Nothing, or a kind of file by its proper name. */
function isSaidAsItIs(code: string, why: Reason): boolean {
  return why === '' || (code === 'file-unsupported' && typeof why === 'string');
}
