import type { DesignDocument } from './document.ts';
import laptop from './presets/laptop.json' with { type: 'json' };
import smartSpeaker from './presets/smart-speaker.json' with { type: 'json' };
import soundbar from './presets/soundbar.json' with { type: 'json' };
import { parseDesign } from './schema.ts';

/** The devices the product ships with, each a document like any other: read through the schema. */
export const PRESETS: {
  readonly laptop: DesignDocument;
  readonly 'smart-speaker': DesignDocument;
  readonly soundbar: DesignDocument;
} = {
  laptop: parseDesign(laptop),
  'smart-speaker': parseDesign(smartSpeaker),
  soundbar: parseDesign(soundbar),
};
