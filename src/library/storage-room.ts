/** All copies together; the same is said to the listener. */
export const MOST_COPIED_BYTES = 500e6;
/** Of what the browser has free: the rest stays for designs and measurements. */
const SHARE_OF_FREE = 0.25;

/** How much more may be copied. @param copied so far, bytes */
export async function roomForCopies(copied: number): Promise<number> {
  const ours = MOST_COPIED_BYTES - copied;
  try {
    const { quota, usage } = await navigator.storage.estimate();
    if (quota === undefined || usage === undefined) return ours;
    return Math.min(ours, SHARE_OF_FREE * (quota - usage));
  } catch {
    // Not told: the limit alone counts.
    return ours;
  }
}
