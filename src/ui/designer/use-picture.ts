import { useEffect, useMemo } from 'react';
import type { Picture, PictureRequest } from '../../store/index.ts';
import { selectPicture } from '../../store/selectors.ts';
import { useActions, useSoundstage } from '../use-soundstage.tsx';

/**
 * Has a picture drawn for as long as it is looked at: null until there is one of its kind. Until a newer one is drawn the older
 * one stays.
 */
export function usePicture<Request extends PictureRequest>(
  wanted: Request,
): Extract<Picture, { kind: Request['kind'] }> | null {
  const { look } = useActions();
  const key = JSON.stringify(wanted);
  const request = useMemo(() => JSON.parse(key) as Request, [key]);
  useEffect(() => look(request), [look, request]);
  useEffect(() => () => look(null), [look]);
  const picture = useSoundstage(selectPicture);
  return picture?.kind === request.kind ? (picture as Extract<Picture, { kind: Request['kind'] }>) : null;
}
