import { Speech } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { IconButton, VisuallyHidden } from '../kit/index.ts';
import { Pace } from '../pace.ts';
import { metersText } from '../text/index.ts';
import { useMeters } from '../use-meters.ts';
import { summaryOf } from './meter-words.ts';

const SUMMARY_SECONDS = 1;

/** The readings in a sentence: kept up to date once a second without a word, told when the button is pressed. */
export default function Summary(): ReactNode {
  const sentence = useRef<HTMLParagraphElement>(null);
  const [told, setTold] = useState('');
  const [pace] = useState(() => new Pace(SUMMARY_SECONDS));
  useMeters((frame) => {
    if (!sentence.current || !pace.due(frame.elapsedSeconds, frame.resting)) return;
    sentence.current.textContent = summaryOf(frame);
  });
  return (
    <>
      <VisuallyHidden>
        <p ref={sentence}>{metersText.none}</p>
        <p role="status">{told}</p>
      </VisuallyHidden>
      <IconButton
        variant="quiet"
        size="small"
        label={metersText.tell}
        onClick={() => setTold(sentence.current?.textContent ?? '')}
      >
        <Speech size={16} aria-hidden />
      </IconButton>
    </>
  );
}
