/** The options of a select from their names. */
export function optionsOf<Key extends string>(names: Readonly<Record<Key, string>>) {
  return (Object.keys(names) as Key[]).map((value) => ({ value, label: names[value] }));
}
