import type { ReactNode } from 'react';
import { Select } from '../../kit/index.ts';
import type { ColourMap } from '../../plots/colour-map.ts';
import type { Normalisation } from '../../plots/polar-levels.ts';
import { designerText } from '../../text/designer.ts';
import { optionsOf } from '../options.ts';

/** How levels over direction are shown. */
export interface MapLook {
  readonly normalisation: Normalisation;
  /** Bottom of the scale, dB. */
  readonly floor: '-30' | '-40' | '-60';
  readonly colourMap: ColourMap;
}

export const FIRST_LOOK: MapLook = { normalisation: 'on-axis', floor: '-30', colourMap: 'viridis' };

const text = designerText.beam;
const NORMALISATIONS = optionsOf(text.normalisations);
const COLOUR_MAPS = optionsOf(text.colourMaps);
const FLOORS = optionsOf<MapLook['floor']>({ '-30': '−30 dB', '-40': '−40 dB', '-60': '−60 dB' });

/** The choices of a look. @param without what a picture does not have */
export function MapLookFields(props: {
  readonly look: MapLook;
  readonly onChange: (look: MapLook) => void;
  readonly without?: keyof MapLook;
}): ReactNode {
  const { look, onChange, without } = props;
  return (
    <>
      {without !== 'normalisation' && (
        <Select
          label={text.normalisation}
          value={look.normalisation}
          options={NORMALISATIONS}
          onChange={(normalisation) => onChange({ ...look, normalisation })}
        />
      )}
      <Select
        label={text.floor}
        value={look.floor}
        options={FLOORS}
        onChange={(floor) => onChange({ ...look, floor })}
      />
      {without !== 'colourMap' && (
        <Select
          label={text.colours}
          value={look.colourMap}
          options={COLOUR_MAPS}
          onChange={(colourMap) => onChange({ ...look, colourMap })}
        />
      )}
    </>
  );
}
