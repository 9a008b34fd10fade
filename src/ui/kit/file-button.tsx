import { useRef, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';

/** Asks for a file, or for several; the same ones may be chosen again. */
export function FileButton(props: {
  readonly label: string;
  /** As an input's `accept`. */
  readonly accept: string;
  /** Told of at least one. */
  readonly onFiles: (files: readonly [File, ...File[]]) => void;
  readonly multiple?: boolean;
  readonly size?: ButtonProps['size'];
  /** An icon before the label. */
  readonly children?: ReactNode;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={props.size} onClick={() => input.current?.click()}>
        {props.children}
        {props.label}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        accept={props.accept}
        multiple={props.multiple ?? false}
        aria-label={props.label}
        onChange={(event) => {
          const [first, ...others] = event.target.files ?? [];
          event.target.value = '';
          if (first) props.onFiles([first, ...others]);
        }}
      />
    </>
  );
}
