import { RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  selectDesigning,
  selectFailure,
  selectPresetId,
  selectView,
  selectZone,
  selectZoneThresholds,
} from '../../store/selectors.ts';
import { DesignBar } from '../designs/design-bar.tsx';
import { Button, Notice, Progress, Tabs, useLasting } from '../kit/index.ts';
import { designerText as text } from '../text/designer.ts';
import { useActions, useSoundstage, useUnhurried } from '../use-soundstage.tsx';
import { AnalysisTab } from './analysis/analysis-tab.tsx';
import { FIRST_CHOICE } from './analysis/choice.ts';
import { BeamTab } from './beam-tab.tsx';
import { CancellationTab } from './cancellation-tab.tsx';
import { CompareTab } from './compare/compare-tab.tsx';
import { DepthTab } from './depth/depth-tab.tsx';
import { DesignFigures } from './design-figures.tsx';
import styles from './designer.module.css';
import { DeviceTab } from './device-tab.tsx';
import { AmountsNotice } from './amounts-notice.tsx';
import { MeasuredNotice } from './measurements/measured-notice.tsx';
import { OwnPairNotice } from './own-pair-notice.tsx';
import { FIRST_ZONE_CHOICE, ZoneTab } from './zone/zone-tab.tsx';
import { reasonWords } from '../text/refusals.ts';

type TabValue = keyof typeof text.tabs;

/** The design of what plays: its parts as plots with their controls, and its figures. Every edit is designed and heard at once. */
export function Designer(): ReactNode {
  const [tab, setTab] = useState<TabValue>('cancellation');
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [zoneChoice, setZoneChoice] = useState(FIRST_ZONE_CHOICE);
  const contents: Readonly<Record<TabValue, ReactNode>> = {
    device: <DeviceTab />,
    cancellation: <CancellationTab choice={choice} onChoose={setChoice} />,
    beam: <BeamTab choice={choice} onChoose={setChoice} />,
    zone: <ZoneTab choice={zoneChoice} onChoose={setZoneChoice} />,
    depth: <DepthTab />,
    analysis: <AnalysisTab choice={choice} onChoose={setChoice} />,
    compare: <CompareTab />,
  };
  const items = (Object.keys(contents) as TabValue[]).map((value) => ({
    value,
    label: text.tabs[value],
    content: contents[value],
  }));
  return (
    <section className={styles.designer} aria-label={text.title}>
      <DesigningProgress />
      <DesignBar />
      <OwnPairNotice />
      <AmountsNotice />
      <MeasuredNotice />
      <FailureSummary />
      <Figures />
      <div className={styles.tabs}>
        <Tabs label={text.tabsLabel} value={tab} onChange={setTab} items={items} />
        <ResetButton />
      </div>
    </section>
  );
}

export default Designer;

function DesigningProgress(): ReactNode {
  const isLong = useLasting(useSoundstage(selectDesigning));
  return (
    <div className={styles.progress}>{isLong && <Progress label={text.designing} fraction={null} />}</div>
  );
}

function FailureSummary(): ReactNode {
  const failure = useSoundstage(selectFailure);
  return (
    <div role="alert" className={styles.alert}>
      {failure && (
        <Notice severity="error" title={text.failure.title}>
          <p>{reasonWords(failure.said)}</p>
          <p>{text.failure.stays}</p>
        </Notice>
      )}
    </div>
  );
}

function Figures(): ReactNode {
  const view = useUnhurried(selectView);
  const zone = useUnhurried(selectZone);
  const { separation } = useSoundstage(selectZoneThresholds);
  return view ? (
    <DesignFigures view={view} zone={zone} thresholdDb={separation} />
  ) : (
    <p className={styles.waiting}>{text.waiting}</p>
  );
}

function ResetButton(): ReactNode {
  const presetId = useSoundstage(selectPresetId);
  const { usePreset: returnToPreset } = useActions();
  if (presetId === null) return null;
  return (
    <Button className={styles.reset} variant="quiet" size="small" onClick={() => returnToPreset(presetId)}>
      <RotateCcw size={14} aria-hidden />
      {text.reset}
    </Button>
  );
}
