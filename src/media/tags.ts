import { ADTS, BlobSource, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } from 'mediabunny';
import { NO_TAGS, type Tags } from './sound.ts';

/** Nobody's words fail for their sake: what cannot be read is not there. */
export async function readTags(blob: Blob): Promise<Tags> {
  const formats = [MP4, QTFF, MATROSKA, WEBM, WAVE, OGG, FLAC, MP3, ADTS];
  const input = new Input({ source: new BlobSource(blob), formats });
  try {
    const tags = await input.getMetadataTags();
    const cover = tags.images?.find(({ kind }) => kind === 'coverFront') ?? tags.images?.[0];
    return {
      title: tags.title?.trim() || null,
      artist: (tags.artist ?? tags.albumArtist)?.trim() || null,
      album: tags.album?.trim() || null,
      albumArtist: tags.albumArtist?.trim() || null,
      trackNumber: tags.trackNumber ?? null,
      discNumber: tags.discNumber ?? null,
      cover: cover ? new Blob([cover.data as BlobPart], { type: cover.mimeType }) : null,
    };
  } catch {
    return NO_TAGS;
  } finally {
    input.dispose();
  }
}
