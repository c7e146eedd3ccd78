import { parseWonInput } from '../../format/won-input.js';

/** What was typed can be read as an amount; what was not touched is one. */
export function isAmount(typed: string | undefined): boolean {
  if (typed === undefined) return true;
  const read = parseWonInput(typed);
  return read.ok && read.amount > 0n;
}
