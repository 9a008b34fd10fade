import { useId, useMemo, useRef, type ReactNode } from 'react';
import { Button } from '../../kit/index.ts';
import { frameOf, isInside, pointAt } from '../../plots/plot-frame.ts';
import type { PlotFrame } from '../../plots/plot-frame.ts';
import type { PlotFigure, PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { designerText } from '../../text/designer.ts';
import { FigureFrame } from './figure-frame.tsx';
import styles from './plot.module.css';
import { usePlotTheme } from './plot-theme.ts';
import { saveText, saveUrl } from './save-file.ts';
import { useElementWidth } from './use-element-width.ts';
import { usePlotly, type DrawnPlot } from './use-plotly.ts';
import { useRoomHeight } from './use-room-height.ts';

export interface PlotProps {
  readonly title: string;
  /** The figures that matter, in words: what the plot says to who does not see it. */
  readonly caption: string;
  /** Data to figure; keep it the same function while the data is the same. */
  readonly build: (theme: PlotTheme, room: PlotRoom) => PlotFigure;
  readonly csv: () => string;
  /** Without its ending. */
  readonly fileName: string;
  /** What the colours and dashes mean, beside the title. */
  readonly legend?: ReactNode;
  /** How the data are shown, in a row of their own. */
  readonly options?: ReactNode;
  /** Controls of the view, beside the title. */
  readonly controls?: ReactNode;
  /** Tallest the figure may become, px; the window may leave less. */
  readonly mostHeightPx?: number;
  /** A press between the axes that dragged nothing, px from the plot's corner. */
  readonly onPress?: (frame: PlotFrame, x: number, y: number) => void;
  /** What is laid over the axes, e.g. handles to drag. */
  readonly overlay?: (frame: PlotFrame) => ReactNode;
  /** A double click between the axes; without it, that shows the whole range again. */
  readonly onDoubleClick?: (at: { readonly frequencyHz: number; readonly level: number }) => void;
  /** More words under the caption. */
  readonly notes?: ReactNode;
}

/** A pointer that moves less than this was pressed, not dragged. */
const DRAGGED_PX = 4;

const text = designerText.plot;

/** A figure with its title, controls, exports and caption. */
export function Plot(props: PlotProps): ReactNode {
  const { build, mostHeightPx = Infinity } = props;
  const heightPx = Math.min(mostHeightPx, useRoomHeight());
  const [box, widthPx] = useElementWidth<HTMLDivElement>();
  const theme = usePlotTheme();
  const figure = useMemo(
    () => (widthPx > 0 ? build(theme, { widthPx, heightPx }) : null),
    [build, theme, widthPx, heightPx],
  );
  const drawing = useRef<HTMLDivElement>(null);
  const sketch = useRef<HTMLCanvasElement>(null);
  const pressedAt = useRef({ x: 0, y: 0 });
  const { onDoubleClick } = props;
  const plot = usePlotly(
    { element: drawing, sketch },
    figure,
    onDoubleClick &&
      ((zoom) => {
        const { x, y } = pressedAt.current;
        if (figure) onDoubleClick(pointAt(frameOf(figure, zoom), x, y));
      }),
  );
  const captionId = useId();
  const isZoomed = Object.keys(plot.zoom).length > 0;
  const savePicture = async (format: 'png' | 'svg'): Promise<void> => {
    const url = await plot.picture(format, props.title);
    if (url) saveUrl(url, `${props.fileName}.${format}`);
  };
  return (
    <FigureFrame
      title={props.title}
      caption={props.caption}
      captionId={captionId}
      legend={props.legend}
      controls={props.controls}
      options={props.options}
      onResetZoom={isZoomed ? plot.resetZoom : undefined}
      notes={props.notes}
      saves={{
        png: () => void savePicture('png'),
        svg: () => void savePicture('svg'),
        csv: () => saveText(props.csv(), `${props.fileName}.csv`, 'text/csv'),
      }}
    >
      <div
        ref={box}
        className={styles.box}
        style={{ height: figure?.layout.height }}
        onPointerDownCapture={({ currentTarget, clientX, clientY }) => {
          const { left, top } = currentTarget.getBoundingClientRect();
          pressedAt.current = { x: clientX - left, y: clientY - top };
        }}
      >
        <div
          ref={drawing}
          onClick={(event) => {
            if (!figure || !props.onPress) return;
            const { left, top } = event.currentTarget.getBoundingClientRect();
            const at = { x: event.clientX - left, y: event.clientY - top };
            const frame = frameOf(figure, plot.zoom);
            const draggedPx = Math.hypot(at.x - pressedAt.current.x, at.y - pressedAt.current.y);
            if (draggedPx < DRAGGED_PX && isInside(frame, at)) props.onPress(frame, at.x, at.y);
          }}
          className={styles.drawing}
          role="img"
          aria-label={props.title}
          aria-describedby={captionId}
        />
        {figure?.sketch && <canvas ref={sketch} hidden aria-hidden className={styles.sketch} />}
        {figure && plot.state === 'drawn' && props.overlay?.(frameOf(figure, plot.zoom))}
        {plot.state !== 'drawn' && <Waiting plot={plot} />}
      </div>
    </FigureFrame>
  );
}

function Waiting({ plot }: { readonly plot: DrawnPlot }): ReactNode {
  return (
    <div className={styles.waiting}>
      {plot.state === 'loading' ? (
        <p>{text.loading}</p>
      ) : (
        <>
          <p role="alert">{text.failed}</p>
          <Button size="small" onClick={plot.retry}>
            {text.retry}
          </Button>
        </>
      )}
    </div>
  );
}
