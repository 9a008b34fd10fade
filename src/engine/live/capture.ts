import type { InputDevice, LiveFailureCode, LiveRequest } from '../../store/ports.ts';

/** What makes speech of a sound: it has to come as it is. */
const AS_IT_IS = { echoCancellation: false, noiseSuppression: false, autoGainControl: false } as const;

/** Newer than the standard's types: what is heard here is not to be heard there as well. */
interface ShareOptions extends DisplayMediaStreamOptions {
  readonly systemAudio: 'include';
  readonly selfBrowserSurface: 'exclude';
  readonly surfaceSwitching: 'include';
}

export type Captured =
  | { readonly ok: true; readonly stream: MediaStream; readonly label: string }
  | { readonly ok: false; readonly code: LiveFailureCode; readonly detail: string };

/** Asks the browser for a sound, which asks the listener. Never throws. */
export async function capture(media: MediaDevices, request: LiveRequest): Promise<Captured> {
  try {
    const stream = await (request.kind === 'screen' ? share(media) : record(media, request.deviceId));
    const [sound] = stream.getAudioTracks();
    if (!sound) {
      for (const track of stream.getTracks()) track.stop();
      return { ok: false, code: 'silent', detail: '' };
    }
    // Nobody looks at the picture that comes with a tab's sound; stopped, it would end the sharing.
    for (const picture of stream.getVideoTracks()) picture.enabled = false;
    return { ok: true, stream, label: sound.label };
  } catch (error) {
    return { ok: false, code: codeOf(error), detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Those that have a name: others cannot be told apart. */
export async function inputDevices(media: MediaDevices | undefined): Promise<readonly InputDevice[]> {
  const all = (await media?.enumerateDevices().catch(() => [])) ?? [];
  return all
    .filter(({ kind, deviceId, label }) => kind === 'audioinput' && deviceId !== '' && label !== '')
    .filter(({ deviceId }) => deviceId !== 'default' && deviceId !== 'communications')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

function share(media: MediaDevices): Promise<MediaStream> {
  const options: ShareOptions = {
    video: true,
    audio: { ...AS_IT_IS, suppressLocalAudioPlayback: true } as MediaTrackConstraints,
    systemAudio: 'include',
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'include',
  };
  return media.getDisplayMedia(options);
}

function record(media: MediaDevices, deviceId: string): Promise<MediaStream> {
  const device = deviceId === '' ? {} : { deviceId: { exact: deviceId } };
  return media.getUserMedia({ audio: { ...AS_IT_IS, ...device, channelCount: { ideal: 2 } } });
}

function codeOf(error: unknown): LiveFailureCode {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'failed';
}
