import { FileInput } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { playerText } from '../text/index.ts';
import { filesOfDrop } from '../queue/given-files.ts';
import { usePaste, useTakeFiles } from '../queue/use-take-files.ts';
import styles from './shell.module.css';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/**
 * The whole page takes dropped and pasted files, music, folders of it, a design or a measured head; while something hovers,
 * it says so. What is dropped on the queue joins its end, elsewhere it plays.
 */
export function DropZone(): ReactNode {
  const take = useTakeFiles();
  usePaste(take);
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const scope = new AbortController();
    const on = (
      type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      react: (event: DragEvent) => void,
    ): void =>
      window.addEventListener(type, (event) => carriesFiles(event) && react(event), { signal: scope.signal });
    on('dragenter', () => setHovering(true));
    on('dragover', (event) => event.preventDefault());
    // Leaving one element for another inside the page has a related target; leaving the page has none.
    on('dragleave', (event) => event.relatedTarget === null && setHovering(false));
    on('drop', (event) => {
      event.preventDefault();
      setHovering(false);
      const { dataTransfer, target } = event;
      if (dataTransfer === null) return;
      const isForQueue = target instanceof Element && target.closest('[data-queue]') !== null;
      void filesOfDrop(dataTransfer).then((files) => take(files, !isForQueue));
    });
    return () => scope.abort();
  }, [take]);

  if (!hovering) return null;
  return (
    <div className={styles.drop} aria-hidden>
      <div className={styles.dropCard}>
        <FileInput size={40} strokeWidth={1.5} />
        <p className={styles.dropTitle}>{playerText.drop}</p>
        <p>{playerText.dropHint}</p>
      </div>
    </div>
  );
}
