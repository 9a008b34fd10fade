import type { ReactNode } from 'react';
import type { Picture } from '../../../store/index.ts';
import { selectPictureCancelled, selectPictureProgress } from '../../../store/selectors.ts';
import { Button, Select } from '../../kit/index.ts';
import { analysisText as text } from '../../text/analysis.ts';
import { designHelpText } from '../../text/design-help.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { optionsOf } from '../options.ts';
import optionStyles from '../plot/options.module.css';
import { DrawingPlace } from '../plot/drawing-place.tsx';
import { usePicture } from '../use-picture.ts';
import styles from './analysis.module.css';
import { BalloonPlot } from './balloon-plot.tsx';
import { requestOf, type AnalysisChoice, type AnalysisKind, type Choosing } from './choice.ts';
import { Cta2034Plot, DirectivityFiguresPlot, MismatchPlot } from './curve-pictures.tsx';
import { FiltersPlot } from './filters-plot.tsx';
import { ComparisonPlot, PolarMapPlot } from './map-pictures.tsx';
import { PairPlot } from './pair-picture.tsx';
import { PictureOptions } from './picture-options.tsx';
import { SlicesPlot } from './slices-plot.tsx';

const KINDS = optionsOf<AnalysisKind>(text.pictures);

/** Pictures of the design that plays, drawn while they are looked at. */
export function AnalysisTab({ choice, onChoose }: Choosing): ReactNode {
  const picture = usePicture(requestOf(choice));
  const progress = useSoundstage(selectPictureProgress);
  const { cancelPicture } = useActions();
  return (
    <div className={styles.analysis}>
      <div className={optionStyles.options}>
        <Select
          label={text.picture}
          help={designHelpText.pictures[choice.kind]}
          value={choice.kind}
          options={KINDS}
          onChange={(kind) => onChoose({ ...choice, kind })}
        />
        <PictureOptions choice={choice} onChoose={onChoose} />
      </div>
      <Cancelled choice={choice} />
      <DrawingPlace label={text.drawing} progress={progress} onCancel={cancelPicture} waiting={text.waiting}>
        {picture && <Drawn picture={picture} choice={choice} />}
      </DrawingPlace>
    </div>
  );
}

/** Said where the listener gave up what was being drawn. */
function Cancelled({ choice }: { readonly choice: AnalysisChoice }): ReactNode {
  const { look } = useActions();
  const isCancelled = useSoundstage(selectPictureCancelled);
  return (
    <div role="status">
      {isCancelled && (
        <p className={styles.cancelled}>
          {text.cancelled}
          <Button size="small" onClick={() => look(requestOf(choice))}>
            {text.drawAgain}
          </Button>
        </p>
      )}
    </div>
  );
}

function Drawn({
  picture,
  choice,
}: {
  readonly picture: Extract<Picture, { kind: AnalysisKind }>;
  readonly choice: AnalysisChoice;
}): ReactNode {
  switch (picture.kind) {
    case 'filters':
      return <FiltersPlot picture={picture} choice={choice} />;
    case 'directivity':
      return <DirectivityFiguresPlot picture={picture} choice={choice} />;
    case 'cta2034':
      return <Cta2034Plot picture={picture} choice={choice} />;
    case 'map':
      return <PolarMapPlot picture={picture} choice={choice} />;
    case 'slices':
      return <SlicesPlot picture={picture} choice={choice} />;
    case 'balloon':
      return <BalloonPlot picture={picture} choice={choice} />;
    case 'pair':
      return <PairPlot picture={picture} choice={choice} />;
    case 'comparison':
      return <ComparisonPlot picture={picture} choice={choice} />;
    case 'mismatch':
      return <MismatchPlot picture={picture} choice={choice} />;
  }
}
