import { ROLE_CODES, type Role } from './role.js';

const MANAGER = ['FUND_MANAGER'] as const;
const COMPLIANCE = ['COMPLIANCE'] as const;
const ADMIN = ['ADMIN'] as const;
/** Everybody who does business or watches over it: all but the administrator, who sees no business data. */
const READERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR'] as const;
/** Those who prepare business and those who sign it. */
const MAKERS_AND_SIGNERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'ADMIN'] as const;
/** Those who watch, and therefore see who did what and who took which report away. */
const WATCHERS = ['COMPLIANCE', 'AUDITOR'] as const;

/**
 * Every permission of the product with the roles that hold it: the one place where a feature registers its own. A
 * permission is named like the command or the route it opens (`noun.verb`). Source: the segregation-of-duties matrix.
 *
 * Where the matrix is silent:
 * - the finance checker writes nothing here: what a checker approves arrives with the approval flow;
 * - receiving called money is the maker's, because the entry is drafted there; the manager only asks for the call;
 * - evidence is attached by the manager, who proposes a classification; compliance decides on it and adds none itself;
 * - closing a period is compliance's: it must be neither of the two who book and pay;
 * - the auditor sees the command log and the log of reports like compliance, and writes no business data at all;
 * - the administrator gives out accounts; compliance reviews those changes in the command log.
 */
export const PERMISSIONS = {
  'session.read': ROLE_CODES,

  'programme.create': MANAGER,
  'vintage.add': MANAGER,
  'programme.read': READERS,
  'fund.form': MANAGER,
  'fund.read': READERS,
  'fund-register.import': MANAGER,
  'import.read': READERS,
  'capital-call.issue': ['FUND_MANAGER', 'FINANCE_MAKER'],
  'capital-call.receive': ['FINANCE_MAKER'],
  'investment.record': MANAGER,
  'investment.void': MANAGER,
  'investment.read': READERS,
  'classification.decide': COMPLIANCE,
  'evidence.attach': MANAGER,
  'document.upload': ['FUND_MANAGER', 'FINANCE_MAKER'],
  'document.read': READERS,
  'policy.decide': COMPLIANCE,
  'policy.read': READERS,
  'period.close': COMPLIANCE,
  'ledger.read': READERS,
  'report.read': READERS,
  'report.download': READERS,
  'report.log': WATCHERS,
  'command.read': WATCHERS,

  'approval.read': ROLE_CODES,
  'approval.sign': MAKERS_AND_SIGNERS,
  'approval.return': MAKERS_AND_SIGNERS,
  'approval.recall': MAKERS_AND_SIGNERS,
  'approval-policy.decide': COMPLIANCE,
  'deputy.appoint': MAKERS_AND_SIGNERS,
  'break-glass.open': MAKERS_AND_SIGNERS,
  'period.reopen': COMPLIANCE,

  'user.manage': ADMIN,
  'user.create': ADMIN,
  'user.deactivate': ADMIN,
} as const satisfies Record<`${string}.${string}`, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_CODES = Object.keys(PERMISSIONS) as readonly Permission[];

/** Whoever is signed in may ask who they are and sign out, even after losing the last role. */
const FOR_EVERYBODY: Permission = 'session.read';

/** What somebody with these roles may do, sorted by name. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  const holds = (permission: Permission): boolean => permission === FOR_EVERYBODY || PERMISSIONS[permission].some((role) => roles.includes(role));
  return PERMISSION_CODES.filter(holds).sort();
}
