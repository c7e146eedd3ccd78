import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { newKey } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type User = Schemas['UserDto'];
export type CreateUser = Schemas['CreateUserDto'];
export type Restriction = Schemas['RestrictUserDto'];
export type Invitation = Schemas['InvitationDto'];

export const ROLES = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR', 'ADMIN'] as const;

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

export function inviteUser(id: string, header: { 'Idempotency-Key': string }): Promise<Invitation> {
  return dataOf(api.POST('/api/users/{id}/invitations', { params: { path: { id }, header } }));
}

export function restrictUser(id: string, body: Restriction, header: { 'Idempotency-Key': string }): Promise<User> {
  return dataOf(api.POST('/api/users/{id}/restrict', { params: { path: { id }, header }, body }));
}

export async function disconnectUser(id: string, reason: string): Promise<void> {
  await dataOf(api.POST('/api/users/{id}/disconnect', { params: { path: { id }, header: { 'Idempotency-Key': newKey() } }, body: { reason } }));
}

export function refreshUsers(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['users'] });
}
