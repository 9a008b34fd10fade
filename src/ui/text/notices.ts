type Values = Readonly<Record<string, string>>;

export interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

const FORMATS = 'This browser plays WAV, MP3, FLAC, Ogg, Opus, WebM and AAC in M4A.';

function detailOf({ detail }: Values): string {
  return detail ? ` (${detail.replace(/\.$/, '')})` : '';
}

const WORDS: Readonly<Record<string, (values: Values) => NoticeWords>> = {
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
    body: `It is damaged or in a format this browser cannot decode${detailOf(values)}. ${FORMATS}`,
  }),
  'file-unreachable': (values) => ({
    title: `“${values.fileName}” could not be fetched`,
    body: `The server did not send it${detailOf(values)}. Check the connection and try again.`,
  }),
  'file-too-long': (values) => ({
    title: `“${values.fileName}” is too long`,
    body: `It would not fit into memory once decoded${detailOf(values)}. Choose a shorter track.`,
  }),
  'engine-start': (values) => ({
    title: 'The audio path could not be started',
    body: `Nothing can be played${detailOf(values)}. Reload the page; if that does not help, try a current Chrome, Edge, Firefox or Safari.`,
  }),
  'engine-fault': (values) => ({
    title: `A fault in the ${values.part ?? 'audio path'}`,
    body: `Sound went on without it${detailOf(values)}. Pause and play again; if it comes back, reload the page.`,
  }),
  'loudness-failed': (values) => ({
    title: 'The loudness of both sides could not be measured',
    body: `A and B may differ in level${detailOf(values)}. Load the track again to measure once more.`,
  }),
  'zone-failed': (values) => ({
    title: 'The listening zone could not be mapped',
    body: `What you hear is not affected${detailOf(values)}. The next change maps it again.`,
  }),
};

/** The words of a notice; one without words of its own still says what is known. */
export function noticeText(code: string, values: Values): NoticeWords {
  return WORDS[code]?.(values) ?? { title: 'Something went wrong', body: values.detail ?? code };
}
