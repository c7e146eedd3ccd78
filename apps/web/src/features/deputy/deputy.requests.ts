import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Deputy = Schemas['DeputyDto'];
export type Colleague = Schemas['ColleagueDto'];
export type AppointDeputy = Schemas['AppointDeputyDto'];
type Headers = { 'Idempotency-Key': string };

export function useDeputies(): UseQueryResult<Deputy[]> {
  return useQuery({ queryKey: ['deputies'], queryFn: () => dataOf(api.GET('/api/deputies')) });
}

/** Those who hold a role that I hold. */
export function useCandidates(): UseQueryResult<Colleague[]> {
  return useQuery({ queryKey: ['deputies', 'candidates'], queryFn: () => dataOf(api.GET('/api/deputies/candidates')) });
}

export async function appointDeputy(body: AppointDeputy, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/deputies', { params: { header }, body }));
}

export async function endDeputy(id: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/deputies/{id}/end', { params: { path: { id }, header } }));
}

/** Whose signatures are wanted changes with the deputies. */
export async function refreshDeputies(): Promise<void> {
  await Promise.all([['deputies'], ['approvals']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
