import type { ReactNode } from 'react';
import { zoneRule } from '../../../store/index.ts';
import { selectZoneBandHz, selectZoneThresholds } from '../../../store/selectors.ts';
import { Select, Slider } from '../../kit/index.ts';
import { QUANTITY_SCALES } from '../../plots/zone-quantities.ts';
import { designHelpText } from '../../text/design-help.ts';
import { zoneText as text } from '../../text/zone.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';
import { optionsOf } from '../options.ts';
import { BAND_IDS, bandIdOf, ZONE_BANDS } from './zone-bands.ts';
import type { ChoosingZone } from './zone-tab.tsx';
import styles from './zone-tab.module.css';

const QUANTITIES = optionsOf(text.quantities);
const BANDS = BAND_IDS.map((id) => ({ value: String(id), label: text.bands[id] }));

/** Which quantity, over which band, and what it is to reach. */
export function ZoneOptions({ choice, onChoose }: ChoosingZone): ReactNode {
  const band = String(bandIdOf(useSoundstage(selectZoneBandHz)));
  const thresholds = useSoundstage(selectZoneThresholds);
  const { setZoneBand, setZoneThreshold } = useActions();
  const { quantity } = choice;
  const { threshold, unit } = QUANTITY_SCALES[quantity];
  const { kind } = zoneRule(quantity, thresholds[quantity], 0);
  return (
    <div className={styles.options}>
      <Select
        label={text.quantity}
        value={quantity}
        options={QUANTITIES}
        onChange={(next) => onChoose({ ...choice, quantity: next })}
      />
      <Select
        label={text.band}
        value={band}
        options={BANDS}
        onChange={(id) => setZoneBand(ZONE_BANDS[id as keyof typeof ZONE_BANDS])}
      />
      <Slider
        label={kind === 'least' ? text.threshold : text.within}
        help={kind === 'least' ? designHelpText.design.zoneThreshold : designHelpText.design.zoneWithin}
        {...threshold}
        unit={unit.trim()}
        value={thresholds[quantity]}
        onChange={(value) => setZoneThreshold(quantity, value)}
      />
    </div>
  );
}
