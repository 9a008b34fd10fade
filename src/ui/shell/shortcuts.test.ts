import { describe, expect, it } from 'vitest';
import { shortcutOf, type FocusedElement, type KeyPress } from './shortcuts.ts';

function press(
  key: string,
  focused: Partial<FocusedElement> | null = null,
  modifiers: Omit<KeyPress, 'key'> = {},
) {
  const element = focused && { editable: false, role: null, byKeyboard: true, ownUndo: false, ...focused };
  return shortcutOf({ key, ...modifiers }, element);
}

describe('shortcutOf', () => {
  it.each([
    [' ', 'toggle-play'],
    ['A', 'select-a'],
    ['1', 'select-a'],
    ['b', 'select-b'],
    ['c', 'select-c'],
    ['4', 'select-d'],
    ['ArrowLeft', 'back'],
    ['ArrowRight', 'forward'],
    ['d', 'design'],
    ['n', 'next'],
    ['I', 'loop-in'],
    ['l', 'loop'],
  ])('%j is %s', (key, shortcut) => expect(press(key)).toBe(shortcut));

  it('leaves other keys and the browser’s own combinations alone', () => {
    expect(press('x')).toBeNull();
    expect(press('a', null, { command: true })).toBeNull();
    expect(press('a', null, { alt: true })).toBeNull();
  });

  it('undoes and redoes by the keys of every system', () => {
    expect(press('z', null, { command: true })).toBe('undo');
    expect(press('Z', null, { command: true, shift: true })).toBe('redo');
    expect(press('y', null, { command: true })).toBe('redo');
    expect(press('z')).toBeNull();
    expect(press('z', null, { command: true, alt: true })).toBeNull();
  });

  it('leaves the undo to a field that holds text of its own, and takes it in one whose value was taken over', () => {
    expect(press('z', { editable: true, ownUndo: true }, { command: true })).toBeNull();
    expect(press('z', { editable: true, ownUndo: false }, { command: true })).toBe('undo');
    expect(press('z', { role: 'slider' }, { command: true })).toBe('undo');
  });

  it('rests while something is typed', () => {
    for (const key of [' ', 'a', '1', 'ArrowLeft']) expect(press(key, { editable: true })).toBeNull();
  });

  it('leaves a slider its arrows, whoever focused it', () => {
    expect(press('ArrowLeft', { role: 'slider', byKeyboard: false })).toBeNull();
    expect(press(' ', { role: 'slider' })).toBe('toggle-play');
  });

  it('leaves a control its keys when the keyboard came to it, and takes them after a press of the pointer', () => {
    expect(press(' ', { role: 'button' })).toBeNull();
    expect(press(' ', { role: 'button', byKeyboard: false })).toBe('toggle-play');
    expect(press('ArrowRight', { role: 'radio' })).toBeNull();
    expect(press('ArrowRight', { role: 'radio', byKeyboard: false })).toBe('forward');
    expect(press('b', { role: 'button' })).toBe('select-b');
  });
});
