import type { Verdict } from '#libs/command';
import type { Role } from '../permission/role.js';
import type { User } from './user.js';

const CLAUSE = '감사관 계정: 기간 한정·접속지 한정(직무분리 기준)';

/**
 * An auditor's account is lent for an audit: it has a last day (the database insists), and should work only from the
 * auditor's own network. Source: the segregation-of-duties matrix (domain §7.2). No verdict for everybody else.
 */
export function auditorIsBound(roles: readonly Role[], { validThrough, networks }: Pick<User, 'validThrough' | 'networks'>): Verdict[] {
  if (!roles.includes('AUDITOR')) return [];
  return [isTimeBoxed(validThrough), isAddressBound(networks)];
}

function isTimeBoxed(validThrough: string | null): Verdict {
  const result = validThrough === null ? 'BLOCK' : 'PASS';
  return {
    rule: 'auditor-is-time-boxed',
    clause: CLAUSE,
    result,
    text: {
      ko: result === 'PASS' ? '감사관 계정의 사용 기한이 정해져 있습니다.' : '감사관 계정에는 사용 기한이 있어야 합니다. 감사가 끝나는 날을 사용 기한으로 정해 주세요.',
      en: result === 'PASS' ? 'The auditor’s account has a last day.' : 'An auditor’s account needs a last day: the day on which the audit ends.',
    },
    inputs: { validThrough },
  };
}

function isAddressBound(networks: readonly string[]): Verdict {
  const result = networks.length === 0 ? 'WARN' : 'PASS';
  return {
    rule: 'auditor-is-address-bound',
    clause: CLAUSE,
    result,
    text: {
      ko: result === 'PASS' ? '감사관 계정의 접속 대역이 정해져 있습니다.' : '감사관 계정을 어디서나 쓸 수 있습니다. 가능하면 감사기관의 접속 대역을 정해 주세요.',
      en: result === 'PASS' ? 'The auditor’s account works from named networks.' : 'The auditor’s account works from anywhere. Name the network of the auditing institution if you can.',
    },
    inputs: { networks },
  };
}
