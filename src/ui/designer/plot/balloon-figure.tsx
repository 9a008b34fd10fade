import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Minus, Plus } from 'lucide-react';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { IconButton, SegmentedControl } from '../../kit/index.ts';
import { faceAt, VIEWS, type BalloonView, type SphereLevels } from '../../plots/balloon-mesh.ts';
import { balloonPicture, type BalloonLook, type BalloonPicture } from '../../plots/balloon-scene.ts';
import { paintScene, sceneSvg } from '../../plots/scene.ts';
import { designerText } from '../../text/designer.ts';
import styles from './balloon-figure.module.css';
import { FigureFrame } from './figure-frame.tsx';
import { usePlotTheme } from './plot-theme.ts';
import { pngOfSvg, saveText, saveUrl } from './save-file.ts';
import { useElementWidth } from './use-element-width.ts';
import { useRoomHeight } from './use-room-height.ts';

const text = designerText.balloon;
type ViewName = keyof typeof VIEWS;
const STEP_DEG = 5;
const ZOOM_STEP = 1.2;
const ZOOM = { min: 0.5, max: 5 };
const DEGREES_PER_PX = 0.5;

/** To the right, upwards, and nearer, in steps. */
const STEPS_OF_KEY: Readonly<Record<string, readonly [number, number, number]>> = {
  ArrowRight: [1, 0, 0],
  ArrowLeft: [-1, 0, 0],
  ArrowUp: [0, 1, 0],
  ArrowDown: [0, -1, 0],
  '+': [0, 0, 1],
  '=': [0, 0, 1],
  '-': [0, 0, -1],
};

function moved(view: BalloonView, turnDeg: number, tiltDeg: number, nearer: number): BalloonView {
  return {
    turnDeg: ((((view.turnDeg + turnDeg + 180) % 360) + 360) % 360) - 180,
    tiltDeg: Math.min(90, Math.max(-90, view.tiltDeg + tiltDeg)),
    zoom: Math.min(ZOOM.max, Math.max(ZOOM.min, view.zoom * ZOOM_STEP ** nearer)),
  };
}

/** Levels all around as a solid that is turned by the pointer, by the arrow keys and by its buttons. */
export function BalloonFigure(props: {
  readonly title: string;
  readonly caption: string;
  readonly captionId: string;
  readonly levels: SphereLevels;
  readonly look: BalloonLook;
  readonly csv: () => string;
  readonly fileName: string;
}): ReactNode {
  const { levels, look, title, fileName } = props;
  const [view, setView] = useState<BalloonView>(VIEWS.audience);
  const [box, widthPx] = useElementWidth<HTMLDivElement>();
  const heightPx = useRoomHeight();
  const theme = usePlotTheme();
  const picture = useMemo(
    () => (widthPx > 0 ? balloonPicture(levels, look, view, theme, { widthPx, heightPx }) : null),
    [levels, look, view, theme, widthPx, heightPx],
  );
  const named = (Object.keys(VIEWS) as ViewName[]).find((name) => isSame(VIEWS[name], view));
  const svg = (): string => (picture ? sceneSvg(picture.scene, title) : '');
  const savePng = async (): Promise<void> => saveUrl(await pngOfSvg(svg()), `${fileName}.png`);
  const turn = (steps: readonly [number, number, number]): void =>
    setView((before) => moved(before, steps[0] * STEP_DEG, steps[1] * STEP_DEG, steps[2]));
  return (
    <FigureFrame
      title={title}
      caption={props.caption}
      captionId={props.captionId}
      controls={
        <SegmentedControl
          label={text.views}
          size="small"
          value={named ?? ('' as ViewName)}
          segments={(Object.keys(VIEWS) as ViewName[]).map((value) => ({
            value,
            label: text.viewNames[value],
          }))}
          onChange={(name) => setView(VIEWS[name])}
        />
      }
      saves={{
        png: () => void savePng(),
        svg: () => saveText(svg(), `${fileName}.svg`, 'image/svg+xml'),
        csv: () => saveText(props.csv(), `${fileName}.csv`, 'text/csv'),
      }}
    >
      <div ref={box} className={styles.box}>
        {picture && (
          <Solid picture={picture} label={title} captionId={props.captionId} onTurn={turn} onView={setView} />
        )}
        <TurnButtons onTurn={turn} />
      </div>
    </FigureFrame>
  );
}

function isSame(one: BalloonView, other: BalloonView): boolean {
  return one.turnDeg === other.turnDeg && one.tiltDeg === other.tiltDeg && one.zoom === other.zoom;
}

interface SolidProps {
  readonly picture: BalloonPicture;
  readonly label: string;
  readonly captionId: string;
  readonly onTurn: (steps: readonly [number, number, number]) => void;
  readonly onView: (next: (view: BalloonView) => BalloonView) => void;
}

/** The drawing itself: dragged to turn it, read under the pointer. */
function Solid({ picture, label, captionId, onTurn, onView }: SolidProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const grabbed = useRef<{ x: number; y: number } | null>(null);
  const [pointed, setPointed] = useState<{ x: number; y: number } | null>(null);
  const { scene, faces, toSeen } = picture;
  useEffect(() => {
    const sharpness = window.devicePixelRatio || 1;
    const brush = canvas.current?.getContext('2d');
    if (!canvas.current || !brush) return;
    canvas.current.width = scene.widthPx * sharpness;
    canvas.current.height = scene.heightPx * sharpness;
    brush.scale(sharpness, sharpness);
    paintScene(scene, brush);
  }, [scene]);
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const from = grabbed.current;
    if (!from) {
      const { left, top } = event.currentTarget.getBoundingClientRect();
      setPointed({ x: event.clientX - left, y: event.clientY - top });
      return;
    }
    grabbed.current = { x: event.clientX, y: event.clientY };
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    onView((view) => moved(view, dx * DEGREES_PER_PX, dy * DEGREES_PER_PX, 0));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    grabbed.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.setPointerCapture(event.pointerId);
    setPointed(null);
  };
  const letGo = (): void => {
    grabbed.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = STEPS_OF_KEY[event.key];
    if (!steps) return;
    onTurn(steps);
    event.preventDefault();
    event.stopPropagation();
  };
  const face = pointed && faceAt(faces, ...toSeen(pointed.x, pointed.y));
  return (
    <div
      role="application"
      tabIndex={0}
      aria-label={text.turnable(label)}
      className={styles.solid}
      style={{ height: scene.heightPx }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={onKeyDown}
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        aria-describedby={captionId}
        style={{ width: scene.widthPx, height: scene.heightPx }}
      />
      <p className={styles.reading}>
        {face ? text.reading(face.azimuthDeg, face.elevationDeg, face.levelDb) : text.hint}
      </p>
    </div>
  );
}

function TurnButtons({ onTurn }: Pick<SolidProps, 'onTurn'>): ReactNode {
  const buttons = [
    { name: text.turns.left, Icon: ArrowLeft, steps: [-3, 0, 0] },
    { name: text.turns.right, Icon: ArrowRight, steps: [3, 0, 0] },
    { name: text.turns.up, Icon: ArrowUp, steps: [0, 3, 0] },
    { name: text.turns.down, Icon: ArrowDown, steps: [0, -3, 0] },
    { name: text.turns.nearer, Icon: Plus, steps: [0, 0, 1] },
    { name: text.turns.farther, Icon: Minus, steps: [0, 0, -1] },
  ] as const;
  return (
    <div className={styles.turns}>
      {buttons.map(({ name, Icon, steps }) => (
        <IconButton key={name} label={name} variant="quiet" size="small" onClick={() => onTurn(steps)}>
          <Icon size={15} aria-hidden />
        </IconButton>
      ))}
    </div>
  );
}
