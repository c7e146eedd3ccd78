import { describe, expect, it } from '@jest/globals';
import { actorOf, SYSTEM_ACTOR } from './actor.js';
import { PERMISSION_CODES, permissionsOf, type Permission } from './permissions.js';
import { findToxicPair, ROLE_CODES, TOXIC_ROLE_PAIRS, type Role } from './role.js';

const BUSINESS_READS: Permission[] = [
  'document.read',
  'fund.read',
  'import.read',
  'investment.read',
  'ledger.read',
  'policy.read',
  'programme.read',
  'report.download',
  'report.read',
  'session.read',
];

describe('the segregation-of-duties matrix', () => {
  const rows: [Role, Permission[]][] = [
    [
      'FUND_MANAGER',
      [
        ...BUSINESS_READS,
        'capital-call.issue',
        'document.upload',
        'evidence.attach',
        'fund-register.import',
        'fund.form',
        'investment.record',
        'investment.void',
        'programme.create',
        'vintage.add',
      ],
    ],
    ['FINANCE_MAKER', [...BUSINESS_READS, 'capital-call.issue', 'capital-call.receive', 'document.upload']],
    ['FINANCE_CHECKER', BUSINESS_READS],
    ['COMPLIANCE', [...BUSINESS_READS, 'classification.decide', 'command.read', 'period.close', 'policy.decide', 'report.log']],
    ['AUDITOR', [...BUSINESS_READS, 'command.read', 'report.log']],
    ['ADMIN', ['session.read', 'user.create', 'user.deactivate', 'user.manage']],
  ];
  it.each(rows)('%s', (role, permissions) => {
    expect(permissionsOf([role])).toEqual([...permissions].sort());
  });

  it('gives the union of what each role may do', () => {
    expect(permissionsOf(['FUND_MANAGER', 'FINANCE_MAKER'])).toEqual(
      [...new Set([...permissionsOf(['FUND_MANAGER']), ...permissionsOf(['FINANCE_MAKER'])])].sort(),
    );
  });

  it('lets somebody without a role ask who they are and sign out, and nothing else', () => {
    expect(permissionsOf([])).toEqual(['session.read']);
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
    expect(actorOf({ ...person, roles: ['AUDITOR'] }).readOnly).toBe(true);
    expect(actorOf({ ...person, roles: ['COMPLIANCE'] }).readOnly).toBe(false);
  });

  it('lets the system do everything', () => {
    expect([...SYSTEM_ACTOR.permissions].sort()).toEqual([...PERMISSION_CODES].sort());
  });
});
