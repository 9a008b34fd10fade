/** @returns what a reader says that it refuses, or that it has accepted it */
export function refusal(read: () => unknown): string {
  try {
    read();
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
}
