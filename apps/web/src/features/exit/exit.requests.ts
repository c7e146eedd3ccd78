import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Headers = { 'Idempotency-Key': string };
export type FundExit = components['schemas']['FundExitDto'];
export type RecordExit = components['schemas']['RecordExitDto'];
export type RecordedExit = components['schemas']['RecordedExitDto'];
export type ReceiveEscrow = components['schemas']['ReceiveEscrowDto'];

export function useExits(fundId: string, point: TimePoint): UseQueryResult<FundExit[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'exits', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/exits', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function recordExit(fundId: string, body: RecordExit, header: Headers): Promise<RecordedExit> {
  return dataOf(api.POST('/api/funds/{fundId}/exits', { params: { path: { fundId }, header }, body }));
}

/** Gain, return and cash of an exit, by the same code that records it. */
export function useExitPreview(fundId: string, body: RecordExit | null): UseQueryResult<RecordedExit> {
  return useQuery({
    queryKey: ['fund', fundId, 'exit-preview', body],
    queryFn: () => recordExit(fundId, { ...(body ?? ({} as RecordExit)), dryRun: true }, previewHeaders()),
    enabled: body !== null,
    retry: false,
    placeholderData: (before) => (body === null ? undefined : before),
  });
}

export async function receiveEscrow(fundId: string, body: ReceiveEscrow, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/funds/{fundId}/escrow-receipts', { params: { path: { fundId }, header }, body }));
}
