import { Cable, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../kit/index.ts';
import { later } from '../shell/later.tsx';
import { outputsText } from '../text/index.ts';
import { useActions } from '../use-soundstage.tsx';
import { CheckSheet } from './check-sheet.tsx';

const text = outputsText.routing;
const DriverSheet = later(() => import('./driver-sheet.tsx'));

/** Which driver is wired to which output, found out by ear. */
export function DriverSetup(): ReactNode {
  const { resetRoutes } = useActions();
  return (
    <CheckSheet
      title={text.title}
      about={text.about}
      actions={
        <Button size="small" onClick={resetRoutes}>
          <RotateCcw size={15} aria-hidden />
          {text.reset}
        </Button>
      }
      trigger={
        <Button size="small">
          <Cable size={15} aria-hidden />
          {text.open}
        </Button>
      }
    >
      <DriverSheet />
    </CheckSheet>
  );
}
