import { describe, expect, it } from '@jest/globals';
import type { Role, RoleHolder } from './grant.requests.js';
import { conflictsWith } from './toxic.js';

const PAIRS = [
  { one: 'FUND_MANAGER', other: 'COMPLIANCE' },
  { one: 'ADMIN', other: 'FUND_MANAGER' },
] as const;

const holder = (login: string, personId: string, ...roles: Role[]): RoleHolder => ({
  id: login,
  login,
  name: login,
  rank: 'STAFF',
  active: true,
  personId,
  roles: roles.map((role) => ({ role, scopes: ['*'], grantedBy: 'x', grantedAt: '2026-01-01T00:00:00Z' })),
});

describe('what stands in the way of a role', () => {
  const people = [holder('kim', 'person-1', 'FUND_MANAGER'), holder('kim2', 'person-1'), holder('lee', 'person-2', 'COMPLIANCE')];
  it.each([
    ['COMPLIANCE', 'person-1', ['FUND_MANAGER kim']],
    ['ADMIN', 'person-1', ['FUND_MANAGER kim']],
    ['FINANCE_MAKER', 'person-1', []],
    ['FUND_MANAGER', 'person-2', ['COMPLIANCE lee']],
    ['ADMIN', 'person-2', []],
    ['FUND_MANAGER', 'person-3', []],
  ] as const)('%s for %s: %j', (role, personId, expected) => {
    expect(conflictsWith(role, { personId }, people, [...PAIRS]).map((conflict) => `${conflict.role} ${conflict.login}`)).toEqual(expected);
  });
});
