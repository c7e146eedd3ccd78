import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { Sent } from '../grant-outcome/deed-fields.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type AgreementRoyalty = Schemas['AgreementRoyaltyDto'];
export type Technology = Schemas['TechnologyDto'];
export type StatementYear = Schemas['StatementYearDto'];
export type OutcomeClaims = Schemas['OutcomeClaimsDto'];
export type OutcomeClaim = Schemas['OutcomeClaimDto'];
export type OutcomeReceipt = Schemas['OutcomeReceiptDto'];

const of = (callId: string) => ({ path: { callId } });

export function useRoyalties(callId: string): UseQueryResult<AgreementRoyalty[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'royalties'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/royalties', { params: of(callId) })) });
}

export function useClaims(callId: string): UseQueryResult<OutcomeClaims> {
  return useQuery({ queryKey: ['grant-call', callId, 'outcome-claims'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/outcome-claims', { params: of(callId) })) });
}

export const registerTechnology = ({ agreementId, ...body }: Sent, header: DeedHeader): Promise<Schemas['RegisteredGrantRoyaltyDto']> =>
  dataOf(api.POST('/api/grant-agreements/{agreementId}/royalty-technologies', { params: { path: { agreementId: String(agreementId) }, header }, body: body as Schemas['RegisterGrantRoyaltyDto'] }));

export const declareIncome = (id: string, body: Sent, header: DeedHeader): Promise<Schemas['DeclaredGrantRoyaltyDto']> =>
  dataOf(api.POST('/api/royalty-technologies/{id}/declarations', { params: { path: { id }, header }, body: body as Schemas['DeclareGrantRoyaltyDto'] }));

export const notifyRoyalty = (agreementId: string, body: Sent, header: DeedHeader): Promise<Schemas['NotifiedGrantRoyaltyDto']> =>
  dataOf(api.POST('/api/grant-agreements/{agreementId}/royalty-notices', { params: { path: { agreementId }, header }, body: body as Schemas['NotifyGrantRoyaltyDto'] }));

export const divideRoyalty = (id: string, body: Sent, header: DeedHeader): Promise<Schemas['DividedGrantRoyaltyDto']> =>
  dataOf(api.POST('/api/royalty-technologies/{id}/divisions', { params: { path: { id }, header }, body: body as Schemas['DivideGrantRoyaltyDto'] }));

export const receiveClaim = (id: string, body: Sent, header: DeedHeader): Promise<Schemas['MovedOutcomeDto']> =>
  dataOf(api.POST('/api/outcome-claims/{id}/receive', { params: { path: { id }, header }, body: body as Schemas['ReceiveOutcomeClaimDto'] }));

export const reverseReceipt = (id: string, body: Sent, header: DeedHeader): Promise<Schemas['MovedOutcomeDto']> =>
  dataOf(api.POST('/api/outcome-receipts/{id}/reversal', { params: { path: { id }, header }, body: body as Schemas['ReverseOutcomeReceiptDto'] }));

export const remitClaims = (callId: string, body: Sent, header: DeedHeader): Promise<Schemas['MovedOutcomeDto']> =>
  dataOf(api.POST('/api/grant-calls/{callId}/outcome-remittances', { params: { ...of(callId), header }, body: body as Schemas['RemitOutcomeClaimDto'] }));
