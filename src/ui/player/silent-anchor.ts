/** Browsers give the media keys to what lasts longer than five seconds. */
const SECONDS = 10;
const RATE_HZ = 8000;
const HEADER_BYTES = 44;

/**
 * Something for the browser to hold on to: it gives the media keys and its card of what plays to pages whose media elements
 * play, and takes no notice of sound that is computed. So an element plays along, whose one bit of noise at −90 dB no one hears.
 */
export function createSilentAnchor(): HTMLAudioElement {
  const element = new Audio(URL.createObjectURL(new Blob([quietFile()], { type: 'audio/wav' })));
  element.loop = true;
  return element;
}

/** A WAV file of 16 bits, mono; digital silence would count as no sound at all. */
function quietFile(): ArrayBuffer {
  const frames = SECONDS * RATE_HZ;
  const bytes = new ArrayBuffer(HEADER_BYTES + 2 * frames);
  const view = new DataView(bytes);
  const text = (at: number, letters: string) =>
    [...letters].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + 2 * frames, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE_HZ, true);
  view.setUint32(28, 2 * RATE_HZ, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * frames, true);
  for (let n = 0; n < frames; n += 2) view.setInt16(HEADER_BYTES + 2 * n, 1, true);
  return bytes;
}
