import type { ReactNode } from 'react';
import { selectHeads } from '../../../store/selectors.ts';
import { Select } from '../../kit/index.ts';
import { headsText as text } from '../../text/heads.ts';
import { useActions, useSoundstage } from '../../use-soundstage.tsx';

const MODEL = 'model';

/** Which head hears the design: the model alone, or a measured one besides. */
export function HeadSelect(): ReactNode {
  const { chooseHead } = useActions();
  const { list, chosen } = useSoundstage(selectHeads);
  const kept = list ?? [];
  // One that could not be kept is there as long as the page is.
  const all = chosen && !kept.some(({ id }) => id === chosen.id) ? [...kept, chosen] : kept;
  return (
    <Select
      label={text.select}
      value={chosen?.id ?? MODEL}
      options={[
        { value: MODEL, label: text.model },
        ...all.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => void chooseHead(id === MODEL ? null : id)}
    />
  );
}
