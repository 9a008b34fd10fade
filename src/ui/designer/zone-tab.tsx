import { useCallback, useMemo, type ReactNode } from 'react';
import type { DesignView, ZoneMap } from '../../store/index.ts';
import { selectZone, selectZoneProgress, selectZoneThresholdDb } from '../../store/selectors.ts';
import { Progress, Slider, useLasting } from '../kit/index.ts';
import { zoneCsv } from '../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../plots/plot-figure.ts';
import { zoneFigure } from '../plots/zone-figure.ts';
import { separationAt, zoneWidthM } from '../plots/zone-readings.ts';
import { designerText, zoneCaption } from '../text/designer.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { HeadOffsets } from './head-offsets.tsx';
import { ListenerFields } from './listener-fields.tsx';
import { Plot } from './plot/plot.tsx';
import { useEditing } from './use-editing.ts';
import { ControlGroup, Workbench } from './workbench.tsx';
import styles from './zone-tab.module.css';
import { zoneScene } from './zone-scene.ts';

const text = designerText.zone;
const THRESHOLD_DB = { min: 3, max: 30, step: 1 };

/** Where in the room the separation holds. */
export function ZoneTab({ view }: { readonly view: DesignView | null }): ReactNode {
  const zone = useSoundstage(selectZone);
  const progress = useSoundstage(selectZoneProgress);
  const thresholdDb = useSoundstage(selectZoneThresholdDb);
  const { setZoneThresholdDb } = useActions();
  const editing = useEditing();
  const isLong = useLasting(progress !== null);
  return (
    <Workbench
      plot={
        <div className={styles.map}>
          <div className={styles.progress}>
            {isLong && <Progress label={text.progress} fraction={progress} />}
          </div>
          {zone && view ? (
            <ZonePlot zone={zone} view={view} />
          ) : (
            <p className={styles.waiting}>{text.waiting}</p>
          )}
        </div>
      }
    >
      <ControlGroup title={text.threshold} hint={text.area}>
        <Slider
          label={text.threshold}
          {...THRESHOLD_DB}
          unit="dB"
          value={thresholdDb}
          onChange={setZoneThresholdDb}
        />
      </ControlGroup>
      <HeadOffsets {...editing} />
      <ListenerFields {...editing} />
    </Workbench>
  );
}

function ZonePlot({ zone, view }: { readonly zone: ZoneMap; readonly view: DesignView }): ReactNode {
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => zoneFigure(zone, zoneScene(view.document), theme, room),
    [zone, view.document],
  );
  const caption = useMemo(() => {
    const [frontM, leftM] = view.document.listener.positionM;
    const widthM = zoneWidthM(zone, frontM, leftM);
    return zoneCaption(zone.areaM2, zone.thresholdDb, separationAt(zone, frontM, leftM), widthM);
  }, [zone, view.document]);
  return (
    <Plot
      title={text.title(zone.areaM2, zone.thresholdDb)}
      caption={caption}
      build={build}
      csv={() => zoneCsv(zone)}
      fileName="listening-zone"
      mostHeightPx={620}
    />
  );
}
