import type { DesignOutcome } from '../protocol/designer-protocol.ts';
import type { PicturesState, PictureActions } from './state.ts';
import { reasonOf, type Wiring } from './wiring.ts';

/** Pictures of a design, drawn while one is looked at: again for every design and every other request. */
export interface PictureFlow {
  readonly actions: PictureActions;
  /** There is a new design to be seen. */
  designed(outcome: DesignOutcome): void;
}

export const initialPictures: PicturesState = {
  request: null,
  picture: null,
  progress: null,
  isCancelled: false,
};

export function createPictureFlow({ ports, get, set, notify }: Wiring): PictureFlow {
  let outcome: DesignOutcome | null = null;
  let asked = 0;

  const put = (partial: Partial<PicturesState>): void => set({ pictures: { ...get().pictures, ...partial } });

  async function draw(): Promise<void> {
    const { request } = get().pictures;
    const ticket = (asked += 1);
    if (request === null || outcome === null) return;
    const { view, drivers, cancellation } = outcome;
    // Progress comes on a channel of its own, and may come after the picture.
    let isDrawing = true;
    put({ progress: 0, isCancelled: false });
    const picture = await ports.design
      .picture(request, { document: view.document, drivers, cancellation }, (progress) => {
        if (isDrawing && ticket === asked) put({ progress });
      })
      .catch((error: unknown) => {
        notify({ severity: 'warning', code: 'picture-failed', values: { detail: reasonOf(error) } });
        return null;
      });
    isDrawing = false;
    if (ticket !== asked) return;
    put({ progress: null, ...(picture && { picture }) });
  }

  return {
    actions: {
      look(request) {
        const wasDrawing = get().pictures.progress !== null;
        put({ request, progress: null, ...(request === null && { picture: null }) });
        if (request === null && wasDrawing) ports.design.cancelPicture();
        void draw();
      },
      cancelPicture() {
        if (get().pictures.progress === null) return;
        // What is on its way comes too late.
        asked += 1;
        put({ progress: null, isCancelled: true });
        ports.design.cancelPicture();
      },
    },
    designed(next) {
      outcome = next;
      void draw();
    },
  };
}
