import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult, type UseQueryResult, type InfiniteData } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { AccountBalance, Entry } from '../../api/types.js';
import type { TimePoint } from '../fund/time-point.js';

const PAGE = 50;

export interface EntryFilter {
  readonly chart?: string;
  readonly account?: string;
  readonly subject?: string;
}

const bookOf = (fundId: string): string => `fund/${fundId}`;

export function useAccounts(fundId: string, point: TimePoint): UseQueryResult<AccountBalance[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'accounts', point],
    queryFn: () => dataOf(api.GET('/api/ledger/accounts', { params: { query: { book: bookOf(fundId), ...point } } })),
  });
}

/** Entries newest first, page by page. */
export function useEntries(fundId: string, filter: EntryFilter, point: TimePoint): UseInfiniteQueryResult<InfiniteData<Entry[]>> {
  return useInfiniteQuery({
    queryKey: ['fund', fundId, 'entries', filter, point],
    queryFn: ({ pageParam }) => {
      const before = pageParam === null ? {} : { before: pageParam };
      return dataOf(api.GET('/api/ledger/entries', { params: { query: { book: bookOf(fundId), limit: PAGE, ...filter, ...point, ...before } } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
  });
}
