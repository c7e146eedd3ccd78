import { ROLE_CODES, type Role } from './role.js';

const MANAGER = ['FUND_MANAGER'] as const;
const COMPLIANCE = ['COMPLIANCE'] as const;
const FINANCE_MAKER = ['FINANCE_MAKER'] as const;
const COMMITTEE = ['COMMITTEE'] as const;
const ADMIN = ['ADMIN'] as const;
/** Everybody who does business or watches over it: all but the administrator, who sees no business data. */
const READERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR'] as const;
/** Those who prepare business and those who sign it. */
const MAKERS_AND_SIGNERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'ADMIN'] as const;
/** Those for whose work programs are written: an approver, an auditor and an administrator act in person only. */
const TOKEN_MAKERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE'] as const;
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
 * - the administrator gives out accounts, roles and ranks; compliance and the auditor review who holds what where.
 */
export const PERMISSIONS = {
  'session.read': ROLE_CODES,
  'session.revoke': ROLE_CODES,
  'identity.confirm': ROLE_CODES,
  'password.change': ROLE_CODES,
  'invitation.redeem': ROLE_CODES,
  'totp.offer': ROLE_CODES,
  'totp.confirm': ROLE_CODES,
  'totp.remove': ROLE_CODES,
  'passkey.offer': ROLE_CODES,
  'passkey.enrol': ROLE_CODES,
  'passkey.remove': ROLE_CODES,
  'recovery-code.renew': ROLE_CODES,

  'programme.create': MANAGER,
  'vintage.add': MANAGER,
  'programme.read': READERS,
  'fund.form': MANAGER,
  'fund.read': READERS,
  'agreement.amend': MANAGER,
  'commitment.transfer': MANAGER,
  'fund.extend': MANAGER,
  'fund.dissolve': MANAGER,
  'fund-duty.fulfil': MANAGER,
  'fund-register.import': MANAGER,
  'import.read': READERS,
  'capital-call.issue': ['FUND_MANAGER', 'FINANCE_MAKER'],
  'capital-call.receive': ['FINANCE_MAKER'],
  'capital-call.match': FINANCE_MAKER,
  'capital-receipt.reverse': FINANCE_MAKER,
  'overdue-interest.receive': FINANCE_MAKER,
  'overdue-interest.waive': MANAGER,
  'overdue-interest.reverse': FINANCE_MAKER,
  'custodian-account.register': FINANCE_MAKER,
  'custodian-statement.import': FINANCE_MAKER,
  'investment.record': MANAGER,
  'investment.void': MANAGER,
  'investment.read': READERS,
  'investment.convert': MANAGER,
  'investment.rescind': MANAGER,
  'deal-trait.record': MANAGER,
  'waiver.grant': MANAGER,
  'waiver.revoke': ['FUND_MANAGER', 'COMPLIANCE'],
  'related-party.read': ['FUND_MANAGER', 'COMPLIANCE', 'APPROVER', 'AUDITOR'],
  'related-party.record': ['FUND_MANAGER', 'COMPLIANCE'],
  'related-party.end': ['FUND_MANAGER', 'COMPLIANCE'],
  'valuation.record': ['FUND_MANAGER', 'FINANCE_MAKER'],
  'exit.record': MANAGER,
  'escrow.receive': FINANCE_MAKER,
  'fee-term.decide': COMPLIANCE,
  'fee.bill': ['FUND_MANAGER', 'FINANCE_MAKER'],
  'fee.void': FINANCE_MAKER,
  'expense.pay': FINANCE_MAKER,
  'expense.void': FINANCE_MAKER,
  'due-diligence.settle': FINANCE_MAKER,
  'classification.decide': COMPLIANCE,
  'evidence.attach': MANAGER,
  'evidence.invalidate': COMPLIANCE,
  'recognition-exception.record': MANAGER,
  'public-institute.record': COMPLIANCE,
  'public-institute.import': COMPLIANCE,
  'public-institute.end': COMPLIANCE,
  'document.upload': ['FUND_MANAGER', 'FINANCE_MAKER'],
  'document.read': READERS,
  'policy.decide': COMPLIANCE,
  'mandate.decide': COMPLIANCE,
  'mandate.end': COMPLIANCE,
  'statutory-profile.record': COMPLIANCE,
  'general-partner-profile.record': COMPLIANCE,
  'policy.read': READERS,
  'period.close': COMPLIANCE,
  'ledger.read': READERS,
  'waterfall-term.decide': COMPLIANCE,
  'distribution.pay': ['FUND_MANAGER', 'FINANCE_MAKER'],
  'distribution.reverse': FINANCE_MAKER,
  'carry.claw-back': FINANCE_MAKER,
  'scenario.save': MANAGER,
  'report.read': READERS,
  'report.download': READERS,
  'report.log': WATCHERS,
  'command.read': WATCHERS,
  'audit-pack.read': WATCHERS,
  'audit-pack.unmask': WATCHERS,
  'audit-pack.download': WATCHERS,
  'decision.read': WATCHERS,
  'ratio-series.read': WATCHERS,
  'evidence-bundle.download': WATCHERS,
  'seal.read': WATCHERS,
  'seal.verify': WATCHERS,
  'seal.anchor': COMPLIANCE,

  'voucher.read': READERS,
  'voucher-year.open': FINANCE_MAKER,
  'voucher-year.close': FINANCE_MAKER,
  'voucher-budget.decide': FINANCE_MAKER,
  'voucher-term.decide': COMPLIANCE,
  'service-provider.register': FINANCE_MAKER,
  'service-provider.suspend': FINANCE_MAKER,
  'service-provider.resume': FINANCE_MAKER,
  'broker.register': FINANCE_MAKER,
  'broker.renew': FINANCE_MAKER,
  'broker.strike-off': FINANCE_MAKER,
  'business-status.record': FINANCE_MAKER,
  'application.receive': FINANCE_MAKER,
  'application.screen': FINANCE_MAKER,
  'application.reject': FINANCE_MAKER,
  'evaluation.declare': COMMITTEE,
  'evaluation.score': COMMITTEE,
  'selection.decide': FINANCE_MAKER,
  'selection.promote': FINANCE_MAKER,
  'voucher.agree': FINANCE_MAKER,
  'own-money.deposit': FINANCE_MAKER,
  'own-money.return': FINANCE_MAKER,
  'voucher.issue': FINANCE_MAKER,
  'voucher-roster.import': FINANCE_MAKER,
  'voucher.withdraw': FINANCE_MAKER,
  'voucher.cancel': FINANCE_MAKER,
  'voucher.expire': FINANCE_MAKER,
  'voucher.suspend': FINANCE_MAKER,
  'voucher.resume': FINANCE_MAKER,
  'voucher.extend': FINANCE_MAKER,
  'voucher.top-up': FINANCE_MAKER,
  'voucher.split': FINANCE_MAKER,
  'clawback.decide': FINANCE_MAKER,
  'clawback.receive': FINANCE_MAKER,
  'clawback.offset': FINANCE_MAKER,
  'clawback.surcharge': FINANCE_MAKER,
  'clawback.write-off': FINANCE_MAKER,
  'warning-sign.decide': COMPLIANCE,
  'service.contract': FINANCE_MAKER,
  'service.deliver': FINANCE_MAKER,
  'service.accept': FINANCE_MAKER,
  'service.inspect': FINANCE_MAKER,
  'service.claim': FINANCE_MAKER,
  'service.send-back': ['FINANCE_MAKER', 'FINANCE_CHECKER'],
  'service.reassign': FINANCE_MAKER,
  'service.cancel': FINANCE_MAKER,
  'service.capture': ['FINANCE_CHECKER'],
  'service.reverse-capture': FINANCE_MAKER,
  'service.refund': FINANCE_MAKER,
  'payment-batch.read': ['FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'AUDITOR'],
  'payment-batch.download': ['FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'AUDITOR'],
  'payment-batch.draft': FINANCE_MAKER,
  'payment-batch.release': ['FINANCE_CHECKER', 'APPROVER'],
  'payment-batch.cancel': ['FINANCE_MAKER', 'FINANCE_CHECKER'],

  'party.read': READERS,
  'bank-account.read': ['FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'AUDITOR'],
  'bank-account.find': ['FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'AUDITOR'],
  'bank-account.unmask': ['FINANCE_MAKER', 'FINANCE_CHECKER', 'AUDITOR'],
  'bank-account.register': ['FINANCE_MAKER'],
  'bank-account.close': ['FINANCE_MAKER'],
  'access-log.read': WATCHERS,
  'access-log.export': WATCHERS,
  'access-log.purge': COMPLIANCE,
  'access-review.complete': COMPLIANCE,

  'approval.read': ROLE_CODES,
  'approval.sign': MAKERS_AND_SIGNERS,
  'approval.return': MAKERS_AND_SIGNERS,
  'approval.recall': MAKERS_AND_SIGNERS,
  'approval.resubmit': MAKERS_AND_SIGNERS,
  'approval-policy.decide': COMPLIANCE,
  'deputy.appoint': MAKERS_AND_SIGNERS,
  'deputy.end': MAKERS_AND_SIGNERS,
  'break-glass.open': MAKERS_AND_SIGNERS,
  'break-glass.read': ROLE_CODES,
  'history.read': READERS,
  'period.reopen': COMPLIANCE,

  'api-token.create': TOKEN_MAKERS,
  'api-token.read': [...TOKEN_MAKERS, 'ADMIN'],
  'api-token.revoke': [...TOKEN_MAKERS, 'ADMIN'],
  'provider.link': ADMIN,
  'provider.unlink': ROLE_CODES,
  'own-provider.link': ROLE_CODES,
  'role.read': ['ADMIN', ...WATCHERS],
  'role.grant': ADMIN,
  'role.rescope': ADMIN,
  'role.revoke': ADMIN,
  'user.promote': ADMIN,
  'user.manage': ADMIN,
  'user.create': ADMIN,
  'user.deactivate': ADMIN,
  'user.invite': ADMIN,
  'user.restrict': ADMIN,
  'user.disconnect': ADMIN,
} as const satisfies Record<`${string}.${string}`, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_CODES = Object.keys(PERMISSIONS) as readonly Permission[];

/** Whoever is signed in may ask who they are, sign out and look after their own account, even after losing the last role. */
const OF_ONESELF: ReadonlySet<Permission> = new Set([
  'session.read',
  'session.revoke',
  'identity.confirm',
  'password.change',
  'invitation.redeem',
  'totp.offer',
  'totp.confirm',
  'totp.remove',
  'passkey.offer',
  'passkey.enrol',
  'passkey.remove',
  'recovery-code.renew',
]);

/** Who may run the command or route `name`: the roles, or null for everybody with an account. */
export function holdersOf(name: Permission): readonly Role[] | null {
  return OF_ONESELF.has(name) ? null : PERMISSIONS[name];
}

/** What somebody with these roles may do, sorted by name. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  const holds = (permission: Permission): boolean => OF_ONESELF.has(permission) || PERMISSIONS[permission].some((role) => roles.includes(role));
  return PERMISSION_CODES.filter(holds).sort();
}
