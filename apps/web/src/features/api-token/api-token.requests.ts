import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { newKey } from '../../api/intent.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type ApiToken = Schemas['ApiTokenDto'];
export type CreateApiToken = Schemas['CreateApiTokenDto'];
export type CreatedApiToken = Schemas['CreatedApiTokenDto'];
export type TokenPermission = NonNullable<CreateApiToken['permissions']>[number];

/** What a token can carry, in the order in which people look for it; the server has the last word. */
export const TOKEN_PERMISSIONS: readonly TokenPermission[] = [
  'fund.read',
  'programme.read',
  'investment.read',
  'ledger.read',
  'report.read',
  'document.read',
  'policy.read',
  'import.read',
  'report.download',
  'capital-call.issue',
  'capital-call.receive',
  'investment.record',
  'investment.void',
  'evidence.attach',
  'document.upload',
  'fund-register.import',
  'fund.form',
  'programme.create',
  'vintage.add',
];

export function useApiTokens(): UseQueryResult<ApiToken[]> {
  return useQuery({ queryKey: ['api-tokens'], queryFn: () => dataOf(api.GET('/api/api-tokens')) });
}

export function createApiToken(body: CreateApiToken, header: { 'Idempotency-Key': string }): Promise<CreatedApiToken> {
  return dataOf(api.POST('/api/api-tokens', { params: { header }, body }));
}

export function revokeApiToken(id: string): Promise<ApiToken> {
  return dataOf(api.POST('/api/api-tokens/{id}/revoke', { params: { path: { id } }, headers: { 'Idempotency-Key': newKey() } }));
}
