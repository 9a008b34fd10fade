import { isDesignError } from '../design/is-design-error.ts';
import { PRESETS } from '../design/presets.ts';
import type { DesignDocument } from '../design/document.ts';
import { requiredMeasurements } from '../design/required-measurements.ts';
import type { DesignHistory } from './design-history.ts';
import { exactJson } from './exact-json.ts';
import { fileStem } from './file-name.ts';
import { isSameValue } from './edit-steps.ts';
import { isDesignLink } from './link-key.ts';
import type { DesignPoint, PresetId, SharingActions } from './state.ts';
import { whyOf, type FlowWiring } from './wiring.ts';

/** Reading and writing of links comes with the first. */
const reading = () => import('./design-link.ts');

/** Ways of a design between this page and elsewhere that need no place to be kept in: links, and files for other programs. */
export interface LinkActions extends SharingActions {
  /** Opens what the address carries, now and whenever it changes. @returns `null` where it carries no design now */
  followAddress(): Promise<boolean> | null;
}

export function createLinkActions({ ports, get, notify }: FlowWiring, history: DesignHistory): LinkActions {
  const { address } = ports;

  /** @returns whether there is another design now */
  async function open(fragment: string): Promise<boolean> {
    // Once opened it goes its own way: a reload is not to bring the link back over what was edited since.
    address.clear();
    try {
      const { designOfLink } = await reading();
      const document = await designOfLink(fragment);
      history.replace(pointOf(document));
      notify({ severity: 'info', code: 'link-opened', values: { name: document.name } });
      return true;
    } catch (error) {
      notify({ severity: 'error', code: codeOf(error), values: {}, why: whyOf(error) });
      return false;
    }
  }

  function openCurrent(): Promise<boolean> | null {
    const fragment = address.fragment();
    return isDesignLink(fragment) ? open(fragment) : null;
  }

  return {
    followAddress() {
      address.onChange(() => void openCurrent());
      return openCurrent();
    },
    async makeLink() {
      try {
        const { document } = get().designer;
        const { linkOfDesign } = await reading();
        const link = address.withFragment(await linkOfDesign(document));
        const names = requiredMeasurements(document).map(({ name }) => `“${name}”`);
        if (names.length > 0) {
          notify({ severity: 'info', code: 'link-without-measurement', values: { names: names.join(', ') } });
        }
        return link;
      } catch (error) {
        notify({ severity: 'error', code: 'link-not-made', values: {}, why: whyOf(error) });
        return null;
      }
    },
    exportDesign(format, profile) {
      const { document } = get().designer;
      const designText = designFileText(document);
      return ports.exports.make({ document, designText, format, profile, folder: fileStem(document.name) });
    },
  };
}

/** The design as a file that the app, its links and the headless command read. */
export function designFileText(document: DesignDocument): string {
  return `${exactJson(document, '')}\n`;
}

/** A document that came from outside, known as the preset that it is where it is one. */
export function pointOf(document: DesignDocument): Omit<DesignPoint, 'lineage'> {
  const ids = Object.keys(PRESETS) as PresetId[];
  const presetId = ids.find((id) => isSameValue(PRESETS[id], document)) ?? null;
  return { presetId, document: presetId === null ? document : PRESETS[presetId], saved: null };
}

function codeOf(error: unknown): string {
  if (!isDesignError(error)) return 'link-refused';
  if (error.code === 'unsupported-version') return 'link-newer';
  return error.code.startsWith('link-') ? error.code : 'link-refused';
}
