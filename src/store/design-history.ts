import { createEditSteps, isSameValue } from './edit-steps.ts';
import { redone, undone, withStep, type Travelled } from './history.ts';
import type { DesignPoint, SavedVersion, StepActions } from './state.ts';
import type { FlowWiring } from './wiring.ts';

/** The one way by which the design document changes: every change is a step that can be undone, and is designed and heard. */
export interface DesignHistory extends StepActions {
  /**
   * An edit; joins the step before it where both belong together.
   * @param task all edits of one task are one step, and none where the last of them brings back what was
   */
  edit(change: Pick<DesignPoint, 'document'>, task?: object | null): void;
  /** Another design in the place of this one: a step of its own. */
  replace(design: Omit<DesignPoint, 'lineage'>): void;
  /** The design of a lineage was saved as this version, under the name in it: also as it was before its last edits. */
  markSaved(saved: SavedVersion, lineage: number): void;
}

export function createDesignHistory({ get, set, setDesigner, flow }: FlowWiring): DesignHistory {
  const steps = createEditSteps(() => performance.now());
  let lineages = 0;

  function present(): DesignPoint {
    const { presetId, document, saved, lineage } = get().designer;
    return { presetId, document, saved, lineage };
  }

  function enter(point: DesignPoint, isEdit = false): void {
    setDesigner(point);
    void flow.redesign(isEdit);
  }

  function travel(way: (from: Travelled<DesignPoint>) => Travelled<DesignPoint> | null): void {
    steps.end();
    const reached = way({ present: present(), history: get().history });
    if (reached === null) return;
    set({ history: reached.history });
    enter(reached.present);
  }

  return {
    edit(change, task = null) {
      const before = present();
      const after = { ...before, ...change };
      if (!isSameValue(before, after)) {
        const goesOn = steps.continues(before.document, after.document, task);
        const { past, future } = get().history;
        if (!goesOn) set({ history: withStep(get().history, before) });
        else if (task !== null && isSameValue(past.at(-1), after)) {
          set({ history: { past: past.slice(0, -1), future } });
          steps.end();
        }
      }
      enter(after, true);
    },
    replace(design) {
      steps.end();
      const before = present();
      const isSame = isSameValue(before, { ...design, lineage: before.lineage });
      if (!isSame) set({ history: withStep(get().history, before) });
      enter({ ...design, lineage: isSame ? before.lineage : (lineages += 1) });
    },
    markSaved(saved, lineage) {
      const mark = (point: DesignPoint): DesignPoint =>
        point.lineage === lineage || point.saved?.id === saved.id ? { ...point, saved } : point;
      const { past, future } = get().history;
      const now = mark(present());
      const isIt = now.saved === saved;
      setDesigner(isIt ? { ...now, document: { ...now.document, name: saved.document.name } } : now);
      set({ history: { past: past.map(mark), future: future.map(mark) } });
    },
    undo: () => travel(undone),
    redo: () => travel(redone),
    pressed: () => steps.press(),
    released: () => steps.release(),
    focusMoved: () => steps.pause(),
  };
}
