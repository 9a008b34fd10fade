import { useRef, type ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { FileInput } from './file-input.tsx';

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
      <FileInput
        ref={input}
        label={props.label}
        accept={props.accept}
        multiple={props.multiple ?? false}
        onFiles={props.onFiles}
      />
    </>
  );
}
