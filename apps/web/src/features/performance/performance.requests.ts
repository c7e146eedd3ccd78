import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];

export type Performance = Schemas['PerformanceDto'];
export type Rate = Schemas['RateDto'];
export type DealPerformance = Schemas['DealPerformanceDto'];
export type JCurve = Schemas['JCurveDto'];
export type JCurvePoint = Schemas['JCurvePointDto'];
export type CapitalAccounts = Schemas['CapitalAccountsDto'];
export type CapitalAccount = Schemas['CapitalAccountDto'];

export function usePerformance(fundId: string, point: TimePoint): UseQueryResult<Performance> {
  return useQuery({
    queryKey: ['fund', fundId, 'performance', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/performance', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function useDealPerformance(fundId: string, point: TimePoint): UseQueryResult<DealPerformance[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'deal-performance', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/performance/deals', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function useJCurve(fundId: string, point: TimePoint): UseQueryResult<JCurve> {
  return useQuery({
    queryKey: ['fund', fundId, 'j-curve', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/performance/j-curve', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function useCapitalAccounts(fundId: string, from: string | null, point: TimePoint): UseQueryResult<CapitalAccounts> {
  return useQuery({
    queryKey: ['fund', fundId, 'capital-accounts', from, point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/performance/capital-accounts', { params: { path: { fundId }, query: { from: from ?? '', ...point } } })),
    enabled: from !== null,
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}
