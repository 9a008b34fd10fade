import { memo, useMemo, useRef, type ReactNode } from 'react';
import {
  selectDesigning,
  selectFace,
  selectFailure,
  selectHeardAs,
  selectHeardPicture,
  selectListening,
  selectPair,
  selectPlaying,
  selectView,
  type DesignDocument,
  type DesignView,
  type HeardAs,
  type Listening,
  type LoudspeakerPair,
  type SlotPicture,
  type StageBeams,
  type SoundstageState,
} from '../../store/index.ts';
import { formatLength } from '../format.ts';
import { Help, Notice, Progress, useLasting } from '../kit/index.ts';
import { helpText, listeningText, stageText } from '../text/index.ts';
import { selectDeviceName } from '../listening/device-name.ts';
import { useSoundstage, useUnhurried } from '../use-soundstage.tsx';
import { DeviceFigure } from './device-figure.tsx';
import { frameStage, stageSpeakers } from './geometry.ts';
import { ListenerFigure, placeHead } from './listener-figure.tsx';
import { sceneOf, type StageWay } from './scene.ts';
import { StageCanvas } from './stage-canvas.tsx';
import { Legend, StageReport } from './stage-report.tsx';
import { PolarGrid, ScaleBar } from './polar-grid.tsx';
import { SeparationFigure } from './separation-figure.tsx';
import { Beams, EarPaths, SpeakerFigure } from './sound-figures.tsx';
import figureStyles from './figures.module.css';
import styles from './stage.module.css';
import { useSize, type Size } from './use-size.ts';
import { later } from '../shell/later.tsx';

const WhyRefused = later(() => import('../shell/reason-text.tsx'));

/** The document that is heard and drawn: the slot's or the designed one, or the edited one until the first design is there. */
export const selectShownDocument = (state: SoundstageState) =>
  selectHeardPicture(state)?.document ?? state.designer.view?.document ?? state.designer.document;

const WAYS: Readonly<Record<HeardAs, StageWay>> = {
  original: 'original',
  matrix: 'original',
  uncancelled: 'original',
  design: 'design',
  other: 'design',
  reference: 'pair',
};

/** What radiates: nothing of a pair at the ears. */
function beamsOf(view: DesignView | null, heardAs: HeardAs, picture: SlotPicture | null): StageBeams | null {
  if (picture !== null) return picture.beams;
  if (view === null || heardAs === 'reference') return null;
  return heardAs === 'design' || heardAs === 'other' ? view.beams : view.originalBeams;
}

/** Device, beams, virtual pair and listener from above, as they are at this moment. */
export function Stage(): ReactNode {
  const canvas = useRef<HTMLDivElement>(null);
  const size = useSize(canvas);
  const working = useLasting(useSoundstage(selectDesigning));
  return (
    <section className={styles.stage} aria-label={stageText.section}>
      <div className={styles.progress}>
        {working && <Progress label={stageText.designing} fraction={null} />}
      </div>
      <div ref={canvas} className={styles.canvas}>
        {size && size.width > 0 && <Drawing size={size} />}
      </div>
      <Corners />
      <StageReport />
      <Refusal />
    </section>
  );
}

function Drawing({ size }: { readonly size: Size }): ReactNode {
  const document = useUnhurried(selectShownDocument);
  const view = useUnhurried(selectView);
  const heardAs = useSoundstage(selectHeardAs);
  const picture = useUnhurried(selectHeardPicture);
  const { kind } = useSoundstage(selectListening);
  const pair = useSoundstage(selectPair);
  const playing = useSoundstage(selectPlaying);
  return <Scene {...{ size, document, view, heardAs, picture, kind, pair, playing }} />;
}

interface SceneProps {
  readonly size: Size;
  readonly document: DesignDocument;
  readonly view: DesignView | null;
  readonly heardAs: HeardAs;
  readonly picture: SlotPicture | null;
  readonly kind: Listening['kind'];
  readonly pair: LoudspeakerPair;
  readonly playing: boolean;
}

const Scene = memo(function Scene(props: SceneProps): ReactNode {
  const { size, document, view, heardAs, picture, kind, pair, playing } = props;
  const headphones = kind === 'headphones';
  const ownPair = kind === 'loudspeakers';
  const frame = useMemo(() => frameStage(document, size.width, size.height), [document, size]);
  const isReference = heardAs === 'reference';
  const speakers = useMemo(() => stageSpeakers(document, frame, isReference), [document, frame, isReference]);
  const head = useMemo(() => placeHead(document, frame), [document, frame]);

  const way = WAYS[heardAs];
  const beams = beamsOf(view, heardAs, picture);
  const scene = useMemo(
    () => sceneOf({ document, frame, head, speakers, way, beams }),
    [document, frame, head, speakers, way, beams],
  );

  const [front, left] = document.listener.positionM;
  const summary = stageText.summary({
    device: ownPair ? listeningText.ownPair(formatLength(pair.spacingM)) : document.name,
    distance: formatLength(Math.hypot(front, left)),
    heardAs,
    virtualAzimuthDeg: document.sides.virtualSpeakerAzimuthDeg,
    headphones,
  });
  return (
    <>
      <svg className={figureStyles.svg} role="img" aria-label={summary} data-playing={playing}>
        <PolarGrid frame={frame} />
        {beams && <Beams beams={beams} frame={frame} />}
        <EarPaths document={document} frame={frame} head={head} speakers={speakers} heardAs={heardAs} />
        <DeviceFigure document={document} frame={frame} heardAs={heardAs} />
        {speakers.map((speaker) => (
          <SpeakerFigure key={speaker.side} speaker={speaker} frame={frame} heardAs={heardAs} />
        ))}
        <ListenerFigure head={head} headphones={headphones} />
        <ScaleBar frame={frame} />
      </svg>
      <StageCanvas scene={scene} />
    </>
  );
});

function Corners(): ReactNode {
  const view = useUnhurried(selectView);
  const heardName = useSoundstage(selectHeardName);
  const heardAs = useSoundstage(selectHeardAs);
  const picture = useUnhurried(selectHeardPicture);
  const playing = useSoundstage(selectPlaying);
  return (
    <>
      <div className={`${styles.corner} ${styles.topLeft}`}>
        <div className={styles.named}>
          <h2 className={styles.title}>{heardName}</h2>
          <Help {...helpText.stage} />
        </div>
        <Legend />
      </div>
      <div className={`${styles.corner} ${styles.topRight}`}>
        <p className={styles.caption}>{stageText.above}</p>
        <p className={styles.caption}>{view ? stageText.beamsNote : stageText.waiting}</p>
        {playing && <p className={styles.caption}>{stageText.imageNote}</p>}
      </div>
      <div className={`${styles.corner} ${styles.bottomRight}`}>
        {view && <SeparationFigure view={view} picture={picture} heardAs={heardAs} />}
      </div>
    </>
  );
}

const selectHeardName = (state: SoundstageState): string =>
  state.designer.listening.kind === 'loudspeakers' ? listeningText.ownPairName : selectDeviceName(state);

/** While what was edited cannot be designed: what is wrong, and what is heard instead. */
function Refusal(): ReactNode {
  const failure = useSoundstage(selectFailure);
  const heard = useSoundstage(selectView) !== null;
  const face = useSoundstage(selectFace);
  // The designer says it beside the field itself.
  if (!failure || face === 'design') return null;
  return (
    <div className={styles.refused}>
      <Notice severity="warning" title={stageText.refused}>
        <WhyRefused reason={failure.said} />
        {heard && <p>{stageText.refusedNote}</p>}
      </Notice>
    </div>
  );
}
