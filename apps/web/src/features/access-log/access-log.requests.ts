import { useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import { newKey } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type AccessEntry = Schemas['AccessEntryDto'];
export type MonthFigures = Schemas['MonthFiguresDto'];
export type PersonFigures = Schemas['PersonFiguresDto'];
export type KindFigures = Schemas['KindFiguresDto'];
export type AccessReview = Schemas['AccessReviewDto'];
export type CompleteReview = Schemas['CompleteAccessReviewDto'];
export type Retention = Schemas['RetentionDto'];

const PAGE = 100;

export interface EntryFilter {
  readonly reasoned: boolean;
  readonly offHours: boolean;
  readonly moreSubjectsThan: number | null;
}

export function useAccessEntries(month: string, filter: EntryFilter): UseInfiniteQueryResult<InfiniteData<AccessEntry[]>> {
  const only = {
    ...(filter.reasoned ? { reasoned: 'true' as const } : {}),
    ...(filter.offHours ? { offHours: 'true' as const } : {}),
    ...(filter.moreSubjectsThan === null ? {} : { moreSubjectsThan: filter.moreSubjectsThan }),
  };
  return useInfiniteQuery({
    queryKey: ['access-log', month, only],
    queryFn: ({ pageParam }) => dataOf(api.GET('/api/access-log', { params: { query: { month, limit: PAGE, ...only, ...(pageParam === null ? {} : { before: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
  });
}

export function useAccessFigures(month: string): UseQueryResult<MonthFigures> {
  return useQuery({ queryKey: ['access-log', month, 'figures'], queryFn: () => dataOf(api.GET('/api/access-log/figures', { params: { query: { month } } })) });
}

export function useReviews(): UseQueryResult<AccessReview[]> {
  return useQuery({ queryKey: ['access-reviews'], queryFn: () => dataOf(api.GET('/api/access-reviews')) });
}

export function useRetention(): UseQueryResult<Retention> {
  return useQuery({ queryKey: ['access-log-retention'], queryFn: () => dataOf(api.GET('/api/access-log/retention')) });
}

export async function completeReview(body: CompleteReview, header: { 'Idempotency-Key': string }): Promise<void> {
  await dataOf(api.POST('/api/access-reviews', { params: { header }, body }));
  await queryClient.invalidateQueries({ queryKey: ['access-reviews'] });
}

export function downloadAccessLog(month: string, reason: string): Promise<void> {
  return downloadFile('/api/access-log/export', { month, reason }, { 'Idempotency-Key': newKey() }, `access-log-${month}.xlsx`);
}

export async function purgeAccessLog(reason: string): Promise<void> {
  await dataOf(api.POST('/api/access-log/purge', { params: { header: { 'Idempotency-Key': newKey() } }, body: { reason } }));
  await queryClient.invalidateQueries({ queryKey: ['access-log-retention'] });
}
