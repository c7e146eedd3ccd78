import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';
import { makePasskey } from '../session/passkey.js';

type Schemas = components['schemas'];
export type Factors = Schemas['FactorsDto'];
export type Passkey = Schemas['PasskeyDto'];
export type OwnSession = Schemas['OwnSessionDto'];
export type OfferedTotp = Schemas['OfferedTotpDto'];

interface Key {
  readonly 'Idempotency-Key': string;
}

export function useFactors(): UseQueryResult<Factors> {
  return useQuery({ queryKey: ['factors'], queryFn: () => dataOf(api.GET('/api/factors')) });
}

export function useSessions(): UseQueryResult<OwnSession[]> {
  return useQuery({ queryKey: ['sessions'], queryFn: () => dataOf(api.GET('/api/sessions')) });
}

export async function refreshAccount(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ['factors'] }), queryClient.invalidateQueries({ queryKey: ['sessions'] })]);
}

export function changePassword(body: Schemas['ChangePasswordDto']): Promise<Schemas['ChangedPasswordDto']> {
  return dataOf(api.POST('/api/password/change', { body }));
}

export function offerTotp(): Promise<OfferedTotp> {
  return dataOf(api.POST('/api/totp'));
}

/** Answers recovery codes to whoever had none left. */
export function confirmTotp(id: string, code: string, header: Key): Promise<Schemas['EnrolledDto']> {
  return dataOf(api.POST('/api/totp/{id}/confirm', { params: { path: { id }, header }, body: { code } }));
}

export async function removeTotp(header: Key): Promise<void> {
  await dataOf(api.POST('/api/totp/remove', { params: { header } }));
}

export async function enrolPasskey(name: string, header: Key): Promise<Schemas['EnrolledDto']> {
  const { challengeId, response } = await makePasskey();
  return dataOf(api.POST('/api/passkeys', { params: { header }, body: { challengeId, name, response } }));
}

export async function removePasskey(id: string, header: Key): Promise<void> {
  await dataOf(api.POST('/api/passkeys/{id}/remove', { params: { path: { id }, header } }));
}

export function renewRecoveryCodes(header: Key): Promise<Schemas['RecoveryCodesDto']> {
  return dataOf(api.POST('/api/recovery-codes', { params: { header } }));
}

export function revokeSession(id: string, header: Key): Promise<Schemas['RevokedSessionsDto']> {
  return dataOf(api.POST('/api/sessions/{id}/revoke', { params: { path: { id }, header } }));
}

export function revokeOtherSessions(header: Key): Promise<Schemas['RevokedSessionsDto']> {
  return dataOf(api.POST('/api/sessions/revoke-others', { params: { header } }));
}
