import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Headers = { 'Idempotency-Key': string };
export type ValuationSheet = components['schemas']['ValuationSheetDto'];
export type Holding = components['schemas']['HoldingDto'];
export type RecordValuation = components['schemas']['RecordValuationDto'];
export type RecordedValuation = components['schemas']['RecordedValuationDto'];

/** What the fund holds at the end of a day. */
export function useValuationSheet(fundId: string, point: TimePoint): UseQueryResult<ValuationSheet> {
  return useQuery({
    queryKey: ['fund', fundId, 'valuations', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/valuations', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function recordValuation(fundId: string, body: RecordValuation, header: Headers): Promise<RecordedValuation> {
  return dataOf(api.POST('/api/funds/{fundId}/valuations', { params: { path: { fundId }, header }, body }));
}

/** What a sheet would come to, by the same code that records it. */
export function useValuationPreview(fundId: string, body: RecordValuation | null): UseQueryResult<RecordedValuation> {
  return useQuery({
    queryKey: ['fund', fundId, 'valuation-preview', body],
    queryFn: () => recordValuation(fundId, { ...(body ?? ({} as RecordValuation)), dryRun: true }, previewHeaders()),
    enabled: body !== null,
    retry: false,
    placeholderData: (before) => (body === null ? undefined : before),
  });
}
