import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
export type CommitmentTransfer = Schemas['CommitmentTransferDto'];
export type TransferCommitment = Schemas['TransferCommitmentDto'];
export type TransferredCommitment = Schemas['TransferredCommitmentDto'];
export type Holding = Schemas['PartnerHoldingDto'];

export function useTransfers(fundId: string, point: TimePoint): UseQueryResult<CommitmentTransfer[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'transfers', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/transfers', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function transferCommitment(fundId: string, body: TransferCommitment, header: { 'Idempotency-Key': string }): Promise<TransferredCommitment> {
  return dataOf(api.POST('/api/funds/{fundId}/transfers', { params: { path: { fundId }, header }, body }));
}
