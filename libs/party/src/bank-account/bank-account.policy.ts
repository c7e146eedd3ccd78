import { localDate } from '#libs/calendar';
import type { PolicyDraft } from '#libs/policy';

/** What holds until compliance decides otherwise. */
export function defaultBankAccountPolicies(knownAt: Date): PolicyDraft[] {
  return [
    {
      scope: '*',
      // How long a number waits for a registration that has yet to be signed; asked by the database when it destroys the others.
      key: 'bank-account.deposit-days',
      value: 90,
      effectiveFrom: localDate('2000-01-01'),
      effectiveTo: null,
      clause: '개인정보 보호법 제21조(목적 달성 후 파기), 기간은 기본값',
      source: 'ASSUMPTION',
      knownAt,
    },
  ];
}
