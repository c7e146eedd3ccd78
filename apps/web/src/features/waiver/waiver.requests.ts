import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

export type Waiver = components['schemas']['WaiverDto'];
export type GrantWaiver = components['schemas']['GrantWaiverDto'];
type Headers = { 'Idempotency-Key': string };

export function useWaivers(fundId: string, point: TimePoint): UseQueryResult<Waiver[]> {
  return useQuery({ queryKey: ['fund', fundId, 'waivers', point], queryFn: () => dataOf(api.GET('/api/funds/{fundId}/waivers', { params: { path: { fundId }, query: point } })) });
}

export function grantWaiver(fundId: string, body: GrantWaiver, header: Headers): Promise<components['schemas']['GrantedWaiverDto']> {
  return dataOf(api.POST('/api/funds/{fundId}/waivers', { params: { path: { fundId }, header }, body }));
}

export async function revokeWaiver(id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/waivers/{id}/revoke', { params: { path: { id }, header }, body: { reason } }));
}

/** Rules that partners agreed on among themselves; what the law asks nobody waives. */
export const WAIVABLE_RULES: readonly GrantWaiver['rule'][] = [
  'investment-stays-within-issuer-limit',
  'project-stays-within-limit',
  'overseas-stays-within-limit',
  'secondary-stays-within-limit',
  'quarter-stays-within-pace',
  'key-managers-stand-behind-the-deal',
  'co-investment-is-disclosed',
  'bridge-is-short',
];

export const isWaivable = (rule: string): rule is GrantWaiver['rule'] => WAIVABLE_RULES.some((each) => each === rule);

/** Rules of the law that bar a deal whatever anybody agrees on. */
const BY_LAW: readonly string[] = [
  'listed-stays-within-limit',
  'listed-stays-within-general-partner-limit',
  'company-is-in-permitted-business',
  'company-is-no-financial-company',
  'company-is-of-no-restricted-group',
  'fund-neither-borrows-nor-guarantees',
  'contract-says-all-terms',
  'nobody-else-answers-for-the-company',
  'special-purpose-company-has-its-consent',
  'fund-buys-no-idle-real-estate',
  'counterparty-is-unrelated',
];

/** Whether a rule is of the agreement (SOFT) or of the law (HARD); null for the others. */
export const hardnessOf = (rule: string): 'SOFT' | 'HARD' | null => (isWaivable(rule) ? 'SOFT' : BY_LAW.includes(rule) ? 'HARD' : null);
