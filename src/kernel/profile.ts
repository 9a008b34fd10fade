/**
 * What the chain is made for: `music` separates best and follows a design most closely; `video` is late by 25 ms at most,
 * for pictures that must not run ahead of their sound.
 */
export const PROFILES = ['music', 'video'] as const;
export type Profile = (typeof PROFILES)[number];
