/** `metrics.json`: typed arrays as lists; numbers that JSON cannot hold as null. */
export function metricsJson(metrics: object): string {
  const plain = (_: string, entry: unknown) =>
    ArrayBuffer.isView(entry) ? Array.from(entry as Float64Array) : entry;
  return `${JSON.stringify(metrics, plain, 1)}\n`;
}
