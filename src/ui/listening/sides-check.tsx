import { ArrowLeftRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../kit/index.ts';
import { later } from '../shell/later.tsx';
import { outputsText } from '../text/index.ts';
import { CheckSheet } from './check-sheet.tsx';

const text = outputsText.sides;
const SidesSheet = later(() => import('./sides-sheet.tsx'));

export type Sided = 'loudspeakers' | 'headphones';

/** Which side is which, and of loudspeakers whether both are equally loud. */
export function SidesCheck({ kind }: { readonly kind: Sided }): ReactNode {
  return (
    <CheckSheet
      title={text.title}
      about={text.about}
      trigger={
        <Button size="small">
          <ArrowLeftRight size={15} aria-hidden />
          {text.open}
        </Button>
      }
    >
      <SidesSheet kind={kind} />
    </CheckSheet>
  );
}
