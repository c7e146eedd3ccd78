import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type CustodianAccount = Schemas['CustodianAccountDto'];
export type RegisterAccount = Schemas['RegisterCustodianAccountDto'];

export function useCustodianAccounts(fundId: string, point: TimePoint): UseQueryResult<CustodianAccount[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'custodian-accounts', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/custodian-accounts', { params: { path: { fundId }, query: point } })),
  });
}

export function registerAccount(fundId: string, body: RegisterAccount, header: Headers): Promise<unknown> {
  return dataOf(api.POST('/api/funds/{fundId}/custodian-accounts', { params: { path: { fundId }, header }, body }));
}
