import { VisuallyHidden as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** For screen readers alone. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <Radix.Root>{children}</Radix.Root>;
}
