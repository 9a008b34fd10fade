import { useRef, type ReactNode } from 'react';
import type { GivenFile } from '../../store/index.ts';
import { Button, FileInput, type ButtonProps } from '../kit/index.ts';
import { canPickLastingly, givenFiles, pickFiles } from './given-files.ts';

const ACCEPT = 'audio/*,.wav,.mp3,.flac,.ogg,.opus,.webm,.m4a,.aac,.aif,.aiff';

/** Asks for audio files, where the browser can in a way that finds them again next time. */
export function OpenButton(props: {
  readonly label: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly GivenFile[]) => void;
  readonly look?: Pick<ButtonProps, 'variant' | 'className' | 'aria-label'>;
  /** An icon before the label. */
  readonly children?: ReactNode;
}): ReactNode {
  const { multiple = true, onFiles } = props;
  const input = useRef<HTMLInputElement>(null);
  const take = (files: readonly GivenFile[]): void => {
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <Button
        size="small"
        {...props.look}
        onClick={() => (canPickLastingly() ? void pickFiles(multiple).then(take) : input.current?.click())}
      >
        {props.children}
        {props.label}
      </Button>
      <FileInput
        ref={input}
        label={props.label}
        accept={ACCEPT}
        multiple={multiple}
        onFiles={(files) => onFiles(givenFiles(files))}
      />
    </>
  );
}
