import { gainDbAt, isAsDesigned, type Amounts, type DesignDocument } from '../../store/index.ts';
import { formatFixed, formatList, formatNumber, formatSignedDb } from '../format.ts';
import { amountsText } from '../text/index.ts';

const percent = (share: number): string => String(Math.round(100 * share));
const degrees = (azimuthDeg: number): string => formatNumber(azimuthDeg, 1);

/** What an amount technically is, of a design. @param heardBeam whether what is listened to has one */
export function technicalWords(
  amounts: Amounts,
  document: DesignDocument,
  heardBeam: boolean,
): Readonly<Record<keyof Amounts, string>> {
  const { sides } = document;
  const { centreDb, widthDeg, cancellation, presence } = amountsText;
  const designedDeg = sides.virtualSpeakerAzimuthDeg;
  const heardDeg = amounts.widthDeg ?? designedDeg;
  const target = sides.cancellation?.targetGainDb;
  return {
    centreDb: amounts.centreDb === 0 ? centreDb.same : centreDb.technical(formatSignedDb(amounts.centreDb)),
    widthDeg: !target
      ? widthDeg.away
      : heardDeg === null
        ? widthDeg.none
        : widthDeg.technical(degrees(heardDeg), designedDeg === null ? null : degrees(designedDeg)),
    cancellation: !target
      ? cancellation.away
      : amounts.cancellation === 0
        ? cancellation.natural
        : cancellation.technical(
            percent(amounts.cancellation),
            formatFixed(amounts.cancellation * gainDbAt(target, 1000), 1),
          ),
    presence: heardBeam
      ? presence.technical(percent(amounts.presence), percent(1 - amounts.presence))
      : presence.away,
  };
}

/** Which amounts are other than designed, in one phrase; null where none is. */
export function changedWords(amounts: Amounts): string | null {
  if (isAsDesigned(amounts)) return null;
  const { parts } = amountsText.notice;
  const words = [
    amounts.centreDb !== 0 && parts.centreDb(formatSignedDb(amounts.centreDb)),
    amounts.widthDeg !== null && parts.widthDeg(degrees(amounts.widthDeg)),
    amounts.cancellation !== 1 && parts.cancellation(percent(amounts.cancellation)),
    amounts.presence !== 1 && parts.presence(percent(amounts.presence)),
  ].filter((part) => part !== false);
  return formatList(words);
}
