import { useCallback, useEffect } from 'react';
import type { GivenFile } from '../../store/index.ts';
import { useActions } from '../use-soundstage.tsx';
import { givenFiles } from './given-files.ts';

type TakeFiles = (files: readonly GivenFile[], andPlay: boolean) => void;

function isDesignFile({ name, type }: File): boolean {
  return type === 'application/json' || name.toLowerCase().endsWith('.json');
}

function isHeadFile({ name }: File): boolean {
  return name.toLowerCase().endsWith('.sofa');
}

/** Whatever comes to the page: a design or a measured head is opened, all else goes into the queue. */
export function useTakeFiles(): TakeFiles {
  const { openFiles, importDesign, importHead } = useActions();
  return useCallback(
    (files, andPlay) => {
      const [first, ...others] = files;
      if (first && isDesignFile(first.file)) void importDesign(first.file, others.length);
      else if (first && isHeadFile(first.file)) void importHead(first.file);
      else void openFiles(files, andPlay);
    },
    [openFiles, importDesign, importHead],
  );
}

/** Files that are pasted, wherever on the page; text goes where it went before. */
export function usePaste(take: TakeFiles): void {
  useEffect(() => {
    const scope = new AbortController();
    window.addEventListener(
      'paste',
      (event) => {
        const files = givenFiles(event.clipboardData?.files ?? []);
        if (files.length === 0) return;
        event.preventDefault();
        take(files, true);
      },
      { signal: scope.signal },
    );
    return () => scope.abort();
  }, [take]);
}
