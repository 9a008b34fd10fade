import { useEffect, useState } from 'react';
import { selectLive, selectPlaying, selectTrack, type TrackInfo } from '../../store/index.ts';
import { useActions, useEngine, useSoundstage } from '../use-soundstage.tsx';
import { createSilentAnchor } from './silent-anchor.ts';
import { SEEK_STEP_SECONDS } from './transport.tsx';

const POSITION_INTERVAL_MS = 1000;

/** The keyboard's media keys, a headset's buttons, and the system's card of what plays. */
export function useMediaSession(): void {
  const track = useSoundstage(selectTrack);
  const live = useSoundstage(selectLive).source;
  const playing = useSoundstage(selectPlaying);
  useKeys();
  useCard(track, live?.label ?? null);
  useAnchor(playing);
  usePosition(track, playing);
}

function mediaSession(): MediaSession | null {
  return 'mediaSession' in navigator ? navigator.mediaSession : null;
}

function useKeys(): void {
  const { togglePlay, nextTrack, previousTrack, seek } = useActions();
  const engine = useEngine();
  const playing = useSoundstage(selectPlaying);
  useEffect(() => {
    const session = mediaSession();
    if (session === null) return;
    const jump = (way: 1 | -1) => (details: MediaSessionActionDetails) =>
      seek(engine.positionSeconds() + way * (details.seekOffset ?? SEEK_STEP_SECONDS));
    const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
      play: () => void (playing || togglePlay()),
      pause: () => void (playing && togglePlay()),
      stop: () => void (playing && togglePlay()),
      nexttrack: () => void nextTrack(),
      previoustrack: () => void previousTrack(),
      seekbackward: jump(-1),
      seekforward: jump(1),
      seekto: ({ seekTime }) => seekTime !== undefined && seek(seekTime),
    };
    for (const [action, handler] of Object.entries(handlers)) setHandler(session, action, handler);
    return () => {
      for (const action of Object.keys(handlers)) setHandler(session, action, null);
    };
  }, [engine, playing, togglePlay, nextTrack, previousTrack, seek]);
}

function setHandler(session: MediaSession, action: string, handler: MediaSessionActionHandler | null): void {
  try {
    session.setActionHandler(action as MediaSessionAction, handler);
  } catch {
    // A browser that does not know this key has none to give.
  }
}

function useCard(track: TrackInfo | null, live: string | null): void {
  useEffect(() => {
    const session = mediaSession();
    if (session === null) return;
    if (live !== null) {
      session.metadata = new MediaMetadata({ title: live });
      return;
    }
    if (track === null) return;
    const { title, tags } = track;
    const cover = tags.cover && URL.createObjectURL(tags.cover);
    session.metadata = new MediaMetadata({
      title,
      artist: tags.artist ?? '',
      album: tags.album ?? '',
      artwork: cover && tags.cover ? [{ src: cover, type: tags.cover.type }] : [],
    });
    return () => {
      if (cover) URL.revokeObjectURL(cover);
    };
  }, [track, live]);
}

function useAnchor(playing: boolean): void {
  const [anchor] = useState(createSilentAnchor);
  useEffect(() => {
    // Where the browser does not let it play, the keys are missing and nothing else is.
    if (playing) void anchor.play().catch(() => undefined);
    else anchor.pause();
  }, [anchor, playing]);
}

function usePosition(track: TrackInfo | null, playing: boolean): void {
  const engine = useEngine();
  useEffect(() => {
    const session = mediaSession();
    if (session === null || track === null) return;
    session.playbackState = playing ? 'playing' : 'paused';
    const { durationSeconds: duration } = track;
    const tell = (): void =>
      session.setPositionState({
        duration,
        position: Math.min(duration, Math.max(0, engine.positionSeconds())),
      });
    tell();
    if (!playing) return;
    const timer = setInterval(tell, POSITION_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [engine, track, playing]);
}
