import { useState } from 'react';

/** What a part of the document was before it was switched off, to be put back when it is switched on again. */
export function usePutAside<Part>(current: Part | null, otherwise: Part): Part {
  const [kept, setKept] = useState(current ?? otherwise);
  if (current !== null && current !== kept) setKept(current);
  return current ?? kept;
}
