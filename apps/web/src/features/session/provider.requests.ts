import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { newKey } from '../../api/intent.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type SignInMethods = Schemas['SignInMethodsDto'];
export type ProviderLink = Schemas['ProviderLinkDto'];

export function useSignInMethods(): UseQueryResult<SignInMethods> {
  return useQuery({ queryKey: ['sign-in-methods'], queryFn: () => dataOf(api.GET('/api/sign-in-methods')), staleTime: Infinity });
}

export function useProviderLinks(): UseQueryResult<ProviderLink[]> {
  return useQuery({ queryKey: ['provider-links'], queryFn: () => dataOf(api.GET('/api/provider-links')) });
}

/** Leaves this page for the provider's and comes back to it, linked or with the reason why not. */
export async function goAndLink(): Promise<void> {
  const { location: there } = await dataOf(api.POST('/api/session/provider/link', { body: { returnTo: pageWithoutOutcome() } }));
  location.assign(there);
}

/** Leaves this page to prove again at the provider who one is, and comes back to it. */
export async function goAndStepUp(): Promise<void> {
  const { location: there } = await dataOf(api.POST('/api/session/provider/step-up', { body: { returnTo: pageWithoutOutcome() } }));
  location.assign(there);
}

export function linkPerson(userId: string, subject: string, header: { 'Idempotency-Key': string }): Promise<ProviderLink> {
  return dataOf(api.POST('/api/provider-links', { params: { header }, body: { userId, subject } }));
}

export async function unlinkProvider(id: string, reason: string): Promise<void> {
  await dataOf(api.POST('/api/provider-links/{id}/unlink', { params: { path: { id } }, headers: { 'Idempotency-Key': newKey() }, body: { reason } }));
}

function pageWithoutOutcome(): string {
  const search = new URLSearchParams(location.search);
  search.delete('provider');
  return `${location.pathname}${search.size === 0 ? '' : `?${search.toString()}`}`;
}
