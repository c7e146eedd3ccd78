import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult, type UseQueryResult, type InfiniteData } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { AccountBalance, Entry } from '../../api/types.js';
import type { TimePoint } from '../fund/time-point.js';

const PAGE = 50;

export interface EntryFilter {
  readonly chart?: string;
  readonly account?: string;
  readonly subject?: string;
}

type Words = components['schemas']['LedgerWordsDto'];

/** The part of the cache that is asked for again when something happens in the book's fund or programme year. */
function cacheOf(book: string): readonly [string, string] {
  const [kind = '', id = ''] = book.split('/');
  return [kind === 'voucher' ? 'voucher-year' : kind, id];
}

export function useAccounts(book: string, point: TimePoint, by: 'account' | 'chart' = 'account'): UseQueryResult<AccountBalance[]> {
  return useQuery({
    queryKey: [...cacheOf(book), 'accounts', by, point],
    queryFn: () => dataOf(api.GET('/api/ledger/accounts', { params: { query: { book, by, ...point } } })),
  });
}

/** Entries newest first, page by page. */
export function useEntries(book: string, filter: EntryFilter, point: TimePoint): UseInfiniteQueryResult<InfiniteData<Entry[]>> {
  return useInfiniteQuery({
    queryKey: [...cacheOf(book), 'entries', filter, point],
    queryFn: ({ pageParam }) => {
      const before = pageParam === null ? {} : { before: pageParam };
      return dataOf(api.GET('/api/ledger/entries', { params: { query: { book, limit: PAGE, ...filter, ...point, ...before } } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
  });
}

/** What accounts and postings are called; the words change with the program only. */
export function useLedgerWords(): UseQueryResult<Words> {
  return useQuery({ queryKey: ['ledger-words'], queryFn: () => dataOf(api.GET('/api/ledger/words')), staleTime: Infinity });
}
