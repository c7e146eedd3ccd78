import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { newKey } from '../../api/intent.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type ApiToken = Schemas['ApiTokenDto'];
export type CreateApiToken = Schemas['CreateApiTokenDto'];
export type CreatedApiToken = Schemas['CreatedApiTokenDto'];
export type GivablePermission = Schemas['GivablePermissionDto'];
export type TokenPermission = NonNullable<CreateApiToken['permissions']>[number];

export function useApiTokens(): UseQueryResult<ApiToken[]> {
  return useQuery({ queryKey: ['api-tokens'], queryFn: () => dataOf(api.GET('/api/api-tokens')) });
}

/** What of one's own a token can carry, by area. */
export function useGivablePermissions(): UseQueryResult<GivablePermission[]> {
  return useQuery({ queryKey: ['api-tokens', 'permissions'], queryFn: () => dataOf(api.GET('/api/api-tokens/permissions')) });
}

export function createApiToken(body: CreateApiToken, header: { 'Idempotency-Key': string }): Promise<CreatedApiToken> {
  return dataOf(api.POST('/api/api-tokens', { params: { header }, body }));
}

export function revokeApiToken(id: string): Promise<ApiToken> {
  return dataOf(api.POST('/api/api-tokens/{id}/revoke', { params: { path: { id } }, headers: { 'Idempotency-Key': newKey() } }));
}
