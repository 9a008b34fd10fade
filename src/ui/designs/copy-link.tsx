import { Check, Link } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button, TextField, VisuallyHidden } from '../kit/index.ts';
import { designsText as text } from '../text/designs.ts';
import { useActions } from '../use-soundstage.tsx';
import styles from './design-bar.module.css';

type Outcome = { readonly kind: 'copied' } | { readonly kind: 'by-hand'; readonly link: string } | null;

const SHOWN_MS = 2500;

/** The link to what is designed, into the clipboard; where the browser keeps that from the page, to be copied by hand. */
export function CopyLink(): ReactNode {
  const { makeLink } = useActions();
  const [outcome, setOutcome] = useState<Outcome>(null);
  useEffect(() => {
    if (outcome?.kind !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => {
    const link = await makeLink();
    if (link === null) return setOutcome(null);
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    setOutcome(copied ? { kind: 'copied' } : { kind: 'by-hand', link });
  };
  const isCopied = outcome?.kind === 'copied';
  return (
    <>
      <Button variant="quiet" size="small" className={styles.action} onClick={() => void copy()}>
        {isCopied ? <Check size={15} aria-hidden /> : <Link size={15} aria-hidden />}
        {isCopied ? text.copied : text.copyLink}
      </Button>
      <VisuallyHidden>
        <p role="status">{isCopied && text.copied}</p>
      </VisuallyHidden>
      {outcome?.kind === 'by-hand' && (
        <div className={styles.link}>
          <TextField
            readOnly
            selectAll
            label={text.linkHere}
            hint={text.linkHint}
            value={outcome.link}
            onChange={() => undefined}
          />
        </div>
      )}
    </>
  );
}
