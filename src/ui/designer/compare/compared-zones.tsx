import { Check } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import {
  FIGURE_RULES,
  ZONE_THRESHOLDS,
  zoneAreaM2,
  type DesignStudy,
  type ZoneQuantity,
} from '../../../store/index.ts';
import { Select } from '../../kit/index.ts';
import { zoneCsv } from '../../plots/exports.ts';
import type { PlotRoom, PlotTheme } from '../../plots/plot-figure.ts';
import { differenceScale, zoneDifference } from '../../plots/zone-difference.ts';
import { zoneFigure } from '../../plots/zone-figure.ts';
import { compareText as text } from '../../text/compare.ts';
import { withOrigin } from '../../text/measured.ts';
import { zoneText } from '../../text/zone.ts';
import { optionsOf } from '../options.ts';
import optionStyles from '../plot/options.module.css';
import { Plot } from '../plot/plot.tsx';
import { levelsOf } from '../zone/zone-plot.tsx';
import { zoneScene } from '../zone/zone-scene.ts';
import styles from './compare.module.css';

interface Both {
  readonly ours: DesignStudy;
  readonly theirs: DesignStudy;
}

interface Shown {
  readonly quantity: ZoneQuantity;
}

const COMPARED = ['separation', 'azimuthLeft', 'azimuthCentre', 'azimuthRight', 'width', 'presence'] as const;
const QUANTITIES = COMPARED.map((value) => ({ value, label: zoneText.quantities[value] }));

/** One quantity of both listening zones: two maps, each to its own scale, or one of their difference; and which zone is larger. */
export function ComparedZones({ caption, ...both }: Both & { readonly caption: string }): ReactNode {
  const [quantity, setQuantity] = useState<(typeof COMPARED)[number]>('separation');
  const [form, setForm] = useState<keyof typeof text.forms>('both');
  return (
    <>
      <div className={optionStyles.options}>
        <Select label={text.zoneQuantity} value={quantity} options={QUANTITIES} onChange={setQuantity} />
        <Select label={text.as} value={form} options={optionsOf(text.forms)} onChange={setForm} />
      </div>
      {form === 'both' ? (
        <div className={styles.beside}>
          {(['ours', 'theirs'] as const).map((which) => (
            <Zone key={which} study={both[which]} which={which} quantity={quantity} />
          ))}
        </div>
      ) : (
        <Difference {...both} quantity={quantity} caption={caption} />
      )}
      <Verdict {...both} quantity={quantity} />
    </>
  );
}

/** The zone of a quantity by its usual rule. */
function zoneOf({ zone }: DesignStudy, quantity: ZoneQuantity) {
  const levels = levelsOf(zone, quantity, ZONE_THRESHOLDS[quantity]);
  return { levels, areaM2: zoneAreaM2(levels.values, zone, levels.rule) };
}

function Zone(props: Shown & { readonly study: DesignStudy; readonly which: keyof Both }): ReactNode {
  const { study, which, quantity } = props;
  const { zone, document } = study;
  const { levels, areaM2 } = useMemo(() => zoneOf(study, quantity), [study, quantity]);
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => zoneFigure(levels, zoneScene(document), theme, room),
    [levels, document],
  );
  return (
    <Plot
      title={text.zoneTitle(text[which], areaM2, zoneText.rule(quantity, levels.rule))}
      caption={withOrigin(zoneText.explanations[quantity], document, 'radiation')}
      build={build}
      csv={() => zoneCsv(zone, [{ name: zoneText.axes[quantity], values: levels.values }])}
      fileName={`compared-zone-${which}`}
      mostHeightPx={480}
    />
  );
}

function Difference(props: Both & Shown & { readonly caption: string }): ReactNode {
  const { ours, theirs, quantity, caption } = props;
  const plane = useMemo(() => {
    const [mine, other] = [zoneOf(ours, quantity).levels, zoneOf(theirs, quantity).levels];
    return {
      frontM: mine.frontM,
      leftM: mine.leftM,
      values: zoneDifference(mine, other),
      name: text.zoneAxis(zoneText.axes[quantity]),
      scale: differenceScale(mine.scale),
    };
  }, [ours, theirs, quantity]);
  const build = useCallback(
    (theme: PlotTheme, room: PlotRoom) => zoneFigure(plane, zoneScene(ours.document), theme, room),
    [plane, ours],
  );
  return (
    <Plot
      title={text.zoneDifference(zoneText.quantities[quantity])}
      caption={`${text.zoneDifferenceCaption(zoneText.explanations[quantity])} ${caption}`}
      build={build}
      csv={() => zoneCsv(plane, [{ name: plane.name, values: plane.values }])}
      fileName={`compared-zone-difference-${quantity}`}
      mostHeightPx={620}
    />
  );
}

/** Both areas, and which is better where the difference is worth it. */
function Verdict({ ours, theirs, quantity }: Both & Shown): ReactNode {
  const [mine, other] = useMemo(
    () => [ours, theirs].map((study) => zoneOf(study, quantity).areaM2),
    [ours, theirs, quantity],
  );
  const isWorth = Math.abs(mine - other) >= FIGURE_RULES.zoneAreaM2.matters;
  return (
    <p className={styles.verdict} aria-live="polite">
      {text.zoneVerdict(mine, other)}
      {': '}
      <strong className={styles.better}>
        {isWorth && <Check size={14} aria-hidden />}
        {isWorth ? text.larger(text[mine > other ? 'ours' : 'theirs']) : text.alike.toLowerCase()}
      </strong>
      .
    </p>
  );
}
