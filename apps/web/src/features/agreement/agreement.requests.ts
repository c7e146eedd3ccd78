import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
export type Agreement = Schemas['AgreementDto'];
export type AgreementVersion = Schemas['AgreementVersionDto'];
export type ChangedTerm = Schemas['ChangedTermDto'];
export type DecidableTerm = Schemas['DecidableTermDto'];
export type AmendAgreement = Schemas['AmendAgreementDto'];
export type AmendedAgreement = Schemas['AmendedAgreementDto'];

export function useAgreement(fundId: string, point: TimePoint): UseQueryResult<Agreement> {
  return useQuery({
    queryKey: ['fund', fundId, 'agreement', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/agreement', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function amendAgreement(fundId: string, body: AmendAgreement, header: { 'Idempotency-Key': string }): Promise<AmendedAgreement> {
  return dataOf(api.POST('/api/funds/{fundId}/agreement/versions', { params: { path: { fundId }, header }, body }));
}
