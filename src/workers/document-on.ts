import type { DesignDocument } from '../design/document.ts';
import { refuse } from '../design/schema-refusal.ts';
import { onTwoLoudspeakers } from '../design/two-loudspeakers.ts';
import type { Listening } from '../protocol/listening-protocol.ts';
import { phrase } from '../refusal/phrase.ts';

/** A document as it is designed for a way of listening. @throws DesignError where it does not go with it */
export function documentOn(document: DesignDocument, listening: Listening): DesignDocument {
  switch (listening.kind) {
    case 'loudspeakers':
      return onTwoLoudspeakers(document, listening);
    case 'device':
      return withinChannels(document, listening.channels);
    case 'headphones':
      return document;
  }
}

function withinChannels(document: DesignDocument, channels: number): DesignDocument {
  const drivers = document.device.drivers.length;
  if (drivers <= channels) return document;
  throw refuse(['device', 'drivers'], phrase('channels-of-output', channels), drivers);
}
