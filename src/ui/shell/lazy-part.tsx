import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { Button, Notice, Progress } from '../kit/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './shell.module.css';

export interface LazyWords {
  /** Said while it is fetched. */
  readonly opening: string;
  readonly failed: { readonly title: string; readonly body: string; readonly retry: string };
}

/** A part of the page that is fetched when it is first shown; one that could not be is asked for anew. */
export function LazyPart<Props extends object>(props: {
  /** Keep it the same function. */
  readonly load: () => Promise<{ default: ComponentType<Props> }>;
  /** What the part itself is given. */
  readonly props: Props;
  readonly text: LazyWords;
  readonly className?: string | undefined;
}): ReactNode {
  const { load, text } = props;
  // A fresh lazy component each time: one that failed to load stays failed.
  const [Part, setPart] = useState(() => lazy(load));
  return (
    <div className={props.className}>
      <ErrorBoundary
        fallback={(retry) => (
          <Notice
            severity="error"
            title={text.failed.title}
            actions={
              <Button
                size="small"
                onClick={() => {
                  setPart(() => lazy(load));
                  retry();
                }}
              >
                {text.failed.retry}
              </Button>
            }
          >
            {text.failed.body}
          </Notice>
        )}
      >
        <Suspense fallback={<Opening label={text.opening} />}>
          <Part {...props.props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

function Opening({ label }: { readonly label: string }): ReactNode {
  return (
    <div className={styles.opening}>
      <Progress label={label} fraction={null} />
      <p>{label}</p>
    </div>
  );
}
