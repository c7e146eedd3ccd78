import type { Bilingual } from '#libs/errors';

/**
 * The roles a person can hold: a closed list, repeated as a CHECK on `user_role`. Source: the segregation-of-duties
 * matrix (직무분리).
 */
export const ROLES = {
  FUND_MANAGER: { ko: '펀드 운용 담당', en: 'Fund manager' },
  FINANCE_MAKER: { ko: '재무 담당(기안)', en: 'Finance, maker' },
  FINANCE_CHECKER: { ko: '재무 책임(승인·지급)', en: 'Finance, checker and payer' },
  COMPLIANCE: { ko: '준법감시', en: 'Compliance' },
  APPROVER: { ko: '결재권자', en: 'Approver' },
  COMMITTEE: { ko: '투자심의위원', en: 'Investment committee member' },
  AUDITOR: { ko: '부처 감사관', en: 'Ministry auditor' },
  ADMIN: { ko: '시스템 관리자', en: 'System administrator' },
} as const satisfies Record<string, Bilingual>;

export type Role = keyof typeof ROLES;

export const ROLE_CODES = Object.keys(ROLES) as readonly Role[];

/**
 * Roles that one person may not hold together: whoever proposes must not decide, whoever prepares must not pay, whoever
 * gives out roles does no business, whoever audits does nothing else. Each pair is a unique index on `user_role`.
 */
export const TOXIC_ROLE_PAIRS: readonly (readonly [Role, Role])[] = [
  ['FUND_MANAGER', 'COMPLIANCE'],
  ['FINANCE_MAKER', 'FINANCE_CHECKER'],
  ['ADMIN', 'FUND_MANAGER'],
  ['ADMIN', 'FINANCE_MAKER'],
  ['ADMIN', 'FINANCE_CHECKER'],
  ['ADMIN', 'COMPLIANCE'],
  ['AUDITOR', 'FUND_MANAGER'],
  ['AUDITOR', 'FINANCE_MAKER'],
  ['AUDITOR', 'FINANCE_CHECKER'],
  ['AUDITOR', 'COMPLIANCE'],
  ['AUDITOR', 'ADMIN'],
  ['APPROVER', 'FUND_MANAGER'],
  ['APPROVER', 'FINANCE_MAKER'],
  ['APPROVER', 'ADMIN'],
  ['APPROVER', 'AUDITOR'],
  ['COMMITTEE', 'FUND_MANAGER'],
  ['COMMITTEE', 'ADMIN'],
  ['COMMITTEE', 'AUDITOR'],
];

/** The first pair among `roles` that one person may not hold, or null. */
export function findToxicPair(roles: readonly Role[]): readonly [Role, Role] | null {
  return TOXIC_ROLE_PAIRS.find(([one, other]) => roles.includes(one) && roles.includes(other)) ?? null;
}
