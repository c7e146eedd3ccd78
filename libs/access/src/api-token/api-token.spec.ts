import { describe, expect, it } from '@jest/globals';
import { PERMISSION_CODES } from '../permission/permissions.js';
import { givablePermissions, isForTokens, notGivable, opened, readingPermissions, stateOf } from './api-token.js';
import { isTokenText, newTokenText } from './token-text.js';

/** What turns money round, tells whole numbers of accounts, or is the look of a second person. */
const MONEY_AND_MASKS = ['bank-account.register', 'bank-account.find', 'custodian-account.register', 'paying-account.designate', 'payment-run.export', 'payment-run.release', 'service.capture', 'grant-expense.review', 'grant-asset.approve-disposal'];
/** Nouns of which nothing is for programs: accounts and signatures, scores and decisions, the audit room and its logs. */
const FOR_PEOPLE = [
  ...['access-log', 'access-review', 'api-token', 'approval', 'approval-policy', 'audit-pack', 'bank-account', 'break-glass', 'calendar-feed', 'classification', 'command', 'custodian-account', 'decision'],
  ...['deputy', 'evaluation', 'evidence-bundle', 'fee-term', 'general-partner-profile', 'grant-budget', 'grant-evaluation', 'grant-sanction', 'grant-selection', 'grant-term', 'grant-year', 'identity'],
  ...['invitation', 'mandate', 'matching-flag', 'own-provider', 'passkey', 'password', 'paying-account', 'period', 'provider', 'recovery-code', 'report-text', 'role', 'seal', 'selection', 'session'],
  ...['statement-account', 'statutory-profile', 'totp', 'user', 'voucher-budget', 'voucher-term', 'warning-sign', 'waterfall-term'],
];

describe('the text of a token', () => {
  it('is new every time, and known again by its checksum', () => {
    const texts = Array.from({ length: 100 }, newTokenText);
    expect(new Set(texts).size).toBe(100);
    expect(texts.filter((text) => !isTokenText(text) || !/^baton_[0-9A-Za-z]{49}$/.test(text))).toEqual([]);
  });

  it('is another text as soon as one letter is another', () => {
    const text = newTokenText();
    const changed = Array.from({ length: 49 }, (_, index) => {
      const at = 6 + index;
      return `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`;
    });
    expect(changed.filter(isTokenText)).toEqual([]);
  });

  it.each(['', 'baton_', `baton_${'0'.repeat(49)}x`, ` ${newTokenText()}`, `${newTokenText()}\n`, newTokenText().toUpperCase()])('is not %j', (text) => {
    expect(isTokenText(text)).toBe(false);
  });
});

describe('what a token may carry', () => {
  it.each(['fund.read', 'ledger.read', 'report.download', 'investment.record', 'fund-register.import', 'capital-call.receive', 'voucher-roster.import', 'grant-expense.record', 'matching-deposit.record', 'bank-statement.import', 'payment-run.draft'])('%s', (permission) => {
    expect(isForTokens(permission)).toBe(true);
  });

  it.each(['user.create', 'user.manage', 'session.read', 'approval.read', 'approval.sign', 'approval-policy.decide', 'policy.decide', 'classification.decide', 'period.close', 'period.reopen', 'break-glass.open', 'deputy.appoint', 'api-token.create', 'provider.link', 'own-provider.link', ...MONEY_AND_MASKS])(
    'never %s',
    (permission) => {
      expect(isForTokens(permission)).toBe(false);
    },
  );

  it('is no permission whose name speaks of accounts, signatures or tokens', () => {
    const words = /\b(user|approve|approval|sign|token|session|role|password|factor|unmask|account)\b|^(own-)?provider\./;
    expect(PERMISSION_CODES.filter((permission) => isForTokens(permission) && words.test(permission))).toEqual([]);
  });

  it('is told by area, and only what its maker has', () => {
    expect(givablePermissions(['user.create', 'voucher.read', 'report.read', 'fund.read', 'payment-run.release', 'voucher.issue'])).toEqual([
      { permission: 'fund.read', area: 'FUND' },
      { permission: 'voucher.issue', area: 'VOUCHER' },
      { permission: 'voucher.read', area: 'VOUCHER' },
      { permission: 'report.read', area: 'COMMON' },
    ]);
  });

  it('is something of every noun that is not for people alone', () => {
    const nounsOf = (permissions: readonly string[]): Set<string> => new Set(permissions.map((permission) => permission.replace(/\..*/, '')));
    const open = nounsOf(PERMISSION_CODES.filter(isForTokens));
    expect([...nounsOf(PERMISSION_CODES)].filter((noun) => !open.has(noun)).sort()).toEqual(FOR_PEOPLE);
  });

  it('is reading, unless more is asked for', () => {
    expect(readingPermissions(['session.read', 'ledger.read', 'fund.read', 'investment.record', 'approval.read'])).toEqual(['fund.read', 'ledger.read']);
  });

  it('is nothing that its maker may not do', () => {
    expect(notGivable(['fund.read', 'fund.form', 'user.create'], new Set(['fund.read', 'user.create']))).toEqual(['fund.form', 'user.create']);
  });

  it('ends with what its owner may do', () => {
    expect([...opened(['fund.read', 'fund.form'], new Set(['fund.read']))]).toEqual(['fund.read']);
    expect([...opened(['fund.read', 'user.create'], new Set(['fund.read', 'user.create']))]).toEqual(['fund.read']);
  });
});

describe('a token', () => {
  const [earlier, now, later] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-03-02T00:00:00Z'), new Date('2026-03-03T00:00:00Z')];
  it.each([
    [{ revokedAt: null, expiresAt: later, shown: true }, 'LIVE'],
    [{ revokedAt: null, expiresAt: later, shown: false }, 'UNSEEN'],
    [{ revokedAt: null, expiresAt: now, shown: true }, 'EXPIRED'],
    [{ revokedAt: earlier, expiresAt: earlier, shown: true }, 'REVOKED'],
  ])('%j is %s', (token, state) => {
    expect(stateOf(token, now)).toBe(state);
  });
});
