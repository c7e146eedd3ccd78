import { localDate } from '#libs/calendar';
import type { PolicyDraft } from '#libs/policy';

/** How many months past its first last day a voucher may be extended. */
export const EXTENSION_MONTHS = 'voucher.extension-maximum-months';

export function defaultChangePolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt };
  return [{ ...rest, key: EXTENSION_MONTHS, value: 3, clause: '기본값: 처음 만료일부터 3개월까지 연장', source: 'ASSUMPTION' }];
}
