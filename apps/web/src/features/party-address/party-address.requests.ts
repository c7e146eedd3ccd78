import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

export type PartyAddress = Schemas['PartyAddressDto'];
export type RecordPartyAddress = Schemas['RecordPartyAddressDto'];

/** Where one party is and was, the latest first. */
export function usePartyAddresses(partyId: string): UseQueryResult<PartyAddress[]> {
  return useQuery({ queryKey: ['party-addresses', partyId], queryFn: () => dataOf(api.GET('/api/party-addresses', { params: { query: { partyId } } })) });
}

export async function recordAddress(body: RecordPartyAddress, header: { 'Idempotency-Key': string }): Promise<void> {
  await dataOf(api.POST('/api/party-addresses', { params: { header }, body }));
}

export const refreshAddresses = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['party-addresses'] });
