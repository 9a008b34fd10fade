/** Resolves so much later; 'late' says so in a race. */
export function after(ms: number): Promise<'late'> {
  return new Promise((resolve) => setTimeout(resolve, ms, 'late'));
}
