import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { newKey } from '../../api/intent.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type User = Schemas['UserDto'];
export type CreateUser = Schemas['CreateUserDto'];

export const ROLES = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'AUDITOR', 'ADMIN'] as const;

const LARGEST_PAGE = 200;

export function useUsers(): UseQueryResult<User[]> {
  return useQuery({ queryKey: ['users'], queryFn: () => dataOf(api.GET('/api/users', { params: { query: { limit: LARGEST_PAGE } } })) });
}

export function createUser(body: CreateUser, header: { 'Idempotency-Key': string }): Promise<User> {
  return dataOf(api.POST('/api/users', { params: { header }, body }));
}

export function deactivateUser(id: string, reason: string): Promise<User> {
  return dataOf(api.POST('/api/users/{id}/deactivate', { params: { path: { id } }, headers: { 'Idempotency-Key': newKey() }, body: { reason } }));
}
