/** What a key does, wherever on the page it is pressed. */
export type Shortcut =
  | 'toggle-play'
  | 'select-a'
  | 'select-b'
  | 'select-c'
  | 'select-d'
  | 'back'
  | 'forward'
  | 'loop-in'
  | 'loop-out'
  | 'loop'
  | 'next'
  | 'previous'
  | 'design'
  | 'undo'
  | 'redo';

const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
  ' ': 'toggle-play',
  a: 'select-a',
  '1': 'select-a',
  b: 'select-b',
  '2': 'select-b',
  c: 'select-c',
  '3': 'select-c',
  '4': 'select-d',
  arrowleft: 'back',
  arrowright: 'forward',
  i: 'loop-in',
  o: 'loop-out',
  l: 'loop',
  n: 'next',
  p: 'previous',
  d: 'design',
};

/** With Ctrl or Cmd, and with Shift besides. */
const COMMANDS: Readonly<Record<string, Shortcut>> = { z: 'undo', 'shift z': 'redo', y: 'redo' };

export interface KeyPress {
  readonly key: string;
  /** Ctrl or Cmd is held. */
  readonly command?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** What the focused element makes of keys itself. */
export interface FocusedElement {
  /** Takes typed text, whatever the key. */
  readonly editable: boolean;
  /** ARIA role, its own or the element's. */
  readonly role: string | null;
  /** Focused by the keyboard: then its own keys come first. After a press of the pointer the page's do. */
  readonly byKeyboard: boolean;
  /** It holds text that is not taken over yet, or has no other undo than its own. */
  readonly ownUndo: boolean;
}

const ARROW_ROLES: readonly (string | null)[] = ['radio', 'tab', 'menuitem', 'option'];
const SPACE_ROLES: readonly (string | null)[] = ['button', 'switch', 'radio', 'tab', 'link', 'checkbox'];

function keepsKey(key: string, focused: FocusedElement): boolean {
  if (focused.editable) return true;
  const moves = key.startsWith('arrow');
  if (moves && focused.role === 'slider') return true;
  if (!focused.byKeyboard) return false;
  if (moves) return ARROW_ROLES.includes(focused.role);
  return key === ' ' && SPACE_ROLES.includes(focused.role);
}

/** The shortcut of a key press, or `null` where the key is not one or belongs to what is focused. */
export function shortcutOf(press: KeyPress, focused: FocusedElement | null): Shortcut | null {
  if (press.alt) return null;
  const key = press.key.toLowerCase();
  if (press.command) return focused?.ownUndo ? null : (COMMANDS[press.shift ? `shift ${key}` : key] ?? null);
  const shortcut = SHORTCUTS[key];
  if (shortcut === undefined) return null;
  return focused && keepsKey(key, focused) ? null : shortcut;
}
