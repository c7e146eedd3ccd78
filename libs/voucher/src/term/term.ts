import type { PolicyValue } from '#libs/policy';
import { EXTENSION_MONTHS } from '../change/change.policy.js';
import { CLAWBACK_POLICIES } from '../clawback/clawback.policy.js';
import { WARNING_KEYS } from '../warning/warning.policy.js';
import { YEAR_POLICIES } from '../year/year.policy.js';
import type { ServiceMenuItem } from '../year/year.js';

/** What a value of a term looks like where people type and read it. */
export type TermKind = 'AMOUNT' | 'BASIS_POINTS' | 'COUNT' | 'FLAG' | 'CHANNEL' | 'ACTION' | 'MENU';

/** The terms of a programme year that may be decided, in the order in which they are read. */
export const YEAR_TERMS: Readonly<Record<string, TermKind>> = {
  [YEAR_POLICIES.face]: 'AMOUNT',
  [YEAR_POLICIES.selfBurden]: 'BASIS_POINTS',
  [YEAR_POLICIES.selfBurdenChannel]: 'CHANNEL',
  [YEAR_POLICIES.vatRate]: 'BASIS_POINTS',
  [YEAR_POLICIES.validityMonths]: 'COUNT',
  [YEAR_POLICIES.endsWithFiscalYear]: 'FLAG',
  [YEAR_POLICIES.transferWithinYears]: 'COUNT',
  [YEAR_POLICIES.brokerRequired]: 'FLAG',
  [YEAR_POLICIES.brokerFeeCap]: 'BASIS_POINTS',
  [YEAR_POLICIES.reissuesReturned]: 'FLAG',
  [YEAR_POLICIES.beyondBalance]: 'ACTION',
  [YEAR_POLICIES.menu]: 'MENU',
  [EXTENSION_MONTHS]: 'COUNT',
  [CLAWBACK_POLICIES.paymentTerm]: 'COUNT',
  [CLAWBACK_POLICIES.mostInstalments]: 'COUNT',
  [YEAR_POLICIES.expiringWithinDays]: 'COUNT',
  [YEAR_POLICIES.stuckAfterDays]: 'COUNT',
  [YEAR_POLICIES.evaluatorsMinimum]: 'COUNT',
  ...Object.fromEntries(WARNING_KEYS.map((key) => [key, key.endsWith('-basis-points') ? 'BASIS_POINTS' : 'COUNT'] as const)),
};

/** A value as it is typed: the inverse of `termValue`. */
export function termText(kind: TermKind, value: PolicyValue): string {
  if (kind !== 'MENU') return typeof value === 'string' ? value : JSON.stringify(value);
  const items = Array.isArray(value) ? (value as unknown as readonly ServiceMenuItem[]) : [];
  return items.length === 0 ? ANY_SERVICE : items.map(({ code, nameKo, nameEn }) => [code, nameKo, nameEn].join(' | ')).join('\n');
}

/** Typed for a menu that leaves every service open. */
export const ANY_SERVICE = '*';
