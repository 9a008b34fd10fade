import { useRef, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';

/** Asks for one file; the same one may be chosen again. */
export function FileButton(props: {
  readonly label: string;
  /** As an input's `accept`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
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
        aria-label={props.label}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) props.onFile(file);
        }}
      />
    </>
  );
}
