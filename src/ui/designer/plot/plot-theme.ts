import { useMemo } from 'react';
import { useThemeColours } from '../../kit/index.ts';
import { withAlpha } from '../../plots/plot-figure.ts';
import type { PlotTheme } from '../../plots/plot-figure.ts';

/** The page's colours as plots use them. */
export function usePlotTheme(): PlotTheme {
  const colours = useThemeColours();
  return useMemo(
    () => ({
      paper: colours.panel,
      ground: colours.raised,
      ink: colours.ink,
      muted: colours.ink2,
      grid: withAlpha(colours.lineStrong, 0.42),
      gridMinor: withAlpha(colours.lineStrong, 0.16),
      left: colours.left,
      right: colours.right,
      centre: colours.centre,
      natural: colours.natural,
      reference: colours.reference,
      warning: colours.warning,
      fontFamily: colours.fontFamily,
    }),
    [colours],
  );
}
