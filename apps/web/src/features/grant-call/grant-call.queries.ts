import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

export type GrantCallSummary = Schemas['GrantCallSummaryDto'];
export type GrantCall = Schemas['GrantCallDto'];
export type GrantCallPreset = Schemas['GrantCallPresetDto'];

export function useGrantCalls(): UseQueryResult<GrantCallSummary[]> {
  return useQuery({ queryKey: ['grant-calls'], queryFn: () => dataOf(api.GET('/api/grant-calls')) });
}

export function useGrantCall(callId: string): UseQueryResult<GrantCall> {
  return useQuery({ queryKey: ['grant-call', callId, 'call'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}', { params: { path: { callId } } })) });
}

export function useCallPresets(): UseQueryResult<GrantCallPreset[]> {
  return useQuery({ queryKey: ['grant-call-presets'], queryFn: () => dataOf(api.GET('/api/grant-call-presets')), staleTime: Infinity });
}

/** After a write: everything that is shown about the call, and about what lies in it, is asked for again. Keys of such queries begin with 'grant-call' and its id. */
export async function refreshGrants(callId: string): Promise<void> {
  await Promise.all([['grant-call', callId], ['grant-calls']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
