/** Seeded random numbers: the same key always gives the same sequence, so every note is reproducible by itself. */

/** FNV-1a hash of a text, 32 bits. @param {string} text @returns {number} */
function hashText(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * Uniform numbers in [0, 1) by the mulberry32 generator.
 * @param {string} key
 * @returns {() => number}
 */
export function createRandom(key) {
  let state = hashText(`first-light/${key}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Roughly Gaussian, mean 0, deviation 1, never beyond ±3.5 (a sum of uniforms): players do not make wild errors.
 * @param {() => number} random
 */
export function gaussian(random) {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}
