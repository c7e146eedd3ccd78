import { describe, expect, it } from '@jest/globals';
import { PERMISSION_CODES } from '../permission/permissions.js';
import { isForTokens, notGivable, opened, readingPermissions, stateOf } from './api-token.js';
import { isTokenText, newTokenText } from './token-text.js';

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
  it.each(['fund.read', 'ledger.read', 'report.download', 'investment.record', 'fund-register.import', 'capital-call.receive'])('%s', (permission) => {
    expect(isForTokens(permission)).toBe(true);
  });

  it.each(['user.create', 'user.manage', 'session.read', 'approval.read', 'approval.sign', 'approval-policy.decide', 'policy.decide', 'classification.decide', 'period.close', 'period.reopen', 'break-glass.open', 'deputy.appoint', 'api-token.create', 'provider.link', 'own-provider.link'])(
    'never %s',
    (permission) => {
      expect(isForTokens(permission)).toBe(false);
    },
  );

  it('is no permission whose name speaks of accounts, signatures or tokens', () => {
    expect(PERMISSION_CODES.filter((permission) => isForTokens(permission) && /user|approv|sign|token|session|provider|role|passw|factor|unmask/.test(permission))).toEqual([]);
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
