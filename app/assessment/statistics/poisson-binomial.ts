/**
 * Probability that at least `least` of independent events happen, each with its own probability. Source of the
 * recursion: F. M. Lord and M. S. Wingersky, Applied Psychological Measurement 8 (1984), 453–461; as the generalised
 * binomial test: W. J. van der Linden and L. Sotaridona, Journal of Educational and Behavioral Statistics 31 (2006),
 * 283–304.
 */
export function atLeast(least: number, probabilities: number[]): number {
  // chance[m]: exactly m so far; the last entry gathers all from `least` on.
  const chance = new Float64Array(least + 1);
  chance[0] = 1;
  for (const p of probabilities) {
    for (let count = least; count >= 0; count -= 1) {
      const stays = (chance[count] as number) * (count === least ? 1 : 1 - p);
      chance[count] = stays + (count > 0 ? (chance[count - 1] as number) * p : 0);
    }
  }
  return chance[least] as number;
}
