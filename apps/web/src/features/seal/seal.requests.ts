import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { useIntent } from '../../api/intent.js';
import type { components } from '../../api/schema.js';

export type SealStatus = components['schemas']['SealStatusDto'];
export type SealBatch = components['schemas']['SealBatchDto'];
export type SealAnchor = components['schemas']['SealAnchorDto'];

const PAGE = 50;
const STATUS = ['seals', 'status'];
/** Seals come by themselves; the page keeps up with them. */
const REFRESH_MS = 10_000;

export function useSealStatus(): UseQueryResult<SealStatus> {
  return useQuery({ queryKey: STATUS, queryFn: () => dataOf(api.GET('/api/seals/status')), refetchInterval: REFRESH_MS });
}

export function useSealBatches(): UseInfiniteQueryResult<InfiniteData<SealBatch[]>> {
  return useInfiniteQuery({
    queryKey: ['seals', 'batches'],
    queryFn: ({ pageParam }) => dataOf(api.GET('/api/seals/batches', { params: { query: { limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) } } })),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.number ?? null)),
  });
}

export function useAnchorNow(): UseMutationResult<SealStatus, Error, void> {
  const client = useQueryClient();
  const intent = useIntent();
  return useMutation({
    mutationFn: () => dataOf(api.POST('/api/seals/anchor', { params: { header: intent.headersFor('anchor') } })),
    onSuccess: (status) => {
      intent.done();
      client.setQueryData(STATUS, status);
      void client.invalidateQueries({ queryKey: ['seals', 'batches'] });
    },
  });
}
