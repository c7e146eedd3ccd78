import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { readRestriction } from './restriction.js';

const t = ((key: string) => key) as unknown as TFunction;

describe('what is typed about when and from where an account works', () => {
  it.each([
    ['', '', false, { networks: [] }, []],
    ['2027-06-30', '10.0.0.0/8\n 2001:db8::/32, 192.0.2.7', false, { validThrough: '2027-06-30', networks: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'] }, []],
    ['', '', true, { networks: [] }, ['/validThrough users.auditorNeedsEnd']],
    ['2027-02-30', 'here', false, { networks: ['here'] }, ['/validThrough time.invalid', '/networks users.networkInvalid']],
  ])('%j and %j, auditor %s', (validThrough, networks, auditor, restriction, faults) => {
    const read = readRestriction({ validThrough, networks }, auditor, t);
    expect([read.restriction, read.found.map(({ pointer, text }) => `${pointer} ${text}`)]).toEqual([restriction, faults]);
  });
});
