import { describe, expect, it } from 'vitest';
import { createSoundstageStore } from './create-store.ts';
import { createFakeEngine } from './testing/fake-engine.ts';
import { fakePorts } from './testing/fake-ports.ts';

const SPEAKERS = { id: 'a1', label: 'Desk speakers' } as const;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function createApp(stored: object | null = null) {
  const engine = createFakeEngine();
  const saved = { text: stored && JSON.stringify({ state: stored, version: 0 }) };
  const storage = {
    getItem: () => saved.text,
    setItem: (_name: string, value: string) => void (saved.text = value),
    removeItem: () => void (saved.text = null),
  };
  const store = createSoundstageStore({ ...fakePorts(), engine: engine.port }, { storage });
  void store.getState().actions.start();
  engine.emit({ type: 'outputs', choice: { devices: [SPEAKERS], deviceId: '', mayAsk: false } });
  return { engine, saved, ...store.getState().actions, state: () => store.getState() };
}

describe('the choice of output', () => {
  it('is remembered once the browser has taken it', async () => {
    const { engine, saved, chooseOutput, state } = createApp();
    const choosing = chooseOutput('a1');
    expect(engine.chooses[0]!.request).toEqual(SPEAKERS);
    expect(state().player.wantedOutput).toBeNull();
    engine.chooses[0]!.resolve(undefined);
    await choosing;
    expect(state().player.wantedOutput).toEqual(SPEAKERS);
    const again = createApp(JSON.parse(saved.text!).state);
    expect(again.engine.last('startOutputs')).toEqual(['startOutputs', SPEAKERS]);
  });

  it('stays what it was when the browser refuses, which is said by name', async () => {
    const { engine, chooseOutput, state } = createApp();
    const choosing = chooseOutput('a1');
    engine.chooses[0]!.reject(new Error('AbortError'));
    await choosing;
    expect(state().player.wantedOutput).toBeNull();
    expect(state().notices).toMatchObject([
      { code: 'engine-output-refused', values: { part: 'Desk speakers', detail: 'AbortError' } },
    ]);
  });

  it('is the system’s again when that is asked for', async () => {
    const { engine, chooseOutput, state } = createApp({ wantedOutput: SPEAKERS });
    expect(state().player.wantedOutput).toEqual(SPEAKERS);
    const choosing = chooseOutput('');
    expect(engine.chooses[0]!.request).toBeNull();
    engine.chooses[0]!.resolve(undefined);
    await choosing;
    expect(state().player.wantedOutput).toBeNull();
  });

  it('is not taken from a storage that holds something else', () => {
    for (const wantedOutput of ['a1', 7, { id: '', label: '' }, { id: 'a1' }])
      expect(createApp({ wantedOutput }).state().player.wantedOutput).toBeNull();
  });

  it('says why there is nothing to choose from when the listener refuses the names', async () => {
    const { engine, findOutputs, state } = createApp();
    const finding = findOutputs();
    engine.asks[0]!.reject(new Error('Permission denied'));
    await finding;
    await settle();
    expect(state().notices).toMatchObject([{ code: 'outputs-unnamed' }]);
  });
});
