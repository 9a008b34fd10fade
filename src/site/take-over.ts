/** Tells a newer copy of the site that waits to take the place of the one that is open. */
export const TAKE_OVER = 'take-over';
