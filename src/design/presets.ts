import type { DesignDocument } from './document.ts';
import laptop from './presets/laptop.json' with { type: 'json' };
import smartSpeaker from './presets/smart-speaker.json' with { type: 'json' };
import soundbar from './presets/soundbar.json' with { type: 'json' };

/** The devices the product ships with, each a document like any other: what the schema would say of them is known (its test). */
export const PRESETS: {
  readonly laptop: DesignDocument;
  readonly 'smart-speaker': DesignDocument;
  readonly soundbar: DesignDocument;
} = {
  laptop: laptop as unknown as DesignDocument,
  'smart-speaker': smartSpeaker as unknown as DesignDocument,
  soundbar: soundbar as unknown as DesignDocument,
};
