/** Word between the tabs of this browser that the library has changed. */
export interface TabChannel {
  tell(): void;
  onTold(listener: () => void): () => void;
}

/** Without the browser's channel the tabs do not hear of each other; nothing is written over for that. */
export function createTabChannel(name: string): TabChannel {
  const listeners = new Set<() => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  channel?.addEventListener('message', () => listeners.forEach((listener) => listener()));
  return {
    tell: () => channel?.postMessage('changed'),
    onTold(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
