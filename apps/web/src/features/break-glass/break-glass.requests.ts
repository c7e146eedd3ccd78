import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type BreakGlass = Schemas['BreakGlassDto'];
export type OpenBreakGlass = Schemas['OpenBreakGlassDto'];

export function useBreakGlasses(): UseQueryResult<BreakGlass[]> {
  return useQuery({ queryKey: ['break-glass'], queryFn: () => dataOf(api.GET('/api/break-glass')) });
}

export async function openBreakGlass(body: OpenBreakGlass, header: { 'Idempotency-Key': string }): Promise<void> {
  await dataOf(api.POST('/api/break-glass', { params: { header }, body }));
}
