/** Where a function is largest, of places in even steps around a middle. */
export function largest(of: (x: number) => number, middle: number, reach: number, step: number): number {
  let best = { x: middle, value: -Infinity };
  for (let x = middle - reach; x <= middle + reach; x += step) {
    const value = of(x);
    if (value > best.value) best = { x, value };
  }
  return best.x;
}
