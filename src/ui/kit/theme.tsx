import {
  createContext,
  useContext,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

export type ResolvedTheme = 'light' | 'dark';

const ThemeContext = createContext<ResolvedTheme>('light');
const DARK_QUERY = '(prefers-color-scheme: dark)';

function subscribeToSystem(onChange: () => void): () => void {
  const query = window.matchMedia(DARK_QUERY);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Puts the theme on the document, following the system where asked to, and tells everything below which one it is. */
export function ThemeProvider(props: {
  readonly theme: 'system' | ResolvedTheme;
  readonly children: ReactNode;
}): ReactNode {
  const systemDark = useSyncExternalStore(subscribeToSystem, () => window.matchMedia(DARK_QUERY).matches);
  const resolved = props.theme === 'system' ? (systemDark ? 'dark' : 'light') : props.theme;
  // Before paint, and before the effects below that read the colours.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = resolved;
  }, [resolved]);
  return <ThemeContext value={resolved}>{props.children}</ThemeContext>;
}

export function useTheme(): ResolvedTheme {
  return useContext(ThemeContext);
}

/** The theme's colours as plain values, for what CSS does not reach: canvases and plots. */
export interface ThemeColours {
  readonly ground: string;
  readonly panel: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly left: string;
  readonly right: string;
  readonly centre: string;
  readonly natural: string;
  readonly reference: string;
  readonly danger: string;
  readonly warning: string;
  readonly fontFamily: string;
}

const TOKEN_OF: Readonly<Record<keyof ThemeColours, string>> = {
  ground: '--ground',
  panel: '--panel',
  raised: '--raised',
  sunken: '--sunken',
  line: '--line',
  lineStrong: '--line-strong',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  accent: '--accent',
  left: '--signal-left',
  right: '--signal-right',
  centre: '--signal-centre',
  natural: '--signal-natural',
  reference: '--signal-reference',
  danger: '--danger',
  warning: '--warning',
  fontFamily: '--font-sans',
};

function readColours(theme: ResolvedTheme): ThemeColours {
  const root = document.documentElement;
  // A child's render comes before the provider's layout effect: make sure the right set is read.
  root.dataset.theme = theme;
  const style = getComputedStyle(root);
  const read = (token: string): string => style.getPropertyValue(token).trim();
  return Object.fromEntries(
    Object.entries(TOKEN_OF).map(([name, token]) => [name, read(token)]),
  ) as unknown as ThemeColours;
}

/** Colours of the theme that is shown; a new object when the theme changes. */
export function useThemeColours(): ThemeColours {
  const theme = useTheme();
  return useMemo(() => readColours(theme), [theme]);
}
