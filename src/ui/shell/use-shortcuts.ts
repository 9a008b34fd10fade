import { useEffect } from 'react';
import { SEEK_STEP_SECONDS } from '../player/transport.tsx';
import { useActions, useEngine } from '../use-soundstage.tsx';
import { shortcutOf, type FocusedElement, type KeyPress, type Shortcut } from './shortcuts.ts';

const EDITABLE =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';
/** Fields whose text is their value until something else is typed: there the design's undo is the one that is meant. */
const TAKEN_OVER = '[data-taken-over=true]';
const OWN_KEYS = '[role=dialog], [role=application], .js-plotly-plot';
/** Keys that go on while they are held. */
const REPEATING: readonly Shortcut[] = ['back', 'forward', 'undo', 'redo'];
const ROLE_OF_TAG: Readonly<Record<string, string>> = { BUTTON: 'button', A: 'link', SUMMARY: 'button' };

function describeFocus(element: Element | null, byKeyboard: boolean): FocusedElement | null {
  if (!element || element === document.body) return null;
  const editable = element.matches(EDITABLE) || element.closest(OWN_KEYS) !== null;
  return {
    editable,
    ownUndo: editable && !element.matches(TAKEN_OVER),
    role: element.getAttribute('role') ?? ROLE_OF_TAG[element.tagName] ?? null,
    byKeyboard,
  };
}

function pressOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): KeyPress {
  return { key, command: ctrlKey || metaKey, shift: shiftKey, alt: altKey };
}

/** The page's keys. They are taken on the way down, before a control that the pointer focused can use them. */
export function useShortcuts(): void {
  const actions = useActions();
  const engine = useEngine();
  useEffect(() => {
    const run: Readonly<Record<Shortcut, () => void>> = {
      'toggle-play': () => void actions.togglePlay(),
      'select-a': () => actions.select('A'),
      'select-b': () => actions.select('B'),
      'select-c': () => actions.select('C'),
      'select-d': () => actions.select('D'),
      back: () => actions.seek(engine.positionSeconds() - SEEK_STEP_SECONDS),
      forward: () => actions.seek(engine.positionSeconds() + SEEK_STEP_SECONDS),
      'loop-in': () => actions.setLoopPoint('inSeconds', engine.positionSeconds()),
      'loop-out': () => actions.setLoopPoint('outSeconds', engine.positionSeconds()),
      loop: () => actions.turnLoop(),
      next: () => void actions.nextTrack(),
      previous: () => void actions.previousTrack(),
      design: () => actions.turnFace(),
      undo: actions.undo,
      redo: actions.redo,
    };
    const scope = new AbortController();
    const options = { signal: scope.signal, capture: true };
    let byKeyboard = true;
    window.addEventListener('pointerdown', () => (byKeyboard = false), options);
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Tab') byKeyboard = true;
        const focused = describeFocus(document.activeElement, byKeyboard);
        const shortcut = shortcutOf(pressOf(event), focused);
        if (shortcut === null || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat || REPEATING.includes(shortcut)) run[shortcut]();
      },
      options,
    );
    // A button acts on the release of the space bar.
    window.addEventListener(
      'keyup',
      (event) => {
        const focused = describeFocus(document.activeElement, byKeyboard);
        if (event.key === ' ' && shortcutOf({ key: ' ' }, focused)) event.preventDefault();
      },
      options,
    );
    return () => scope.abort();
  }, [actions, engine]);
}
