import { createEditSteps, isSameValue } from './edit-steps.ts';
import { redone, undone, withStep, type Travelled } from './history.ts';
import type { DesignPoint, SoundstageActions } from './state.ts';
import type { FlowWiring } from './wiring.ts';

/** The one way by which the design document changes: every change is a step that can be undone, and is designed and heard. */
export interface DesignHistory extends Pick<
  SoundstageActions,
  'undo' | 'redo' | 'pressed' | 'released' | 'focusMoved'
> {
  /** An edit; joins the step before it where both belong together. */
  edit(change: Partial<DesignPoint>): void;
  /** Another design in the place of this one: a step of its own. */
  replace(point: DesignPoint): void;
}

export function createDesignHistory({ get, set, setDesigner, flow }: FlowWiring): DesignHistory {
  const steps = createEditSteps(() => performance.now());

  function present(): DesignPoint {
    const { presetId, document } = get().designer;
    return { presetId, document };
  }

  function enter(point: DesignPoint): void {
    setDesigner(point);
    void flow.redesign();
  }

  function travel(way: (from: Travelled<DesignPoint>) => Travelled<DesignPoint> | null): void {
    steps.end();
    const reached = way({ present: present(), history: get().history });
    if (reached === null) return;
    set({ history: reached.history });
    enter(reached.present);
  }

  return {
    edit(change) {
      const before = present();
      const after = { ...before, ...change };
      if (!isSameValue(before, after) && !steps.continues(before.document, after.document))
        set({ history: withStep(get().history, before) });
      enter(after);
    },
    replace(point) {
      steps.end();
      const before = present();
      if (!isSameValue(before, point)) set({ history: withStep(get().history, before) });
      enter(point);
    },
    undo: () => travel(undone),
    redo: () => travel(redone),
    pressed: () => steps.press(),
    released: () => steps.release(),
    focusMoved: () => steps.end(),
  };
}
