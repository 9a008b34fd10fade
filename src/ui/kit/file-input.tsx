import type { ReactNode, RefObject } from 'react';

interface FileInputProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly label: string;
  /** As an input's `accept`. */
  readonly accept: string;
  readonly multiple: boolean;
  /** Told of at least one. */
  readonly onFiles: (files: readonly [File, ...File[]]) => void;
}

/** A button's input for files, out of sight: the button presses it. The same files may be chosen again. */
export function FileInput({ ref, label, accept, multiple, onFiles }: FileInputProps): ReactNode {
  return (
    <input
      ref={ref}
      hidden
      type="file"
      accept={accept}
      multiple={multiple}
      aria-label={label}
      onChange={({ target }) => {
        const [first, ...others] = target.files ?? [];
        target.value = '';
        if (first) onFiles([first, ...others]);
      }}
    />
  );
}
