import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Header = { 'Idempotency-Key': string };

export type Tranches = Schemas['GrantTranchesDto'];
export type Tranche = Schemas['GrantTrancheDto'];
export type DueTranche = Schemas['DueGrantTrancheDto'];
export type PlanTranches = Schemas['PlanGrantTranchesDto'];
export type ConfirmTranche = Schemas['ConfirmGrantTrancheDto'];
export type SteppedTranche = Schemas['SteppedGrantTrancheDto'];
export type OwnShare = Schemas['GrantOwnShareDto'];
export type ReceiveOwnShare = Schemas['ReceiveGrantOwnShareDto'];
export type MovedOwnShare = Schemas['MovedGrantOwnShareDto'];
export type TrancheStep = 'request' | 'send-back' | 'decision' | 'void';
/** What any step may carry; each takes what it needs. */
export interface StepTranche {
  readonly dryRun?: boolean;
  readonly note?: string;
  readonly reason?: string;
  readonly amountWon?: string;
  readonly payFrom?: string;
}

export function useTranches(callId: string, agreementId: string): UseQueryResult<Tranches> {
  return useQuery({ queryKey: ['grant-call', callId, 'agreement', agreementId, 'tranches'], queryFn: () => dataOf(api.GET('/api/grant-agreements/{agreementId}/tranches', { params: { path: { agreementId } } })) });
}

/** What of a call is not paid yet. */
export function useDueTranches(callId: string): UseQueryResult<DueTranche[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'tranches'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/tranches', { params: { path: { callId } } })) });
}

export function useOwnShares(callId: string, agreementId: string): UseQueryResult<OwnShare[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'agreement', agreementId, 'own-shares'], queryFn: () => dataOf(api.GET('/api/grant-agreements/{agreementId}/own-shares', { params: { path: { agreementId } } })) });
}

export function planTranches(agreementId: string, body: PlanTranches, header: Header): Promise<unknown> {
  return dataOf(api.POST('/api/grant-agreements/{agreementId}/tranches', { params: { path: { agreementId }, header }, body }));
}

export function confirmTranche(trancheId: string, body: ConfirmTranche, header: Header): Promise<unknown> {
  return dataOf(api.POST('/api/grant-tranches/{trancheId}/confirmations', { params: { path: { trancheId }, header }, body }));
}

export function stepTranche(trancheId: string, step: TrancheStep, { note, reason = '', amountWon = '', payFrom, dryRun = false }: StepTranche, header: Header): Promise<SteppedTranche> {
  const params = { path: { trancheId }, header };
  switch (step) {
    case 'request':
      return dataOf(api.POST('/api/grant-tranches/{trancheId}/request', { params, body: { dryRun, ...(note === undefined ? {} : { note }) } }));
    case 'decision':
      return dataOf(api.POST('/api/grant-tranches/{trancheId}/decision', { params, body: { dryRun, amountWon, ...(payFrom === undefined ? {} : { payFrom }) } }));
    case 'send-back':
      return dataOf(api.POST('/api/grant-tranches/{trancheId}/send-back', { params, body: { dryRun, reason } }));
    case 'void':
      return dataOf(api.POST('/api/grant-tranches/{trancheId}/void', { params, body: { dryRun, reason } }));
  }
}

export function receiveOwnShare(agreementId: string, body: ReceiveOwnShare, header: Header): Promise<MovedOwnShare> {
  return dataOf(api.POST('/api/grant-agreements/{agreementId}/own-shares', { params: { path: { agreementId }, header }, body }));
}

export function reverseOwnShare(ownShareId: string, reason: string, header: Header): Promise<MovedOwnShare> {
  return dataOf(api.POST('/api/grant-own-shares/{ownShareId}/reversal', { params: { path: { ownShareId }, header }, body: { reason } }));
}
