import type { ComponentType, ReactNode } from 'react';
import { fetchedPart, fetchSheets } from '../kit/index.ts';
import { appText } from '../text/index.ts';
import { LazyPart } from './lazy-part.tsx';

const fetches = [fetchSheets];

/** Has all that was put off fetched, so that it is there when it is opened. To be called when there is nothing else to do. */
export function fetchAhead(): void {
  for (const fetch of fetches) fetch();
}

/**
 * A component that is not needed for the first screen: what is in a sheet, what seldom happens. It is fetched ahead, or when
 * it is first shown.
 * @param load an `import()` of a module whose default is the component
 */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): (props: Props) => ReactNode {
  const part = fetchedPart(load);
  fetches.push(part.fetch);
  return function Later(props) {
    const fetched = part.usePart();
    if (fetched) return <fetched.default {...props} />;
    return <LazyPart load={load} props={props} text={appText.part} />;
  };
}
