import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
type Header = { 'Idempotency-Key': string };
export type FundLife = Schemas['FundLifeDto'];
export type ExtendFund = Schemas['ExtendFundDto'];
export type ExtendedFund = Schemas['ExtendedFundDto'];
export type DissolveFund = Schemas['DissolveFundDto'];
export type DissolvedFund = Schemas['DissolvedFundDto'];
export type FundDuty = Schemas['FundDutyDto'];
export type FulfilDuty = Schemas['FulfilDutyDto'];
export type FulfilledDuty = Schemas['FulfilledDutyDto'];

export function useFundLife(fundId: string, point: TimePoint): UseQueryResult<FundLife> {
  return useQuery({ queryKey: ['fund', fundId, 'life', point], queryFn: () => dataOf(api.GET('/api/funds/{fundId}/life', { params: { path: { fundId }, query: point } })) });
}

export function useFundDuties(fundId: string, point: TimePoint): UseQueryResult<FundDuty[]> {
  return useQuery({ queryKey: ['fund', fundId, 'duties', point], queryFn: () => dataOf(api.GET('/api/funds/{fundId}/duties', { params: { path: { fundId }, query: point } })) });
}

export function extendFund(fundId: string, body: ExtendFund, header: Header): Promise<ExtendedFund> {
  return dataOf(api.POST('/api/funds/{fundId}/extensions', { params: { path: { fundId }, header }, body }));
}

export function dissolveFund(fundId: string, body: DissolveFund, header: Header): Promise<DissolvedFund> {
  return dataOf(api.POST('/api/funds/{fundId}/dissolution', { params: { path: { fundId }, header }, body }));
}

export function fulfilDuty(fundId: string, body: FulfilDuty, header: Header): Promise<FulfilledDuty> {
  return dataOf(api.POST('/api/funds/{fundId}/duties', { params: { path: { fundId }, header }, body }));
}
