import { useId, useMemo, type ReactNode } from 'react';
import type { PictureOf } from '../../../store/index.ts';
import { sphereCsv } from '../../plots/exports.ts';
import { analysisText } from '../../text/analysis.ts';
import { withOrigin } from '../../text/measured.ts';
import { BalloonFigure } from '../plot/balloon-figure.tsx';
import type { AnalysisChoice } from './choice.ts';
import { sourceName } from './curve-pictures.tsx';

const text = analysisText.balloon;

/** Level in every direction at one frequency, to be turned. */
export function BalloonPlot(props: {
  readonly picture: PictureOf<'balloon'>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  const { data, request, document } = props.picture;
  const { floor, colourMap } = props.choice.look;
  const captionId = useId();
  const look = useMemo(
    () => ({ zeroDb: data.axisDb, floorDb: Number(floor), colourMap }),
    [data, floor, colourMap],
  );
  return (
    <BalloonFigure
      title={text.title(sourceName(request.source, document.device.drivers), request.frequencyHz)}
      caption={withOrigin(text.caption(analysisText.bandInWords[request.band], data), document, 'radiation')}
      captionId={captionId}
      levels={data}
      look={look}
      csv={() => sphereCsv(data, data.axisDb)}
      fileName="balloon"
    />
  );
}
