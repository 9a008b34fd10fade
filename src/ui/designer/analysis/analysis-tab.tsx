import { useEffect, useMemo, type ReactNode } from 'react';
import type { Picture, PictureKind } from '../../../store/index.ts';
import { selectPicture, selectPictureProgress } from '../../../store/selectors.ts';
import { Progress, Select, useLasting } from '../../kit/index.ts';
import { analysisText as text } from '../../text/analysis.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import styles from './analysis.module.css';
import { requestOf, type AnalysisChoice } from './choice.ts';
import { Cta2034Plot, DirectivityFiguresPlot, MismatchPlot, PairPlot } from './curve-pictures.tsx';
import { FiltersPlot } from './filters-plot.tsx';
import { ComparisonPlot, PolarMapPlot } from './map-pictures.tsx';
import { optionsOf } from './options.ts';
import { PictureOptions } from './picture-options.tsx';

const KINDS = optionsOf<PictureKind>(text.pictures);

export interface Choosing {
  readonly choice: AnalysisChoice;
  readonly onChoose: (choice: AnalysisChoice) => void;
}

/** Pictures of the design that plays, drawn while they are looked at. */
export function AnalysisTab({ choice, onChoose }: Choosing): ReactNode {
  const picture = usePicture(choice);
  const isLong = useLasting(useSoundstage(selectPictureProgress) !== null);
  const progress = useSoundstage(selectPictureProgress);
  return (
    <div className={styles.analysis}>
      <div className={styles.options}>
        <Select
          label={text.picture}
          value={choice.kind}
          options={KINDS}
          onChange={(kind) => onChoose({ ...choice, kind })}
        />
        <PictureOptions choice={choice} onChoose={onChoose} />
      </div>
      <div className={styles.progress}>{isLong && <Progress label={text.drawing} fraction={progress} />}</div>
      {picture ? (
        <Drawn picture={picture} choice={choice} />
      ) : (
        <p className={styles.waiting}>{text.waiting}</p>
      )}
    </div>
  );
}

function Drawn({
  picture,
  choice,
}: {
  readonly picture: Picture;
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
      return <PolarMapPlot picture={picture} />;
    case 'pair':
      return <PairPlot picture={picture} choice={choice} />;
    case 'comparison':
      return <ComparisonPlot picture={picture} choice={choice} />;
    case 'mismatch':
      return <MismatchPlot picture={picture} choice={choice} />;
  }
}

/** The picture of what is chosen; null until there is one of its kind. Until a newer one is drawn the older one stays. */
function usePicture(choice: AnalysisChoice): Picture | null {
  const { look } = useActions();
  const key = JSON.stringify(requestOf(choice));
  const request = useMemo(() => JSON.parse(key) as ReturnType<typeof requestOf>, [key]);
  useEffect(() => look(request), [look, request]);
  useEffect(() => () => look(null), [look]);
  const picture = useSoundstage(selectPicture);
  return picture?.kind === choice.kind ? picture : null;
}
