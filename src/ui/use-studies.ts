import { useEffect } from 'react';
import { useActions } from './use-soundstage.tsx';

/** Keeps the studies of the design, and of what it is compared with, up to date while this is mounted. */
export function useStudies(): void {
  const { watchStudies } = useActions();
  useEffect(() => {
    watchStudies(true);
    return () => watchStudies(false);
  }, [watchStudies]);
}
