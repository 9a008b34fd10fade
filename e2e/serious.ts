/** What axe finds serious or critical on a page: what keeps a person from using it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** Serious, though no rule of WCAG. */
const BESIDE = ['accesskeys', 'aria-dialog-name', 'aria-text', 'label-title-only', 'tabindex'];

/**
 * @param within a selector of what is looked at; the whole page without one
 * @param rules these alone, by name
 * @returns each with the rule and where it is broken
 */
export async function serious(
  page: Page,
  { within, rules }: { readonly within?: string | undefined; readonly rules?: readonly string[] } = {},
): Promise<string[]> {
  // There are no frames: without a second page that would put their results together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(rules
      ? { runOnly: { type: 'rule', values: [...rules] } }
      : {
          runOnly: { type: 'tag', values: TAGS },
          rules: Object.fromEntries(BESIDE.map((name) => [name, { enabled: true }])),
        }),
  });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
