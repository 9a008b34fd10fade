import { Mic, MonitorUp } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { selectListening, selectLive } from '../../store/index.ts';
import { Button, Select, Switch } from '../kit/index.ts';
import { liveText } from '../text/index.ts';
import { useActions, useEngine, useSoundstage } from '../use-soundstage.tsx';
import styles from './live.module.css';

/** A screen or an input. @param props.onStart it has been chosen */
export default function LiveChoice({ onStart }: { readonly onStart: () => void }): ReactNode {
  const { live } = useEngine();
  return (
    <div className={styles.menu}>
      {live.canShare || live.canRecord ? <p>{liveText.about}</p> : <p>{liveText.unsupported}</p>}
      {live.canShare && <Screen onStart={onStart} />}
      {live.canRecord && <Input onStart={onStart} />}
    </div>
  );
}

function Screen({ onStart }: { readonly onStart: () => void }): ReactNode {
  const { listen } = useActions();
  const { isStarting } = useSoundstage(selectLive);
  const text = liveText.screen;
  return (
    <section className={styles.part}>
      <h3>{text.title}</h3>
      <p>{text.about}</p>
      <Button
        disabled={isStarting}
        onClick={() => {
          onStart();
          void listen({ kind: 'screen' });
        }}
      >
        <MonitorUp size={16} aria-hidden />
        {text.start}
      </Button>
    </section>
  );
}

function Input({ onStart }: { readonly onStart: () => void }): ReactNode {
  const { listen, findInputs, setGuarded } = useActions();
  const { inputs, isGuarded, isStarting } = useSoundstage(selectLive);
  const listening = useSoundstage(selectListening);
  const [deviceId, setDeviceId] = useState('');
  const guardId = useId();
  const text = liveText.input;
  useEffect(() => void findInputs(), [findInputs]);
  const options = [
    { value: '', label: text.system },
    ...inputs.map(({ id, label }) => ({ value: id, label })),
  ];
  const chosen = options.some(({ value }) => value === deviceId) ? deviceId : '';
  return (
    <section className={styles.part}>
      <h3>{text.title}</h3>
      {inputs.length === 0 && <p>{text.unnamed}</p>}
      <Select label={text.label} value={chosen} options={options} onChange={setDeviceId} />
      <div>
        <Switch label={text.guard} checked={isGuarded} onChange={setGuarded} describedBy={guardId} />
        <p id={guardId} className={styles.note}>
          {text.guardAbout}
        </p>
      </div>
      {listening.kind !== 'headphones' && <p className={styles.warning}>{text.loudspeakers}</p>}
      <Button
        disabled={isStarting}
        onClick={() => {
          onStart();
          void listen({ kind: 'input', deviceId: chosen, isGuarded });
        }}
      >
        <Mic size={16} aria-hidden />
        {text.start}
      </Button>
    </section>
  );
}
