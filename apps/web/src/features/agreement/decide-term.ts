import type { components } from '../../api/schema.js';
import { formatBasisPoints, parseBasisPoints } from '../../format/quantity.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';

export type DecidePolicy = components['schemas']['DecidePolicyDto'];
export type TermKey = DecidePolicy['key'];

/** The terms that may be decided anew while a fund lives. */
export const TERM_KEYS: readonly TermKey[] = [
  'fund.lifetime-expenses-won',
  'fund.single-company-cap-basis-points',
  'fund.single-company-cap.action',
  'fund.headroom.action',
  'fund.overdue-rate-basis-points',
  'fund.call.notice-business-days',
];

export const SOURCES = ['AGREEMENT', 'NOTICE', 'LAW', 'PRACTICE', 'ASSUMPTION'] as const;

export type TermKind = 'won' | 'percent' | 'action' | 'count';

export function termKind(key: string): TermKind {
  if (key.endsWith('-won')) return 'won';
  if (key.endsWith('-basis-points')) return 'percent';
  return key.endsWith('.action') ? 'action' : 'count';
}

export const TERM_EXAMPLES: Readonly<Record<TermKind, string>> = { won: '26억', percent: '20', action: 'WARN', count: '10' };

/** A stored value as it is typed. */
export function typedTermValue(kind: TermKind, stored: string): string {
  if (kind === 'won') return formatWon(stored);
  return kind === 'percent' ? formatBasisPoints(Number(stored)) : stored;
}

/** The typed value as the API stores it; null where it cannot be read. */
export function readTermValue(kind: TermKind, typed: string): string | null {
  if (kind === 'action') return typed === 'WARN' || typed === 'BLOCK' ? typed : null;
  if (kind === 'percent') return parseBasisPoints(typed)?.toString() ?? null;
  if (kind === 'count') return /^[0-9]{1,4}$/.test(typed.trim()) ? String(Number(typed)) : null;
  const amount = parseWonInput(typed);
  return amount.ok ? amount.amount.toString() : null;
}
