/** What browsers that give handles say of the leave to read; not among the standard's types. */
interface AskingHandle extends FileSystemFileHandle {
  queryPermission?(of: { readonly mode: 'read' }): Promise<PermissionState>;
  requestPermission?(of: { readonly mode: 'read' }): Promise<PermissionState>;
}

const TO_READ = { mode: 'read' } as const;

/** Whether a file can be read, without asking anyone. A browser that knows no permissions for handles allows all. */
export async function reachOf(handle: AskingHandle): Promise<'ready' | 'ask' | 'gone'> {
  try {
    const state = (await handle.queryPermission?.(TO_READ)) ?? 'granted';
    return state === 'granted' ? 'ready' : 'ask';
  } catch {
    return 'gone';
  }
}

/** The file as it is now on the disk. */
export async function fileBehind(handle: AskingHandle): Promise<File | 'ask' | 'gone'> {
  const reach = await reachOf(handle);
  if (reach !== 'ready') return reach;
  return handle.getFile().catch(() => 'gone' as const);
}

/** Asks the listener. To be called in a gesture. */
export async function mayRead(handle: AskingHandle): Promise<boolean> {
  try {
    return ((await handle.requestPermission?.(TO_READ)) ?? 'granted') === 'granted';
  } catch {
    // Without a gesture, or where the file's place is gone.
    return false;
  }
}
