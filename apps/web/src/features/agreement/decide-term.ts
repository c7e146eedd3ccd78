import type { components } from '../../api/schema.js';
import { parseDateInput } from '../../format/date.js';
import { formatBasisPoints, parseBasisPoints } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import type { DecidableTerm } from './agreement.requests.js';

export type DecidePolicy = components['schemas']['DecidePolicyDto'];

export const SOURCES = ['AGREEMENT', 'NOTICE', 'LAW', 'PRACTICE', 'ASSUMPTION'] as const;

export type TermKind = DecidableTerm['kind'];

/** What a value of the term looks like; a term that this version does not know is a count. */
export function termOf(decidable: readonly DecidableTerm[], key: string): DecidableTerm {
  return decidable.find((term) => term.key === key) ?? { key, kind: 'COUNT', choices: [], movesLimits: false };
}

export const TERM_EXAMPLES: Readonly<Record<TermKind, string>> = { AMOUNT: '26억', BASIS_POINTS: '20', COUNT: '10', DATE: '2028-01-14', FLAG: 'true', CHOICE: 'BLOCK' };

/** A stored value as it is typed. */
export function typedTermValue(kind: TermKind, stored: string): string {
  if (kind === 'AMOUNT') return formatWon(stored);
  return kind === 'BASIS_POINTS' ? formatBasisPoints(Number(stored)) : stored;
}

/** The typed value as the API stores it; null where it cannot be read. */
export function readTermValue({ kind, choices }: Pick<DecidableTerm, 'kind' | 'choices'>, typed: string): string | null {
  switch (kind) {
    case 'AMOUNT': {
      const amount = parseWonInput(typed);
      return amount.ok ? amount.amount.toString() : null;
    }
    case 'BASIS_POINTS':
      return parseBasisPoints(typed)?.toString() ?? null;
    case 'COUNT':
      return /^[0-9]{1,3}$/.test(typed.trim()) ? String(Number(typed)) : null;
    case 'DATE':
      return parseDateInput(typed);
    case 'FLAG':
      return typed === 'true' || typed === 'false' ? typed : null;
    case 'CHOICE':
      return choices.includes(typed) ? typed : null;
  }
}
