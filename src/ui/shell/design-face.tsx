import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button, Notice, Progress } from '../kit/index.ts';
import { appText } from '../text/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './shell.module.css';

/** A fresh lazy component each time: one that failed to load stays failed. */
function lazyDesigner() {
  return lazy(() => import('../designer/designer.tsx').then(({ Designer }) => ({ default: Designer })));
}

/** The designer, fetched when it is first opened: its plots are the largest part of the product. */
export function DesignFace({ className }: { readonly className?: string | undefined }): ReactNode {
  const [Designer, setDesigner] = useState(lazyDesigner);
  const { designFailed } = appText;
  return (
    <div className={className}>
      <ErrorBoundary
        fallback={(retry) => (
          <Notice
            severity="error"
            title={designFailed.title}
            actions={
              <Button
                size="small"
                onClick={() => {
                  setDesigner(lazyDesigner);
                  retry();
                }}
              >
                {designFailed.retry}
              </Button>
            }
          >
            {designFailed.body}
          </Notice>
        )}
      >
        <Suspense fallback={<Opening />}>
          <Designer />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

function Opening(): ReactNode {
  return (
    <div className={styles.opening}>
      <Progress label={appText.designLoading} fraction={null} />
      <p>{appText.designLoading}</p>
    </div>
  );
}
