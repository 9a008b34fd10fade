import { outputsText } from '../text/index.ts';
import { formatNumber } from '../format.ts';

export function centimetres(metres: number): string {
  return formatNumber(100 * metres, 0);
}

/** How far beside the middle a head is, and where; null where it is there. @param offsetM to the audience's left */
export function besideWords(offsetM: number): string | null {
  const side = offsetM > 0 ? 'left' : 'right';
  return offsetM === 0 ? null : outputsText.spot.beside(centimetres(Math.abs(offsetM)), side);
}
