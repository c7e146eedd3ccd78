import { describe, expect, it } from '@jest/globals';
import { SCOPE_SHAPE, scopesOf, scopesUnder, type HeldRole } from './scope.js';
import type { Permission } from './permissions.js';

const A = 'fund/00000000-0000-4000-8000-00000000000a';
const B = 'fund/00000000-0000-4000-8000-00000000000b';
const P = 'programme/00000000-0000-4000-8000-00000000000c';

const held = (...roles: [HeldRole['role'], ...string[]][]): HeldRole[] => roles.map(([role, ...scopes]) => ({ role, scopes }));

describe('where somebody may act', () => {
  const rows: [string, HeldRole[], readonly string[]][] = [
    ['nobody’s scopes are none', [], []],
    ['one role', held(['FUND_MANAGER', A]), [A]],
    ['several roles add up, each place once', held(['FUND_MANAGER', B, A], ['FINANCE_MAKER', A, P]), [A, B, P]],
    ['everywhere swallows the rest', held(['FUND_MANAGER', A], ['FINANCE_MAKER', '*']), ['*']],
    ['an administrator’s everywhere holds no fund', held(['ADMIN', '*']), ['administration']],
  ];
  it.each(rows)('%s', (_, roles, expected) => {
    expect(scopesOf(roles)).toEqual(expected);
  });
});

describe('where a permission holds', () => {
  const both = held(['FUND_MANAGER', A], ['FINANCE_MAKER', B]);
  const rows: [Permission, HeldRole[], readonly string[]][] = [
    ['fund.read', both, [A, B]],
    ['investment.record', both, [A]],
    ['capital-call.receive', both, [B]],
    ['capital-call.issue', both, [A, B]],
    ['classification.decide', both, []],
    ['user.create', held(['ADMIN', '*']), ['administration']],
    ['fund.read', held(['ADMIN', '*']), []],
    ['command.read', held(['AUDITOR', '*']), ['*']],
  ];
  it.each(rows)('%s of %j -> %j', (permission, roles, expected) => {
    expect(scopesUnder(permission, roles)).toEqual(expected);
  });
});

describe('the spelling of a scope', () => {
  it.each([
    ['*', true],
    [A, true],
    [P, true],
    ['fund/*', false],
    ['administration', false],
    [`${A},${B}`, false],
    ['fund/00000000-0000-4000-8000-00000000000A', false],
    ['', false],
  ])('%j: %s', (scope, right) => {
    expect(SCOPE_SHAPE.test(scope)).toBe(right);
  });
});
