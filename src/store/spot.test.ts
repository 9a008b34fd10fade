import { describe, expect, it } from 'vitest';
import { spotPlace } from './spot.ts';
import { startedApp } from './testing/app.ts';

describe('a search for the place to sit', () => {
  it('moves the head of the listener’s own pair, and remembers it', async () => {
    const { act, designer, design, store, saved } = await startedApp();
    act.openSpot();
    expect(store.getState().outputs.spot).toEqual({ from: { distanceM: 0.55, offsetM: 0 }, best: null });
    act.moveSpot({ offsetM: 0.03 });
    const pair = { spacingM: 0.24, distanceM: 0.55, offsetM: 0.03 };
    expect(designer().pair).toEqual(pair);
    expect(design.designs.at(-1)!.request.listening).toEqual({ kind: 'loudspeakers', ...pair });
    act.markBestSpot();
    act.moveSpot({ distanceM: 0.6, offsetM: 0 });
    expect(designer().pair).toEqual({ spacingM: 0.24, distanceM: 0.6 });
    expect(store.getState().outputs.spot?.best).toEqual({ distanceM: 0.55, offsetM: 0.03 });
    expect(JSON.parse(saved.text!).state.pair).toEqual({ spacingM: 0.24, distanceM: 0.6 });
    act.closeSpot();
    expect(store.getState().outputs.spot).toBeNull();
  });

  it('moves the document’s listener where its own drivers play, a step to undo', async () => {
    const { act, designer, engine } = await startedApp();
    engine.emit({ type: 'channels', channels: 8 });
    act.listenOn('device');
    act.openSpot();
    const { positionM } = designer().document.listener;
    act.moveSpot({ distanceM: 0.7 });
    expect(designer().document.listener.positionM).toEqual([0.7, positionM[1], positionM[2]]);
    act.undo();
    expect(spotPlace(designer())).toEqual({ distanceM: positionM[0], offsetM: positionM[1] });
  });

  it('is one step to undo for the document, and none where it ends where it began', async () => {
    const { act, designer, engine, store } = await startedApp();
    engine.emit({ type: 'channels', channels: 8 });
    act.listenOn('device');
    const { positionM } = designer().document.listener;
    const steps = () => store.getState().history.past.length;
    act.openSpot();
    for (const distanceM of [0.7, 0.71, 0.72]) {
      act.pressed();
      act.moveSpot({ distanceM });
      act.released();
      act.focusMoved();
    }
    act.markBestSpot();
    act.moveSpot({ offsetM: 0.05 });
    expect(steps()).toBe(1);
    act.closeSpot();
    act.openSpot();
    act.moveSpot({ distanceM: 0.8 });
    expect(steps()).toBe(2);
    act.moveSpot(store.getState().outputs.spot!.from);
    expect(designer().document.listener.positionM).toEqual([0.72, 0.05, positionM[2]]);
    expect(steps()).toBe(1);
    act.closeSpot();
    act.undo();
    expect(designer().document.listener.positionM).toEqual(positionM);
  });

  it('goes back to the listener’s own pair as it was before', async () => {
    const { act, designer, store } = await startedApp();
    const { pair, listening } = designer();
    act.openSpot();
    act.moveSpot({ distanceM: 0.7, offsetM: 0.1 });
    act.markBestSpot();
    act.moveSpot(store.getState().outputs.spot!.from);
    expect(designer().pair).toEqual(pair);
    expect(spotPlace(designer())).toEqual(spotPlace({ ...designer(), listening }));
  });
});
