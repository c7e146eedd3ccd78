import { describe, expect, it } from '@jest/globals';
import { actorOf, SYSTEM_ACTOR } from './actor.js';
import { PERMISSION_CODES, permissionsOf, type Permission } from './permissions.js';
import { findToxicPair, ROLE_CODES, TOXIC_ROLE_PAIRS, type Role } from './role.js';

/** What everybody may do about their own account, whatever they hold. */
const OF_ONESELF: Permission[] = [
  ...(['identity.confirm', 'invitation.redeem', 'password.change', 'recovery-code.renew', 'session.read', 'session.revoke'] as const),
  ...(['passkey.enrol', 'passkey.offer', 'passkey.remove', 'totp.confirm', 'totp.offer', 'totp.remove'] as const),
];
/** What takes some role, whichever. */
const OF_A_ROLE: Permission[] = ['approval.read', 'break-glass.read', 'own-provider.link', 'provider.unlink'];
const BUSINESS_READS: Permission[] = [
  ...OF_ONESELF,
  ...OF_A_ROLE,
  ...(['document.read', 'fund.read', 'history.read', 'import.read', 'investment.read', 'ledger.read', 'party.read'] as const),
  ...(['grant.read', 'policy.read', 'programme.read', 'report.download', 'report.read', 'voucher.read'] as const),
];
const SIGNING: Permission[] = ['approval.recall', 'approval.resubmit', 'approval.return', 'approval.sign', 'break-glass.open', 'deputy.appoint', 'deputy.end'];
const FEEDS: Permission[] = ['calendar-feed.create', 'calendar-feed.read', 'calendar-feed.revoke'];
const TOKENS: Permission[] = ['api-token.create', 'api-token.read', 'api-token.revoke'];
const WATCHING: Permission[] = [
  ...(['access-log.export', 'access-log.read', 'audit-pack.download', 'audit-pack.read', 'audit-pack.unmask', 'bank-account.find', 'bank-account.read'] as const),
  ...(['command.read', 'decision.read', 'evidence-bundle.download', 'ratio-series.read', 'report.log', 'role.read', 'seal.read', 'seal.verify'] as const),
];

describe('the segregation-of-duties matrix', () => {
  const rows: [Role, Permission[]][] = [
    [
      'FUND_MANAGER',
      [
        ...BUSINESS_READS,
        ...SIGNING,
        ...FEEDS,
        ...TOKENS,
        ...(['capital-call.issue', 'overdue-interest.waive', 'document.upload', 'evidence.attach', 'recognition-exception.record', 'recognition-exception.withdraw', 'fund-register.import', 'fund.form'] as const),
        ...(['distribution.pay', 'scenario.save', 'report-text.decide', 'report.issue', 'report.reissue', 'report-schedule.lay', 'report-schedule.draft', 'report-schedule.end'] as const),
        ...(['agreement.amend', 'commitment.transfer', 'fund.extend', 'fund.dissolve', 'fund-duty.fulfil'] as const),
        ...(['investment.convert', 'investment.rescind', 'deal-trait.record', 'waiver.grant', 'waiver.revoke', 'related-party.read', 'related-party.record', 'related-party.end'] as const),
        ...(['investment.record', 'investment.void', 'programme.create', 'vintage.add', 'valuation.record', 'exit.record', 'fee.bill'] as const),
      ],
    ],
    [
      'FINANCE_MAKER',
      [
        ...BUSINESS_READS,
        ...SIGNING,
        ...FEEDS,
        ...TOKENS,
        ...(['bank-account.close', 'bank-account.find', 'bank-account.read', 'bank-account.register', 'bank-account.unmask'] as const),
        ...(['valuation.record', 'escrow.receive', 'fee.bill', 'fee.void', 'expense.pay', 'expense.void', 'due-diligence.settle'] as const),
        ...(['capital-call.issue', 'capital-call.receive', 'document.upload'] as const),
        ...(['capital-receipt.reverse', 'overdue-interest.receive', 'overdue-interest.reverse', 'custodian-account.register'] as const),
        ...(['distribution.pay', 'distribution.reverse', 'carry.claw-back', 'report.issue', 'report.reissue', 'report-schedule.lay', 'report-schedule.draft', 'report-schedule.end'] as const),
        ...(['voucher.issue', 'voucher-roster.import', 'voucher-year.open', 'voucher-year.close', 'voucher-budget.decide', 'service-provider.register', 'service-provider.suspend'] as const),
        ...(['service-provider.resume', 'broker.register', 'broker.renew', 'broker.strike-off', 'business-status.record'] as const),
        ...(['application.receive', 'application.screen', 'application.reject', 'selection.decide', 'selection.promote'] as const),
        ...(['voucher.agree', 'own-money.deposit', 'own-money.return'] as const),
        ...(['grant-agreement.conclude', 'grant-agreement.fund-year', 'grant-agreement.amend', 'grant-agreement.notify', 'grant-agreement.suspend', 'grant-agreement.resume', 'grant-agreement.complete', 'grant-agreement.terminate', 'grant-agreement.close'] as const),
        ...(['grant-tranche.plan', 'grant-tranche.confirm', 'grant-tranche.request', 'grant-tranche.void', 'grant-own-share.receive', 'grant-own-share.reverse', 'grant-year.close', 'grant-tranche.send-back'] as const),
        ...(['grant-deadline.fulfil', 'grant-asset.register', 'grant-asset.confirm', 'grant-asset.approve-disposal', 'grant-asset.dispose', 'accredited-lab.register'] as const),
        ...(['service-order.request', 'service-order.accept', 'service-order.decline', 'service-order.certify', 'service-order.approve', 'service-order.cancel'] as const),
        ...(['grant-royalty.register', 'grant-royalty.declare', 'grant-royalty.notify', 'grant-royalty.divide', 'outcome-claim.receive', 'outcome-claim.remit', 'outcome-receipt.reverse'] as const),
        ...(['grant-call.open', 'grant-call.pass-feasibility', 'grant-budget.decide'] as const),
        ...(['matching-deposit.record', 'matching-deposit.prove', 'matching-deposit.reverse', 'matching-withdrawal.record', 'matching-withdrawal.reverse', 'matching-release.request', 'matching-release.send-back', 'matching-release.void', 'matching-clawback.propose'] as const),
        ...(['matching-pool.open', 'matching-pool.decide-queue', 'matching-project.plan', 'matching-project.conclude', 'matching-register.import'] as const),
        ...(['grant-application.receive', 'grant-application.import', 'grant-application.answer', 'grant-application.check', 'grant-application.reject', 'grant-application.withdraw'] as const),
        ...(['grant-ban.record', 'grant-selection.decide', 'grant-selection.promote', 'grant-objection.file'] as const),
        ...(['grant-expense.record', 'grant-expense.void', 'grant-evidence.attach', 'grant-interest.record', 'grant-interest.use', 'grant-interest.void', 'grant-register.import'] as const),
        ...(['grant-settlement.report', 'grant-settlement.decide', 'grant-settlement.object', 'grant-settlement.answer', 'grant-settlement.finalize', 'grant-verification.record'] as const),
        ...(['grant-recovery.receive', 'grant-recovery-receipt.reverse', 'grant-recovery.set-off', 'grant-recovery.surcharge', 'grant-recovery.remind', 'grant-recovery.write-off', 'grant-recovery.remit'] as const),
        ...(['voucher.withdraw', 'voucher.cancel', 'voucher.expire', 'voucher.suspend', 'voucher.resume', 'voucher.extend', 'voucher.top-up', 'voucher.split'] as const),
        ...(['clawback.decide', 'clawback.receive', 'clawback-receipt.reverse', 'clawback.offset', 'clawback.surcharge', 'clawback.write-off'] as const),
        ...(['service.contract', 'service.deliver', 'service.accept', 'service.inspect', 'service.claim', 'service.send-back', 'service.reassign', 'service.cancel'] as const),
        ...(['service.reverse-capture', 'service.refund', 'party-address.record', 'payment-run.download', 'settlement-bundle.download'] as const),
        ...(['payment-run.read', 'payment-run.draft', 'payment-run.export', 'payment-run.confirm', 'payment-run.answer', 'payment-run.reject-line', 'payment-run.return-line', 'payment-run.void', 'paying-account.designate'] as const),
        ...(['bank-statement.read', 'statement-account.open', 'bank-statement.import', 'bank-match.confirm', 'bank-match.undo', 'bank-line.explain'] as const),
      ],
    ],
    [
      'FINANCE_CHECKER',
      [
        ...BUSINESS_READS,
        ...SIGNING,
        ...FEEDS,
        ...TOKENS,
        ...(['bank-account.find', 'bank-account.read', 'bank-account.unmask', 'service.send-back', 'service.capture'] as const),
        ...(['grant-tranche.send-back', 'grant-tranche.decide', 'grant-expense.review'] as const),
        ...(['matching-deposit.prove', 'matching-release.send-back', 'matching-release.decide', 'matching-clawback.decide'] as const),
        ...(['payment-run.read', 'payment-run.download', 'settlement-bundle.download', 'payment-run.release', 'payment-run.export', 'payment-run.void'] as const),
        ...(['bank-statement.read', 'bank-match.confirm', 'bank-match.undo', 'bank-line.explain'] as const),
      ],
    ],
    [
      'COMPLIANCE',
      [
        ...BUSINESS_READS,
        ...SIGNING,
        ...FEEDS,
        ...TOKENS,
        ...WATCHING,
        ...(['access-log.purge', 'access-review.complete', 'approval-policy.decide', 'classification.decide'] as const),
        ...(['evidence.invalidate', 'recognition-exception.withdraw', 'public-institute.record', 'public-institute.import', 'public-institute.end'] as const),
        ...(['waiver.revoke', 'related-party.read', 'related-party.record', 'related-party.end'] as const),
        ...(['fee-term.decide', 'grant-sanction.decide', 'grant-sanction.object', 'grant-sanction.answer'] as const),
        ...(['waterfall-term.decide', 'report-text.decide', 'report-schedule.end', 'report.withdraw', 'report.print', 'matching-zone.record', 'matching-flag.decide'] as const),
        ...(['period.close', 'period.reopen', 'policy.decide', 'seal.anchor', 'voucher-term.decide', 'grant-term.decide', 'grant-objection.decide', 'warning-sign.decide'] as const),
        ...(['payment-run.read', 'payment-run.download', 'settlement-bundle.download', 'bank-statement.read'] as const),
        ...(['mandate.decide', 'mandate.end', 'statutory-profile.record', 'general-partner-profile.record'] as const),
      ],
    ],
    ['APPROVER', [...BUSINESS_READS, 'related-party.read', ...SIGNING, ...FEEDS, 'payment-run.read', 'payment-run.release', 'bank-statement.read']],
    ['COMMITTEE', [...BUSINESS_READS, ...SIGNING, 'grant-evaluation.declare', 'grant-evaluation.score', 'evaluation.declare', 'evaluation.score']],
    ['AUDITOR', [...BUSINESS_READS, 'related-party.read', ...WATCHING, 'bank-account.unmask', 'payment-run.read', 'payment-run.download', 'settlement-bundle.download', 'bank-statement.read']],
    [
      'ADMIN',
      [
        ...OF_ONESELF,
        ...OF_A_ROLE,
        ...SIGNING,
        ...(['api-token.read', 'api-token.revoke', 'provider.link', 'role.grant', 'role.read', 'role.rescope', 'role.revoke'] as const),
        ...(['user.create', 'user.deactivate', 'user.disconnect', 'user.invite', 'user.manage', 'user.promote', 'user.restrict'] as const),
      ],
    ],
  ];
  it.each(rows)('%s', (role, permissions) => {
    expect(permissionsOf([role])).toEqual([...permissions].sort());
  });

  it('gives the union of what each role may do', () => {
    expect(permissionsOf(['FUND_MANAGER', 'FINANCE_MAKER'])).toEqual(
      [...new Set([...permissionsOf(['FUND_MANAGER']), ...permissionsOf(['FINANCE_MAKER'])])].sort(),
    );
  });

  it('lets somebody without a role look after their own account, and nothing else', () => {
    expect(permissionsOf([])).toEqual([...OF_ONESELF].sort());
  });

  it('leaves no permission without a holder', () => {
    expect(PERMISSION_CODES.filter((permission) => !ROLE_CODES.some((role) => permissionsOf([role]).includes(permission)))).toEqual([]);
  });
});

describe('toxic pairs', () => {
  const combinations: [Role[], readonly [Role, Role] | null][] = [
    [['FUND_MANAGER', 'COMPLIANCE'], ['FUND_MANAGER', 'COMPLIANCE']],
    [['FINANCE_CHECKER', 'FINANCE_MAKER'], ['FINANCE_MAKER', 'FINANCE_CHECKER']],
    [['FUND_MANAGER', 'FINANCE_MAKER'], null],
    [['FINANCE_CHECKER', 'COMPLIANCE'], null],
    [['AUDITOR'], null],
    [[], null],
  ];
  it.each(combinations)('%j -> %j', (roles, expected) => {
    expect(findToxicPair(roles)).toEqual(expected);
  });

  it.each(['ADMIN', 'AUDITOR'] as const)('%s goes with no other role', (alone) => {
    const others = ROLE_CODES.filter((role) => role !== alone);
    expect(others.filter((other) => findToxicPair([alone, other]) === null)).toEqual([]);
  });

  it('knows each pair once', () => {
    const sorted = TOXIC_ROLE_PAIRS.map((pair) => [...pair].sort().join(' '));
    expect(new Set(sorted).size).toBe(sorted.length);
  });
});

describe('actors', () => {
  it('reads as the auditor role of the database only for auditors', () => {
    const person = { id: '11111111-1111-4111-8111-111111111111', login: 'kim', name: '김감사' };
    expect(actorOf({ ...person, held: [{ role: 'AUDITOR', scopes: ['*'] }] }).readOnly).toBe(true);
    expect(actorOf({ ...person, held: [{ role: 'COMPLIANCE', scopes: ['*'] }] }).readOnly).toBe(false);
  });

  it('lets the system do everything', () => {
    expect([...SYSTEM_ACTOR.permissions].sort()).toEqual([...PERMISSION_CODES].sort());
  });
});
