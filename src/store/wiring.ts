import type { Reason } from '../refusal/phrase.ts';
import type { DesignFlow } from './design-flow.ts';
import type { Ports } from './ports.ts';
import type { DesignerState, Notice, PlayerState, SoundstageState } from './state.ts';

/** What every slice is given: the state, ways to change a part of it, and the outside. */
export interface Wiring {
  readonly ports: Ports;
  readonly get: () => SoundstageState;
  readonly set: (partial: Partial<SoundstageState>) => void;
  readonly setPlayer: (partial: Partial<PlayerState>) => void;
  readonly setDesigner: (partial: Partial<DesignerState>) => void;
  readonly notify: (notice: Omit<Notice, 'id'>) => void;
}

/** What the acting slices are given besides: the way from a document to sound. */
export interface FlowWiring extends Wiring {
  readonly flow: DesignFlow;
}

/** Words of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why something failed: what an error of ours has to say, the words of any other as they are. */
export function whyOf(error: unknown): Reason {
  const { said } = (error ?? {}) as { readonly said?: Reason };
  return said ?? reasonOf(error);
}

/** In the place of an answer that failed: a warning, and none. */
export function warned(notify: Wiring['notify'], code: string): (error: unknown) => null {
  return (error) => {
    notify({ severity: 'warning', code, values: { detail: reasonOf(error) } });
    return null;
  };
}
