import { Check, Link } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { Button } from '../kit/index.ts';
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
      <Button variant="quiet" size="small" onClick={() => void copy()}>
        {isCopied ? <Check size={15} aria-hidden /> : <Link size={15} aria-hidden />}
        <span aria-live="polite">{isCopied ? text.copied : text.copyLink}</span>
      </Button>
      {outcome?.kind === 'by-hand' && <LinkField link={outcome.link} />}
    </>
  );
}

function LinkField({ link }: { readonly link: string }): ReactNode {
  const id = useId();
  return (
    <div className={styles.link}>
      <label htmlFor={id}>{text.linkHere}</label>
      <input
        id={id}
        readOnly
        value={link}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p id={`${id}-hint`}>{text.linkHint}</p>
    </div>
  );
}
