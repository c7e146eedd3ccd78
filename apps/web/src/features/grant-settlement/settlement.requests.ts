import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import { newKey } from '../../api/intent.js';
import { ProblemError, problemOf } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { sessionFetch } from '../../api/session-fetch.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type SettlementStage = Schemas['SettlementStageDto'];
export type Worksheet = Schemas['SettlementWorksheetDto'];
export type SettlementForm = Schemas['SettlementFormDto'];
export type FormLine = Schemas['FormLineDto'];
export type SettlementVersion = Schemas['GrantSettlementVersionDto'];
export type Verification = Schemas['VerificationPageDto'];
export type Sanction = Schemas['GrantSanctionDto'];

/** Keys begin with the call, so that a write about it asks for all of them again. */
export function useSettlementStages(callId: string): UseQueryResult<SettlementStage[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'settlements'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/settlements', { params: { path: { callId } } })) });
}

export function useWorksheet(callId: string, agreementId: string, stage: number): UseQueryResult<Worksheet> {
  return useQuery({
    queryKey: ['grant-call', callId, 'worksheet', agreementId, stage],
    queryFn: () => dataOf(api.GET('/api/grant-agreements/{agreementId}/settlement-worksheet', { params: { path: { agreementId }, query: { stage } } })),
  });
}

export function useVerification(callId: string, agreementId: string, stage: number): UseQueryResult<Verification> {
  return useQuery({
    queryKey: ['grant-call', callId, 'verifications', agreementId, stage],
    queryFn: () => dataOf(api.GET('/api/grant-agreements/{agreementId}/verifications', { params: { path: { agreementId }, query: { stage } } })),
  });
}

export function useSanctions(callId: string): UseQueryResult<Sanction[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'sanctions'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/sanctions', { params: { path: { callId } } })) });
}

const ofAgreement = (agreementId: string, header: DeedHeader) => ({ path: { agreementId }, header });
const ofOne = (id: string, header: DeedHeader) => ({ path: { id }, header });

export const sendReport = (agreementId: string, body: Schemas['ReportGrantSettlementDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-agreements/{agreementId}/settlement-reports', { params: ofAgreement(agreementId, header), body }));
export const sendDecision = (agreementId: string, body: Schemas['DecideGrantSettlementDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-agreements/{agreementId}/settlements', { params: ofAgreement(agreementId, header), body }));
export const sendVerification = (agreementId: string, body: Schemas['RecordVerificationDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-agreements/{agreementId}/verifications', { params: ofAgreement(agreementId, header), body }));
export const sendSanction = (agreementId: string, body: Schemas['DecideGrantSanctionDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-agreements/{agreementId}/sanctions', { params: ofAgreement(agreementId, header), body }));
export const sendObjection = (id: string, body: Schemas['ObjectToGrantSettlementDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-settlements/{id}/object', { params: ofOne(id, header), body }));
export const sendAnswer = (id: string, body: Schemas['AnswerGrantSettlementDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-settlements/{id}/answer', { params: ofOne(id, header), body }));
export const sendFinal = (id: string, body: Schemas['FinalizeGrantSettlementDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-settlements/{id}/finalize', { params: ofOne(id, header), body }));
export const sendSanctionObjection = (id: string, body: Schemas['ObjectToGrantSanctionDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-sanctions/{id}/object', { params: ofOne(id, header), body }));
export const sendSanctionAnswer = (id: string, body: Schemas['AnswerGrantSanctionDto'], header: DeedHeader) => dataOf(api.POST('/api/grant-sanctions/{id}/answer', { params: ofOne(id, header), body }));

/** Takes what an auditor from outside verifies by away as one archive. Throws `ProblemError`. */
export function downloadBundle(settlementId: string, reason: string): Promise<void> {
  return downloadFile(`/api/grant-settlements/${settlementId}/bundle`, { reason }, { 'Idempotency-Key': newKey() }, 'bundle.zip');
}

/** Opens the notice of a result in a tab of its own. Throws `ProblemError`. */
export async function openResultNotice(settlementId: string): Promise<void> {
  const answer = await sessionFetch(new Request(new URL(`/api/grant-settlements/${settlementId}/notice`, location.origin)));
  if (!answer.ok) throw new ProblemError(problemOf(answer.status, await answer.json().catch(() => null)));
  window.open(URL.createObjectURL(await answer.blob()), '_blank', 'noopener');
}
