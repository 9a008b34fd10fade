import { describe, expect, it } from 'vitest';
import { shortcutOf, type FocusedElement } from './shortcuts.ts';

function press(key: string, focused: Partial<FocusedElement> | null = null, modified = false) {
  const element = focused && { editable: false, role: null, byKeyboard: true, ...focused };
  return shortcutOf({ key, modified }, element);
}

describe('shortcutOf', () => {
  it.each([
    [' ', 'toggle-play'],
    ['A', 'select-a'],
    ['1', 'select-a'],
    ['b', 'select-b'],
    ['ArrowLeft', 'back'],
    ['ArrowRight', 'forward'],
    ['d', 'design'],
  ])('%j is %s', (key, shortcut) => expect(press(key)).toBe(shortcut));

  it('leaves other keys and the browser’s own combinations alone', () => {
    expect(press('x')).toBeNull();
    expect(press('a', null, true)).toBeNull();
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
