import { Flag, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  selectDocument,
  selectFailure,
  selectListening,
  selectRouting,
  selectSpotPlace,
  selectZone,
  selectZoneProgress,
  selectZoneThresholds,
  SPOT_LIMITS,
  type SpotPlace,
  type SpotProgramme,
  type SpotSearch,
} from '../../store/index.ts';
import { Button, FieldError, SegmentedControl, Slider } from '../kit/index.ts';
import { outputSheetsText } from '../text/output-sheets.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { CheckButton } from './check-button.tsx';
import checkStyles from './checks.module.css';
import styles from './spot.module.css';
import { besideWords, centimetres } from './spot-words.ts';
import { SpotFigure } from './spot-figure.tsx';
import { zoneReach } from './spot-zone.ts';
import { reasonWords } from '../text/refusals.ts';

const text = outputSheetsText.spot;
const PROGRAMMES = ['turn', 'centre', 'left', 'right'] as const;
const STEP_M = 0.01;

/** The place from geometry, and by ear from there. */
export default function SpotSearchSheet({ spot }: { readonly spot: SpotSearch }): ReactNode {
  const place = useSoundstage(selectSpotPlace);
  const failure = useSoundstage(selectFailure);
  return (
    <div className={styles.columns}>
      <div className={styles.picture}>
        <SpotFigure place={place} spot={spot} />
        <p className={checkStyles.hint}>{text.legend}</p>
      </div>
      <div className={styles.controls}>
        <Listen />
        <Nudge place={place} />
        {failure && <FieldError>{reasonWords(failure.said)}</FieldError>}
        <Found place={place} spot={spot} />
      </div>
    </div>
  );
}

function Listen(): ReactNode {
  const { check } = useSoundstage(selectRouting);
  const { startCheck } = useActions();
  const programme: SpotProgramme = check?.check.kind === 'spot' ? check.check.programme : 'turn';
  const virtualDeg = useSoundstage(selectDocument).sides.virtualSpeakerAzimuthDeg;
  return (
    <div className={checkStyles.group}>
      <div className={styles.listen}>
        <CheckButton check={{ kind: 'spot', programme }} label={text.play} primary />
        <SegmentedControl
          size="small"
          label={text.what}
          value={programme}
          segments={PROGRAMMES.map((value) => ({ value, label: text.programmes[value] }))}
          onChange={(next) => void startCheck({ kind: 'spot', programme: next })}
        />
      </div>
      <p className={checkStyles.now} role="status" data-sounding={check?.sounding ?? null}>
        {check?.sounding ? text.should(check.sounding, virtualDeg) : text.idle}
      </p>
    </div>
  );
}

/** By ear, a centimetre at a time. */
function Nudge({ place }: { readonly place: SpotPlace }): ReactNode {
  const { moveSpot } = useActions();
  return (
    <>
      <Slider
        label={text.distance}
        unit="cm"
        value={place.distanceM}
        min={SPOT_LIMITS.distanceM.min}
        max={Math.max(1.2, Math.ceil(2 * place.distanceM))}
        step={STEP_M}
        format={centimetres}
        onChange={(distanceM) => moveSpot({ distanceM: wholeCentimetres(distanceM) })}
      />
      <Slider
        label={text.offset}
        unit="cm"
        // To the listener's right, as the slider goes.
        value={-place.offsetM}
        min={-0.5}
        max={0.5}
        step={STEP_M}
        format={offsetWords}
        hint={text.nudge}
        onChange={(rightM) => moveSpot({ offsetM: wholeCentimetres(-rightM) })}
      />
    </>
  );
}

function Found(props: { readonly place: SpotPlace; readonly spot: SpotSearch }): ReactNode {
  const { place, spot } = props;
  const { markBestSpot } = useActions();
  const { kind } = useSoundstage(selectListening);
  const zone = useSoundstage(selectZone);
  const isMapping = useSoundstage(selectZoneProgress) !== null;
  const thresholdDb = useSoundstage(selectZoneThresholds).separation;
  const reach = zone && !isMapping ? zoneReach(zone, thresholdDb, place) : null;
  const zoneWords =
    isMapping || !zone ? text.mapping : reach ? text.reach(reach, thresholdDb) : text.noReach(thresholdDb);
  return (
    <>
      <p className={checkStyles.hint} aria-live="polite">
        {text.found(placeWords(place))} {zoneWords}
        {spot.best && ` ${text.best(placeWords(spot.best))}`}
        {kind === 'device' && ` ${text.oneStep}`}
      </p>
      <div className={styles.listen}>
        <Button size="small" onClick={markBestSpot}>
          <Flag size={15} aria-hidden />
          {text.mark}
        </Button>
        {spot.best && <GoTo target={spot.best} place={place} label={text.toBest} />}
        <GoTo target={spot.from} place={place} label={text.toBefore} />
      </div>
    </>
  );
}

/** Back to a place of this search. */
function GoTo(props: {
  readonly target: SpotPlace;
  readonly place: SpotPlace;
  readonly label: string;
}): ReactNode {
  const { target, place, label } = props;
  const { moveSpot } = useActions();
  const isThere = target.distanceM === place.distanceM && target.offsetM === place.offsetM;
  return (
    <Button size="small" variant="quiet" disabled={isThere} onClick={() => moveSpot(target)}>
      <Undo2 size={15} aria-hidden />
      {label}
    </Button>
  );
}

function placeWords({ distanceM, offsetM }: SpotPlace): string {
  return text.place(`${centimetres(distanceM)} cm`, besideWords(offsetM));
}

/** Free of binary residue. */
function wholeCentimetres(metres: number): number {
  return Math.round(metres * 100) / 100;
}

function offsetWords(rightM: number): string {
  const side = rightM < 0 ? 'left' : 'right';
  return Math.abs(rightM) < STEP_M / 2 ? '0' : text.side(centimetres(Math.abs(rightM)), side);
}
