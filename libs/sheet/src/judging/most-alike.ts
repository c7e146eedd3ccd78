import { normaliseName } from '#libs/identifier';

/** Enough for any register, and few enough for a file in which every row refers to nothing. */
const MOST_CANDIDATES = 1_000;
/** Share of pairs of letters that two names have in common (Dice) before one is offered for the other. */
const LEAST_LIKENESS = 0.4;

/** The candidate most like a wanted name, if enough of their pairs of letters agree. */
export function mostAlike(wanted: string, candidates: readonly string[]): string | null {
  const pairs = pairsOf(wanted);
  let best: string | null = null;
  let bestLikeness = LEAST_LIKENESS;
  for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
    const others = pairsOf(candidate);
    const shared = [...pairs].filter((pair) => others.has(pair)).length;
    const likeness = (2 * shared) / Math.max(1, pairs.size + others.size);
    if (likeness > bestLikeness) [best, bestLikeness] = [candidate, likeness];
  }
  return best;
}

/** Pairs of neighbouring letters of a name, its ends included. */
function pairsOf(name: string): Set<string> {
  const letters = `^${normaliseName(name.slice(0, 100))}$`;
  return new Set(Array.from({ length: letters.length - 1 }, (_, index) => letters.slice(index, index + 2)));
}
