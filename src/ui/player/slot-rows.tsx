import { Plus, X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { selectDesigns, selectLoudness, selectMatchLoudness, SLOTS, type Slot } from '../../store/index.ts';
import { formatSignedDb } from '../format.ts';
import { Button, IconButton, Select } from '../kit/index.ts';
import { PRESET_IDS, slotsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { choiceWords, type SlotSurroundings } from './slot-words.ts';
import { choiceKey, offeredChoices } from './slots.ts';
import styles from './slot-rows.module.css';
import { useSlotSurroundings, type ShownSlot } from './use-slots.ts';
import { reasonSentence } from '../text/refusals.ts';

/** What each slot plays, chosen; one more, or one less. */
export default function SlotRows({ slots }: { readonly slots: readonly ShownSlot[] }): ReactNode {
  const { addSlot } = useActions();
  const around = useSlotSurroundings();
  const matched = useSoundstage(selectMatchLoudness);
  const isFull = slots.length === SLOTS.length;
  return (
    <>
      <ul className={styles.slots}>
        {slots.map((shown) => (
          <SlotRow key={shown.slot} shown={shown} around={around} />
        ))}
      </ul>
      <div className={styles.foot}>
        <Button onClick={addSlot} disabled={isFull}>
          <Plus size={16} aria-hidden />
          {slotsText.add}
        </Button>
        {isFull && <span>{slotsText.full}</span>}
      </div>
      <p className={styles.note}>{slotsText.note(matched)}</p>
    </>
  );
}

function SlotRow(props: { readonly shown: ShownSlot; readonly around: SlotSurroundings }): ReactNode {
  const { around } = props;
  const { slot, choice, words } = props.shown;
  const { fillSlot, removeSlot } = useActions();
  const designs = useSoundstage(selectDesigns);
  const id = useId();
  const offered = offeredChoices(PRESET_IDS, designs ?? [], choice);
  const all = [...offered.sides, ...offered.parts, ...offered.designs];
  return (
    <li className={styles.slot}>
      <span className={styles.letter} aria-hidden>
        {slot}
      </span>
      <Select
        hideLabel
        label={slotsText.plays(slot)}
        describedBy={id}
        value={choiceKey(choice)}
        options={(['sides', 'parts', 'designs'] as const).map((group) => ({
          group: slotsText.groups[group],
          options: offered[group].map((each) => {
            const { name } = choiceWords(each, around);
            const isAway = each.kind === 'reference' && around.listening !== 'headphones';
            const label = isAway ? slotsText.headphonesOnly(name) : name;
            return { value: choiceKey(each), label, disabled: isAway };
          }),
        }))}
        onChange={(key) => {
          const next = all.find((each) => choiceKey(each) === key);
          if (next) fillSlot(slot, next);
        }}
      />
      <GainFigure slot={slot} />
      {slot === 'C' || slot === 'D' ? (
        <IconButton
          variant="quiet"
          label={slotsText.remove(slot)}
          onClick={({ currentTarget }) => {
            // This row goes with its button; the first stays.
            currentTarget.closest('ul')?.querySelector('select')?.focus();
            removeSlot(slot);
          }}
        >
          <X size={16} aria-hidden />
        </IconButton>
      ) : (
        <span />
      )}
      <p id={id} className={styles.what}>
        {words.what}
        {words.why !== undefined && ` ${reasonSentence(words.why)}`}
      </p>
    </li>
  );
}

/** What the matched loudness adds to a slot. */
function GainFigure({ slot }: { readonly slot: Slot }): ReactNode {
  const matched = useSoundstage(selectMatchLoudness);
  const loudness = useSoundstage(selectLoudness);
  const gainDb = matched ? loudness?.gainDb[slot] : loudness?.unmatchedGainDb;
  return (
    <span className={styles.gain}>
      {gainDb !== undefined && Number.isFinite(gainDb) && slotsText.gain(formatSignedDb(gainDb))}
    </span>
  );
}
