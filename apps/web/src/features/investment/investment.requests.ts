import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders } from '../../api/intent.js';
import type { DecideClassification, DecidedClassification, Investment, RecordedInvestment, RecordInvestment } from '../../api/types.js';
import type { TimePoint } from '../fund/time-point.js';

type Headers = { 'Idempotency-Key': string };

export function useInvestment(fundId: string, id: string, point: TimePoint): UseQueryResult<Investment> {
  return useQuery({
    queryKey: ['fund', fundId, 'investment', id, point],
    queryFn: () => dataOf(api.GET('/api/investments/{id}', { params: { path: { id }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[3] === id ? before : undefined),
  });
}

/** The deal simulator: the server's own code, rolled back. What others record in the meantime changes the answer. */
export function useSimulation(fundId: string, body: RecordInvestment | null): UseQueryResult<RecordedInvestment> {
  return useQuery({
    queryKey: ['fund', fundId, 'simulation', body],
    queryFn: () => recordInvestment(fundId, body ?? ({} as RecordInvestment), previewHeaders()),
    enabled: body !== null,
    gcTime: 60_000,
    placeholderData: (before) => (body === null ? undefined : before),
  });
}

export function recordInvestment(fundId: string, body: RecordInvestment, header: Headers): Promise<RecordedInvestment> {
  return dataOf(api.POST('/api/funds/{fundId}/investments', { params: { path: { fundId }, header }, body }));
}

export function decideClassification(id: string, body: DecideClassification, header: Headers): Promise<DecidedClassification> {
  return dataOf(api.POST('/api/investments/{id}/classifications', { params: { path: { id }, header }, body }));
}

export async function voidInvestment(id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/investments/{id}/void', { params: { path: { id }, header }, body: { reason } }));
}
