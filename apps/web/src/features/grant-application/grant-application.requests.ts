import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { uploadFile } from '../../api/download.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type ApplicationSummary = Schemas['GrantApplicationSummaryDto'];
export type Application = Schemas['GrantApplicationDto'];
export type ApplicationForm = Schemas['GrantApplicationForm'];
export type ReceiveApplication = Schemas['ReceiveGrantApplicationDto'];
export type ReceivedApplication = Schemas['ReceivedGrantApplicationDto'];
export type ImportApplications = Schemas['ImportGrantApplicationsDto'];
export type ImportedApplications = Schemas['ImportedGrantApplicationsDto'];
export type AnswerApplication = Schemas['AnswerGrantApplicationDto'];
export type CheckApplications = Schemas['CheckGrantApplicationsDto'];
export type CheckedApplication = Schemas['CheckedGrantApplicationDto'];
export type Selection = Schemas['GrantSelectionDto'];
export type DecideSelection = Schemas['DecideGrantSelectionDto'];
export type PromoteSelection = Schemas['PromoteGrantSelectionDto'];
export type Objection = Schemas['GrantObjectionDto'];
export type FileObjection = Schemas['FileGrantObjectionDto'];
export type DecideObjection = Schemas['DecideGrantObjectionDto'];

const ofCall = (callId: string) => ({ path: { callId } });
const ofApplication = (applicationId: string) => ({ path: { applicationId } });

export function useApplications(callId: string): UseQueryResult<ApplicationSummary[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'applications'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/applications', { params: ofCall(callId) })) });
}

export function useApplication(callId: string, applicationId: string): UseQueryResult<Application> {
  return useQuery({ queryKey: ['grant-call', callId, 'application', applicationId], queryFn: () => dataOf(api.GET('/api/grant-applications/{applicationId}', { params: ofApplication(applicationId) })) });
}

export function useRanking(callId: string): UseQueryResult<Selection> {
  return useQuery({ queryKey: ['grant-call', callId, 'ranking'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/ranking', { params: ofCall(callId) })) });
}

export function useObjections(callId: string): UseQueryResult<Objection[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'objections'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/objections', { params: ofCall(callId) })) });
}

export const receiveApplication = (callId: string, body: ReceiveApplication, header: DeedHeader): Promise<ReceivedApplication> =>
  dataOf(api.POST('/api/grant-calls/{callId}/applications', { params: { ...ofCall(callId), header }, body }));

export const importApplications = (callId: string, body: ImportApplications, header: DeedHeader): Promise<ImportedApplications> =>
  dataOf(api.POST('/api/grant-calls/{callId}/applications/import', { params: { ...ofCall(callId), header }, body }));

/** A workbook or CSV as it would be pasted. */
export const readApplicationFile = (callId: string, file: File): Promise<Schemas['ReadGrantApplicationFileDto']> =>
  uploadFile<Schemas['ReadGrantApplicationFileDto']>(`/api/grant-calls/${callId}/application-files`, file, previewHeaders());

export const answerApplication = (applicationId: string, body: AnswerApplication, header: DeedHeader): Promise<Schemas['AnsweredGrantApplicationDto']> =>
  dataOf(api.POST('/api/grant-applications/{applicationId}/answers', { params: { ...ofApplication(applicationId), header }, body }));

export const checkApplications = (callId: string, body: CheckApplications, header: DeedHeader): Promise<CheckedApplication[]> =>
  dataOf(api.POST('/api/grant-calls/{callId}/checks', { params: { ...ofCall(callId), header }, body }));

export const endApplication = (applicationId: string, way: 'reject' | 'withdraw', reason: string, header: DeedHeader): Promise<unknown> =>
  dataOf(
    way === 'reject'
      ? api.POST('/api/grant-applications/{applicationId}/reject', { params: { ...ofApplication(applicationId), header }, body: { reason } })
      : api.POST('/api/grant-applications/{applicationId}/withdraw', { params: { ...ofApplication(applicationId), header }, body: { reason } }),
  );

export const declareConflicts = (callId: string, declarations: Schemas['GrantDeclarationInput'][], header: DeedHeader): Promise<unknown> =>
  dataOf(api.POST('/api/grant-calls/{callId}/evaluation/declarations', { params: { ...ofCall(callId), header }, body: { declarations } }));

export const scoreApplications = (callId: string, scores: Schemas['GrantScoreInput'][], header: DeedHeader): Promise<unknown> =>
  dataOf(api.POST('/api/grant-calls/{callId}/evaluation/scores', { params: { ...ofCall(callId), header }, body: { scores } }));

export const decideSelection = (callId: string, body: DecideSelection, header: DeedHeader): Promise<Selection> =>
  dataOf(api.POST('/api/grant-calls/{callId}/selections', { params: { ...ofCall(callId), header }, body }));

export const promoteSelection = (callId: string, body: PromoteSelection, header: DeedHeader): Promise<Selection> =>
  dataOf(api.POST('/api/grant-calls/{callId}/promotions', { params: { ...ofCall(callId), header }, body }));

export const fileObjection = (applicationId: string, body: FileObjection, header: DeedHeader): Promise<Schemas['FiledGrantObjectionDto']> =>
  dataOf(api.POST('/api/grant-applications/{applicationId}/objections', { params: { ...ofApplication(applicationId), header }, body }));

export const decideObjection = (objectionId: string, body: DecideObjection, header: DeedHeader): Promise<Schemas['DecidedGrantObjectionDto']> =>
  dataOf(api.POST('/api/grant-objections/{objectionId}/decision', { params: { path: { objectionId }, header }, body }));
