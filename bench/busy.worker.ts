/** Computes without a break, as a design or a map would. */
let sum = 0;
for (;;) {
  for (let i = 1; i < 1e7; i++) sum += Math.sin(i) / i;
  if (sum > 1e9) postMessage(sum);
}
