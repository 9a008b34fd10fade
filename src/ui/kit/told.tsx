import { useEffect, useState, type ReactNode } from 'react';

/** By then what a screen has said of itself at first has come to rest. */
const SETTLED_MS = 2000;

/** A paragraph that a screen reader tells when its words change; not when it appears, with all that a page says at first. */
export function Told(props: {
  readonly className?: string | undefined;
  readonly dir?: 'auto';
  readonly children: ReactNode;
}): ReactNode {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  return <p {...props} aria-live={isSettled ? 'polite' : 'off'} />;
}
