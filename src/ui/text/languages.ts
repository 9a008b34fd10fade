import { setLanguage, type Language } from './language.ts';

/**
 * The languages besides English, each fetched when it is asked for. While English is the only one that is spoken, nothing
 * on the page offers a choice: the pseudo-language is for whoever works on the page, by `?lang=qps` alone.
 */
const LANGUAGES: Readonly<Record<string, () => Promise<Language>>> = {
  qps: () => import('./pseudo.ts').then(({ pseudo }) => pseudo),
};
const UNSPOKEN = ['qps'];

const KEPT = 'soundstage-language';

export interface Wishes {
  /** In the address. */
  readonly asked: string | null;
  /** From an earlier visit. */
  readonly kept: string | null;
  /** What the browser was told, the best liked first. */
  readonly liked: readonly string[];
}

/** The language that is there and wanted most; English where none is. */
export function languageFor(wishes: Wishes, there: readonly string[] = Object.keys(LANGUAGES)): string {
  const spoken = there.filter((tag) => !UNSPOKEN.includes(tag));
  const liked = wishes.liked.map((tag) => among(spoken, tag)).find((tag) => tag !== undefined);
  return among(there, wishes.asked) ?? among(spoken, wishes.kept) ?? liked ?? 'en';
}

/** By its first subtag: 'de' for 'de-AT'. */
function among(tags: readonly string[], tag: string | null): string | undefined {
  const first = tag?.toLowerCase().split('-')[0];
  return ['en', ...tags].find((one) => one === first);
}

/** Sets the language of this visit. @returns null where it is English, for which nothing has to be fetched */
export function beginLanguage(page: Window): Promise<void> | null {
  const asked = new URLSearchParams(page.location.search).get('lang');
  const tag = languageFor({ asked, kept: kept(page), liked: page.navigator.languages });
  if (asked !== null && asked.startsWith(tag) && !UNSPOKEN.includes(tag)) keep(page, tag);
  const load = LANGUAGES[tag];
  if (load === undefined) return null;
  return load().then(
    (language) => {
      setLanguage(language);
      const { documentElement } = page.document;
      documentElement.lang = language.tag;
      documentElement.dir = language.direction;
    },
    // Without its words the page is there in English.
    () => undefined,
  );
}

function kept(page: Window): string | null {
  try {
    return page.localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(page: Window, tag: string): void {
  try {
    page.localStorage.setItem(KEPT, tag);
  } catch {
    // A browser that keeps nothing is asked by the address again.
  }
}
