import { useMemo, type ReactNode } from 'react';
import type { PictureOf } from '../../../store/index.ts';
import { selectHeard } from '../../../store/selectors.ts';
import { analysisText } from '../../text/analysis.ts';
import { measuredText, withOrigin } from '../../text/measured.ts';
import { useSoundstage } from '../../use-soundstage.tsx';
import { HeadWords } from '../heads/head-group.tsx';
import { useHeadName } from '../heads/use-heard.ts';
import type { AnalysisChoice } from './choice.ts';
import { CurvePlot } from '../plot/curve-plot.tsx';
import { pairSet } from './pair-set.ts';

const text = analysisText.pair;

/** What the left channel is at the ears, beside the loudspeaker it stands for and the original; on the model and, dashed, on a head. */
export function PairPlot(props: {
  readonly picture: PictureOf<'pair'>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  const { data, document } = props.picture;
  const { pair: quantity, smoothing } = props.choice;
  const heard = useSoundstage(selectHeard);
  const name = useHeadName();
  const set = useMemo(() => {
    const onHead = heard && name !== null ? { name, pair: heard.pair } : null;
    return pairSet(data, quantity, onHead, document.plant !== undefined);
  }, [data, document, heard, name, quantity]);
  return (
    <>
      <CurvePlot
        title={document.plant ? measuredText.inPlace(text.titles[quantity]) : text.titles[quantity]}
        caption={withOrigin(text.captions[quantity], document, 'ears')}
        fileName={`virtual-pair-${quantity}`}
        set={set}
        smoothing={smoothing}
      />
      {name !== null && <HeadWords />}
    </>
  );
}
