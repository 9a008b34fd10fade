import { createRandom, gaussian } from '../random.mjs';
import { BEATS_PER_BAR, FINAL_BEAT, intensity, secondsOfBeat } from './form.mjs';

/** @typedef {{startSeconds: number, velocity: number, key: string, lengthSeconds?: number, position?: number}} Stroke */

/** @returns {{strokes: Stroke[], hit: (beat: number, velocity: number, lengthSeconds?: number) => void}} */
function createStick(name, lateMs, spreadMs, touch) {
  const strokes = [];
  const hit = (beat, velocity, lengthSeconds) => {
    const key = `${name}/${beat.toFixed(3)}`;
    const random = createRandom(`${key}/hand`);
    strokes.push({
      startSeconds: secondsOfBeat(beat) + (lateMs + spreadMs * gaussian(random)) / 1000,
      velocity: Math.max(0.03, velocity * intensity(beat) * (1 + touch * gaussian(random))),
      key,
      lengthSeconds,
    });
  };
  return { strokes, hit };
}

/** Sixteenths that lean on the beat and breathe through the bar. */
export function playShaker() {
  const { strokes, hit } = createStick('shaker', -9, 3, 0.1);
  const accents = [1, 0.34, 0.62, 0.42, 0.86, 0.3, 0.7, 0.46, 0.96, 0.32, 0.6, 0.44, 0.82, 0.34, 0.78, 0.52];
  for (let bar = 2; bar < 23; bar++) {
    const grow = Math.min(1, 0.45 + 0.2 * (bar - 2));
    for (let i = 0; i < 16; i++) {
      if (bar === 22 && i > 8) break;
      if (i % 2 && (bar * 7 + i) % 11 === 0) continue;
      hit(bar * BEATS_PER_BAR + i / 4, accents[i] * grow, i % 4 === 0 ? 0.045 : 0.032);
    }
  }
  return strokes;
}

/** The clave of the bossa, turned around from time to time, with an occasional ghost stroke. */
export function playCrossStick() {
  const { strokes, hit } = createStick('cross-stick', 2, 3, 0.08);
  const sides = [
    [0, 1.5, 3],
    [1, 2.5],
  ];
  for (let bar = 4; bar < 22; bar++) {
    for (const beat of sides[bar % 2]) hit(bar * BEATS_PER_BAR + beat, beat === 0 ? 0.8 : 0.68);
    if (bar % 4 === 3) hit(bar * BEATS_PER_BAR + 3.75, 0.26);
    if (bar % 8 === 3) hit(bar * BEATS_PER_BAR + 3.5, 0.45);
  }
  return strokes;
}

export function playKick() {
  const { strokes, hit } = createStick('kick', 0, 2, 0.06);
  for (let bar = 4; bar < 23; bar++) {
    const start = bar * BEATS_PER_BAR;
    hit(start, 0.8);
    if (bar < 22) hit(start + 1.5, 0.45);
    hit(start + 2, 0.72);
    if (bar < 22 && bar % 4 !== 3) hit(start + 3.5, 0.42);
  }
  hit(FINAL_BEAT, 0.7);
  return strokes;
}

/** Ride taps in eighths in the second strain, quarters around it. */
export function playRide() {
  const { strokes, hit } = createStick('ride', 1, 3, 0.12);
  for (let beat = 32; beat < 88; beat += 0.5) {
    const full = beat >= 48 && beat < 80;
    if (!full && beat % 1) continue;
    const accent = beat % 2 === 1 ? 0.62 : beat % 1 === 0 ? 0.5 : 0.34;
    hit(beat, accent * (full ? 1 : 0.6));
  }
  hit(FINAL_BEAT, 0.6);
  return strokes;
}

/** Brush sweeps on the back beats. */
export function playBrush() {
  const { strokes, hit } = createStick('brush', 0, 6, 0.12);
  for (let beat = 17; beat < 90; beat += 2) {
    hit(beat, 0.8, 0.4);
    hit(beat + 1.2, 0.4, 0.28);
  }
  return strokes;
}

/** Bar chimes that run from left to right before the strains and back after the last chord; `position` 0 left, 1 right. */
export function playChimes() {
  const random = createRandom('chimes/run');
  const strokes = [];
  const run = (beat, seconds, velocity, backwards) => {
    for (let i = 0; i < 26; i++) {
      const x = i / 25;
      strokes.push({
        startSeconds: secondsOfBeat(beat) + seconds * (x ** 0.9 + 0.012 * (random() - 0.5)),
        velocity: velocity * (0.5 + 0.5 * Math.sin(Math.PI * (0.15 + 0.75 * x))) * (0.8 + 0.4 * random()),
        key: `chimes/${beat}/${i}`,
        position: backwards ? 1 - x : x,
      });
    }
  };
  run(13.8, 1.15, 0.6, false);
  run(45.6, 1.25, 0.75, false);
  run(77.8, 1.1, 0.5, true);
  run(FINAL_BEAT + 0.9, 1.9, 0.6, true);
  return strokes;
}

/** Birds before and after the song; `position` 0 left, 1 right. */
export function playBirds() {
  const calls = [
    [0.1, 0.05], [1.35, 0.95], [2.5, 0.12], [3.3, 0.85], [4.9, 1], [5.8, 0], [7.4, 0.9], [9.1, 0.08], [11.6, 0.95],
    [49.6, 0.95], [51.1, 0.05], [52.2, 0.9], [53.1, 0.1],
  ]; // prettier-ignore
  return calls.map(([startSeconds, position], i) => ({
    startSeconds,
    velocity: 0.75 - 0.35 * ((i * 5) % 3 === 0 ? 1 : 0),
    key: `birds/${i}`,
    position,
  }));
}
