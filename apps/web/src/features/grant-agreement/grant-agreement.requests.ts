import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Header = { 'Idempotency-Key': string };

export type AgreementSummary = Schemas['GrantAgreementSummaryDto'];
export type Agreement = Schemas['GrantAgreementDto'];
export type ConcludeAgreement = Schemas['ConcludeGrantAgreementDto'];
export type ConcludedAgreement = Schemas['ConcludedGrantAgreementDto'];
export type AmendAgreement = Schemas['AmendGrantAgreementDto'];
export type AmendedAgreement = Schemas['AmendedGrantAgreementDto'];
export type Change = Schemas['GrantChangeDto'];
export type VersionDiff = Schemas['GrantVersionDiffDto'];
export type StepAgreement = Schemas['StepGrantAgreementDto'];
export type SteppedAgreement = Schemas['SteppedGrantAgreementDto'];
export type FundYear = Schemas['FundGrantYearDto'];
export type FundedYear = Schemas['FundedGrantYearDto'];
export type GrantYears = Schemas['GrantYearsDto'];
export type GrantYear = GrantYears['years'][number];
export type CloseGrantYear = Schemas['CloseGrantYearDto'];
export type ClosedGrantYear = Schemas['ClosedGrantYearDto'];
export type LifeStep = 'suspend' | 'resume' | 'complete' | 'terminate' | 'close';

export function useAgreements(callId: string): UseQueryResult<AgreementSummary[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'agreements'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/agreements', { params: { path: { callId } } })) });
}

export function useAgreement(callId: string, agreementId: string): UseQueryResult<Agreement> {
  return useQuery({ queryKey: ['grant-call', callId, 'agreement', agreementId], queryFn: () => dataOf(api.GET('/api/grant-agreements/{agreementId}', { params: { path: { agreementId } } })) });
}

/** What each version changed against the one before. */
export function useVersionDiffs(callId: string, agreementId: string): UseQueryResult<VersionDiff[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'agreement', agreementId, 'changes'], queryFn: () => dataOf(api.GET('/api/grant-agreements/{agreementId}/changes', { params: { path: { agreementId } } })) });
}

export function useGrantYears(callId: string): UseQueryResult<GrantYears> {
  return useQuery({ queryKey: ['grant-call', callId, 'years'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/years', { params: { path: { callId } } })) });
}

export function concludeAgreement(callId: string, body: ConcludeAgreement, header: Header): Promise<ConcludedAgreement> {
  return dataOf(api.POST('/api/grant-calls/{callId}/agreements', { params: { path: { callId }, header }, body }));
}

/** By approval, or by notice where nothing of it needs one. */
export function amendAgreement(agreementId: string, need: 'APPROVAL' | 'NOTICE', body: AmendAgreement, header: Header): Promise<AmendedAgreement> {
  const params = { path: { agreementId }, header };
  return need === 'NOTICE' ? dataOf(api.POST('/api/grant-agreements/{agreementId}/notices', { params, body })) : dataOf(api.POST('/api/grant-agreements/{agreementId}/amendments', { params, body }));
}

export function stepAgreement(agreementId: string, step: LifeStep, body: StepAgreement, header: Header): Promise<SteppedAgreement> {
  return dataOf(api.POST(`/api/grant-agreements/{agreementId}/${step}`, { params: { path: { agreementId }, header }, body }));
}

export function fundYear(agreementId: string, body: FundYear, header: Header): Promise<FundedYear> {
  return dataOf(api.POST('/api/grant-agreements/{agreementId}/funding', { params: { path: { agreementId }, header }, body }));
}

export function closeGrantYear(callId: string, body: CloseGrantYear, header: Header): Promise<ClosedGrantYear> {
  return dataOf(api.POST('/api/grant-calls/{callId}/years', { params: { path: { callId }, header }, body }));
}

/** A selected application, to fill the form of its agreement. */
export function loadApplication(applicationId: string): Promise<Schemas['GrantApplicationDto']> {
  return dataOf(api.GET('/api/grant-applications/{applicationId}', { params: { path: { applicationId } } }));
}
