import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { ProblemError, problemOf } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { sessionFetch } from '../../api/session-fetch.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];
export type RecoverySummary = Schemas['RecoverySummaryDto'];
export type Recovery = Schemas['RecoveryDto'];
export type RecoveryMovement = Schemas['RecoveryMovementDto'];

export function useRecoveries(callId: string): UseQueryResult<RecoverySummary[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'recoveries'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/recoveries', { params: { path: { callId } } })) });
}

export function useRecovery(callId: string, id: string): UseQueryResult<Recovery> {
  return useQuery({ queryKey: ['grant-call', callId, 'recoveries', id], queryFn: () => dataOf(api.GET('/api/grant-recoveries/{id}', { params: { path: { id } } })) });
}

/** What the debtor of a recovery is owed in the same call and no run has taken. */
export function useSetOffChoices(callId: string, id: string): Schemas['SetOffChoiceDto'][] {
  const query = useQuery({ queryKey: ['grant-call', callId, 'recoveries', id, 'set-off'], queryFn: () => dataOf(api.GET('/api/grant-recoveries/{id}/set-off-choices', { params: { path: { id } } })) });
  return query.data ?? [];
}

const of = (id: string, header: DeedHeader) => ({ path: { id }, header });
export const sendReceipt = (id: string, body: Schemas['ReceiveRecoveryDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-recoveries/{id}/receive', { params: of(id, header), body }));
export const sendReceiptReversal = (id: string, body: Schemas['ReverseRecoveryReceiptDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-recovery-receipts/{id}/reversal', { params: of(id, header), body }));
export const sendSetOff = (id: string, body: Schemas['SetOffGrantRecoveryDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-recoveries/{id}/set-off', { params: of(id, header), body }));
export const sendRemittance = (id: string, body: Schemas['RemitRecoveryDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-recoveries/{id}/remit', { params: of(id, header), body }));
export const sendSurcharge = (id: string, body: Schemas['SurchargeRecoveryDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-recoveries/{id}/surcharge', { params: of(id, header), body }));
export const sendReminder = (id: string, header: DeedHeader) => dataOf(api.POST('/api/grant-recoveries/{id}/remind', { params: of(id, header) }));
export const sendWriteOff = (id: string, body: Schemas['WriteOffRecoveryDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-recoveries/{id}/write-off', { params: of(id, header), body }));

/** Opens the demand in a tab of its own. Throws `ProblemError`. */
export async function openDemand(id: string): Promise<void> {
  const answer = await sessionFetch(new Request(new URL(`/api/grant-recoveries/${id}/notice`, location.origin)));
  if (!answer.ok) throw new ProblemError(problemOf(answer.status, await answer.json().catch(() => null)));
  window.open(URL.createObjectURL(await answer.blob()), '_blank', 'noopener');
}
