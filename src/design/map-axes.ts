/** Azimuths of a polar map, −180° to 180°, both ends of the circle included so that a plot closes; fine enough for the lobes of a long array. */
export const MAP_AZIMUTHS_DEG: readonly number[] = Array.from({ length: 145 }, (_, i) => 2.5 * i - 180);

/** Frequencies of a polar map: 20 Hz to 20 kHz, both ends included, close to twelve in an octave. */
export const MAP_FREQUENCIES_HZ: Float64Array = Float64Array.from(
  { length: 121 },
  (_, i) => 20 * 1000 ** (i / 120),
);
