import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type GrantBan = Schemas['GrantBanDto'];
export type RecordBan = Schemas['RecordGrantBanDto'];

const BANS = ['grant-bans'];

export function useBans(): UseQueryResult<GrantBan[]> {
  return useQuery({ queryKey: BANS, queryFn: () => dataOf(api.GET('/api/grant-bans')) });
}

export const recordBan = (body: RecordBan, header: DeedHeader): Promise<Schemas['RecordedGrantBanDto']> => dataOf(api.POST('/api/grant-bans', { params: { header }, body }));

export const refreshBans = (): Promise<void> => queryClient.invalidateQueries({ queryKey: BANS });
