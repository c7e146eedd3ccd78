import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type RoleHolder = Schemas['RoleHolderDto'];
export type RoleHolding = Schemas['RoleHoldingDto'];
export type RoleDecision = Schemas['RoleDecisionDto'];
export type RolePair = Schemas['RolePairDto'];
export type ScopeChoice = Schemas['ScopeChoiceDto'];
export type Role = RoleHolding['role'];
export type Rank = RoleHolder['rank'];

export const ROLES = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR', 'ADMIN'] as const satisfies readonly Role[];
export const RANKS = ['STAFF', 'TEAM_LEADER', 'DIRECTOR', 'EXECUTIVE', 'HEAD'] as const satisfies readonly Rank[];
export const EVERYWHERE = '*';

type Header = { 'Idempotency-Key': string };

export function useRoleHolders(): UseQueryResult<RoleHolder[]> {
  return useQuery({ queryKey: ['roles', 'holders'], queryFn: () => dataOf(api.GET('/api/roles')) });
}

export function useScopeChoices(): UseQueryResult<ScopeChoice[]> {
  return useQuery({ queryKey: ['roles', 'scopes'], queryFn: () => dataOf(api.GET('/api/scopes')) });
}

export function useRolePairs(): UseQueryResult<RolePair[]> {
  return useQuery({ queryKey: ['roles', 'pairs'], queryFn: () => dataOf(api.GET('/api/role-pairs')), staleTime: Infinity });
}

export function useRoleDecisions(id: string): UseQueryResult<RoleDecision[]> {
  return useQuery({ queryKey: ['roles', 'decisions', id], queryFn: () => dataOf(api.GET('/api/users/{id}/role-decisions', { params: { path: { id } } })) });
}

export function grantRole(id: string, body: Schemas['GrantRoleDto'], header: Header): Promise<RoleHolder> {
  return dataOf(api.POST('/api/users/{id}/roles', { params: { path: { id }, header }, body }));
}

export function rescopeRole(id: string, role: Role, body: Schemas['RescopeRoleDto'], header: Header): Promise<RoleHolder> {
  return dataOf(api.POST('/api/users/{id}/roles/{role}/rescope', { params: { path: { id, role }, header }, body }));
}

export function revokeRole(id: string, role: Role, body: Schemas['RevokeRoleDto'], header: Header): Promise<RoleHolder> {
  return dataOf(api.POST('/api/users/{id}/roles/{role}/revoke', { params: { path: { id, role }, header }, body }));
}

export function promoteUser(id: string, body: Schemas['PromoteUserDto'], header: Header): Promise<RoleHolder> {
  return dataOf(api.POST('/api/users/{id}/promote', { params: { path: { id }, header }, body }));
}

/** Whatever shows roles asks again. */
export async function refreshRoles(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['roles'] }), queryClient.invalidateQueries({ queryKey: ['users'] })]);
}
