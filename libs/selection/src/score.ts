const SCORE = /^0*(\d{1,3})(?:\.(\d{1,2})0*)?점?$/u;
const SCORE_PLACES = 2;
const HIGHEST_SCORE = 100;

/** A score from 0 to 100 with at most two decimals, as an exact decimal without needless zeros; null for anything else. */
export function readScore(text: string): string | null {
  const match = SCORE.exec(text.normalize('NFKC').replace(/\s+/gu, ''));
  if (match?.[1] === undefined || Number(match[1]) + Number(`0.${match[2] ?? 0}`) > HIGHEST_SCORE) return null;
  const decimals = (match[2] ?? '').replace(/0+$/u, '');
  return decimals === '' ? match[1] : `${match[1]}.${decimals}`;
}

/** A score in hundredths. No score ranks below zero. */
export function scaledScore(score: string | null): bigint {
  const [whole = '', decimals = ''] = (score ?? '').split('.');
  return score === null ? -1n : BigInt(whole + decimals.padEnd(SCORE_PLACES, '0'));
}
