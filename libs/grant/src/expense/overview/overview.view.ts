import type { LineStandingDto } from './overview.dto.js';
import type { LineStanding } from './overview.query.js';

export function viewStanding(line: LineStanding): LineStandingDto {
  const { carriedWon, plannedWon, changeWon, interestInWon, subtotalWon, usedWon, disallowedWon, unreviewedWon, leftWon, ...words } = line;
  const amounts = { carriedWon, plannedWon, changeWon, interestInWon, subtotalWon, usedWon, disallowedWon, unreviewedWon, leftWon };
  return { ...words, name: { ...words.name }, ...texts(amounts) };
}

const texts = <Key extends string>(amounts: Readonly<Record<Key, bigint>>): Record<Key, string> =>
  Object.fromEntries(Object.entries<bigint>(amounts).map(([key, amount]) => [key, amount.toString()])) as Record<Key, string>;
