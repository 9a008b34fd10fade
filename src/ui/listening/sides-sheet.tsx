import { useId, type ReactNode } from 'react';
import { BALANCE_RANGE_DB, selectRouting, type Sounding } from '../../store/index.ts';
import { Slider, Switch } from '../kit/index.ts';
import { outputSheetsText } from '../text/output-sheets.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { CheckButton } from './check-button.tsx';
import styles from './checks.module.css';
import type { Sided } from './sides-check.tsx';
import { formatNumber } from '../format.ts';

const text = outputSheetsText.sides;

/** What sounds on which side, and of loudspeakers how loud. */
export default function SidesSheet({ kind }: { readonly kind: Sided }): ReactNode {
  const { check } = useSoundstage(selectRouting);
  const sounding = check?.sounding ?? null;
  return (
    <>
      <div className={styles.columns}>
        <SidesFigure kind={kind} sounding={sounding} />
        <div className={styles.group}>
          <CheckButton check={{ kind: 'sides' }} label={text.play} primary />
          <p className={styles.now} role="status" data-sounding={sounding}>
            {sounding === null ? text.idle : text.now[sounding]}
          </p>
          {kind === 'headphones' ? <p className={styles.hint}>{text.headphones}</p> : <Swap />}
        </div>
      </div>
      {kind === 'loudspeakers' && <Balance />}
    </>
  );
}

function Swap(): ReactNode {
  const { pair } = useSoundstage(selectRouting);
  const { setPairTrim } = useActions();
  const hintId = useId();
  return (
    <div className={styles.group}>
      <Switch
        label={text.swap}
        checked={pair.swapped}
        describedBy={hintId}
        onChange={(swapped) => setPairTrim({ swapped })}
      />
      <p id={hintId} className={styles.hint}>
        {text.swapHint}
      </p>
    </div>
  );
}

function Balance(): ReactNode {
  const { pair } = useSoundstage(selectRouting);
  const { setPairTrim } = useActions();
  return (
    <section className={styles.group} aria-label={text.balance.title}>
      <Slider
        label={text.balance.label}
        value={pair.balanceDb}
        {...BALANCE_RANGE_DB}
        step={0.5}
        format={balanceWords}
        hint={text.balance.hint}
        onChange={(balanceDb) => setPairTrim({ balanceDb })}
      />
      <div>
        <CheckButton check={{ kind: 'balance' }} label={text.balance.play} />
      </div>
    </section>
  );
}

/** The side that is lowered, and by how much. */
function balanceWords(balanceDb: number): string {
  if (balanceDb === 0) return text.balance.even;
  const side = balanceDb > 0 ? 'left' : 'right';
  return text.balance.figure(side, `${formatNumber(-Math.abs(balanceDb), 1)} dB`);
}

function SidesFigure(props: { readonly kind: Sided; readonly sounding: Sounding | null }): ReactNode {
  const { kind, sounding } = props;
  const lit = (side: 'left' | 'right'): boolean => sounding === side || sounding === 'centre';
  const isPair = kind === 'loudspeakers';
  return (
    <svg className={styles.figure} viewBox="0 0 220 130" role="img" aria-label={text.map[kind]}>
      <circle className={styles.head} cx={110} cy={96} r={18} />
      <path className={styles.nose} d="M106 79L110 71l4 8" />
      {(['left', 'right'] as const).map((side) => {
        const sign = side === 'left' ? -1 : 1;
        const [x, y] = isPair ? [110 + sign * 66, 30] : [110 + sign * 22, 96];
        return (
          <g key={side} className={styles[side]} data-lit={lit(side)}>
            {lit(side) && <circle className={styles.halo} cx={x} cy={y} r={24} />}
            {isPair ? (
              <rect className={styles.body} x={x - 13} y={y - 13} width={26} height={26} rx={4} />
            ) : (
              <rect className={styles.body} x={x - 5} y={y - 11} width={10} height={22} rx={4} />
            )}
          </g>
        );
      })}
    </svg>
  );
}
