import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import type { Role } from '../permission/role.js';
import { auditorIsBound } from './user.rules.js';

describe('the account of an auditor', () => {
  const day = localDate('2026-06-30');
  const rows: [Role[], { validThrough: typeof day | null; networks: string[] }, string[]][] = [
    [['AUDITOR'], { validThrough: null, networks: [] }, ['BLOCK', 'WARN']],
    [['AUDITOR'], { validThrough: null, networks: ['10.0.0.0/8'] }, ['BLOCK', 'PASS']],
    [['AUDITOR'], { validThrough: day, networks: [] }, ['PASS', 'WARN']],
    [['AUDITOR'], { validThrough: day, networks: ['10.0.0.0/8'] }, ['PASS', 'PASS']],
    [['COMPLIANCE'], { validThrough: null, networks: [] }, []],
  ];
  it.each(rows)('%j bound by %j: %j', (roles, restriction, results) => {
    expect(auditorIsBound(roles, restriction).map(({ result }) => result)).toEqual(results);
  });
});
