import { FileInput } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { playerText } from '../text/index.ts';
import { useActions } from '../use-soundstage.tsx';
import styles from './shell.module.css';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function isDesignFile({ name, type }: File): boolean {
  return type === 'application/json' || name.toLowerCase().endsWith('.json');
}

function isHeadFile({ name }: File): boolean {
  return name.toLowerCase().endsWith('.sofa');
}

/** The whole page takes a dropped file, audio, a design or a measured head; while one hovers, it says so. */
export function DropZone(): ReactNode {
  const { load, importDesign, importHead } = useActions();
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
      const [file, ...others] = event.dataTransfer?.files ?? [];
      if (!file) return;
      if (isDesignFile(file)) void importDesign(file, others.length);
      else if (isHeadFile(file)) void importHead(file);
      else void load({ kind: 'file', file }, others.length);
    });
    return () => scope.abort();
  }, [load, importDesign, importHead]);

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
