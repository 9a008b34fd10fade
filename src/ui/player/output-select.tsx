import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { selectOutputs } from '../../store/index.ts';
import { classNames, Help, VisuallyHidden } from '../kit/index.ts';
import { helpText, playerText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import styles from './output-select.module.css';

/** No device's id. */
const FIND = 'find';

/** What the sound comes out of; not there where the browser lets no one choose. */
export function OutputSelect(props: { readonly className?: string | undefined }): ReactNode {
  const outputs = useSoundstage(selectOutputs);
  const { chooseOutput, findOutputs } = useActions();
  const id = useId();
  if (outputs === null) return null;
  const { devices, deviceId, mayAsk } = outputs;
  const words = playerText.output;
  const hintId = `${id}-hint`;
  return (
    <div className={classNames(styles.output, props.className)}>
      <label htmlFor={id}>{words.label}</label>
      <span className={styles.wrap}>
        <select
          id={id}
          className={styles.select}
          value={deviceId}
          aria-describedby={mayAsk ? hintId : undefined}
          title={mayAsk ? words.findHint : undefined}
          onChange={({ target }) => void (target.value === FIND ? findOutputs() : chooseOutput(target.value))}
        >
          <option value="">{words.system}</option>
          {devices.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
          {mayAsk && <option value={FIND}>{words.find}</option>}
        </select>
        <ChevronDown size={13} aria-hidden />
      </span>
      <Help {...helpText.output} />
      {mayAsk && (
        <VisuallyHidden>
          <span id={hintId}>{words.findHint}</span>
        </VisuallyHidden>
      )}
    </div>
  );
}
