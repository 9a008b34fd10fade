import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { selectPresetId, type PresetId } from '../../store/index.ts';
import { Help } from '../kit/index.ts';
import { helpText, listeningText, PRESET_IDS } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './listening.module.css';

/** The devices that come along, each with a sentence. */
export function PresetChoice(): ReactNode {
  const { usePreset: choose } = useActions();
  const presetId = useSoundstage(selectPresetId);
  return (
    <div className={styles.presets}>
      <div className={styles.named}>
        <h3 className={styles.label} id="preset-label">
          {listeningText.device}
        </h3>
        <Help {...helpText.device} />
      </div>
      <RadioGroup.Root
        className={styles.cards}
        aria-labelledby="preset-label"
        value={presetId}
        onValueChange={(value) => choose(value as PresetId)}
      >
        {PRESET_IDS.map((id) => (
          <RadioGroup.Item
            key={id}
            value={id}
            className={styles.card}
            aria-label={listeningText.presets[id].name}
            aria-describedby={`preset-${id}`}
          >
            <PresetGlyph id={id} />
            <span className={styles.cardWords}>
              <span className={styles.cardName}>{listeningText.presets[id].name}</span>
              <span className={styles.cardText} id={`preset-${id}`}>
                {listeningText.presets[id].text}
              </span>
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}

/** The device from above, as the stage draws it. */
function PresetGlyph({ id }: { readonly id: PresetId }): ReactNode {
  return (
    <svg className={styles.glyph} viewBox="0 0 40 28" aria-hidden>
      {id === 'laptop' && (
        <>
          <rect className={styles.glyphBody} x={6} y={8} width={28} height={12} rx={2} />
          <circle className={styles.glyphDriver} cx={11} cy={17} r={2} />
          <circle className={styles.glyphDriver} cx={29} cy={17} r={2} />
        </>
      )}
      {id === 'smart-speaker' && (
        <>
          <circle className={styles.glyphBody} cx={20} cy={14} r={10} />
          <circle className={styles.glyphDriver} cx={10.5} cy={14} r={2} />
          <circle className={styles.glyphDriver} cx={20} cy={23.5} r={2} />
          <circle className={styles.glyphDriver} cx={29.5} cy={14} r={2} />
        </>
      )}
      {id === 'soundbar' && (
        <>
          <rect className={styles.glyphBody} x={2} y={10} width={36} height={8} rx={3} />
          {Array.from({ length: 8 }, (_, index) => (
            <circle key={index} className={styles.glyphDriver} cx={5.4 + index * 4.17} cy={14} r={1.5} />
          ))}
        </>
      )}
    </svg>
  );
}
