import { LocateFixed } from 'lucide-react';
import type { ReactNode } from 'react';
import { selectRouting } from '../../store/index.ts';
import { Button } from '../kit/index.ts';
import { later } from '../shell/later.tsx';
import { outputsText } from '../text/index.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';
import { CheckSheet } from './check-sheet.tsx';

const text = outputsText.spot;
const SpotSearch = later(() => import('./spot-search.tsx'));

/** Where to sit, from geometry and by ear. */
export function SpotGuide(): ReactNode {
  const { openSpot, closeSpot } = useActions();
  const { spot } = useSoundstage(selectRouting);
  return (
    <CheckSheet
      title={text.title}
      about={text.about}
      onOpenChange={(open) => (open ? openSpot() : closeSpot())}
      trigger={
        <Button size="small">
          <LocateFixed size={15} aria-hidden />
          {text.open}
        </Button>
      }
    >
      {spot && <SpotSearch spot={spot} />}
    </CheckSheet>
  );
}
