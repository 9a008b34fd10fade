import type { DesignDocument } from '../../../store/index.ts';
import type { ZoneScene } from '../../plots/zone-scene.ts';

const NO_OFFSETS: ZoneScene['headOffsetsM'] = [];

/** What the zone map shows of a design besides its levels. */
export function zoneScene({ device, listener, sides }: DesignDocument): ZoneScene {
  const { baffle, drivers } = device;
  return {
    driversM: drivers,
    baffleRadiusM: baffle.kind === 'rigid-sphere' ? baffle.radiusM : null,
    headM: listener.positionM,
    headRadiusM: listener.headRadiusM,
    headOffsetsM: sides.cancellation?.headOffsetsM ?? NO_OFFSETS,
  };
}
