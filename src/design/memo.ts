/** Keeps the last value made under each name, and makes it anew only when what it depends on has changed. */
export type Memo = <T>(name: string, dependsOn: unknown, make: () => T) => T;

/** A memo that remembers; what a value depends on is compared as JSON. */
export function createMemo(): Memo {
  const kept = new Map<string, { readonly key: string; readonly value: unknown }>();
  return <T>(name: string, dependsOn: unknown, make: () => T): T => {
    const key = JSON.stringify(dependsOn);
    const last = kept.get(name);
    if (last?.key === key) return last.value as T;
    const value = make();
    kept.set(name, { key, value });
    return value;
  };
}

/** A memo that forgets: everything is made each time. */
export const noMemo: Memo = (_name, _dependsOn, make) => make();
