import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { Fund, FundSummary, InvestmentSummary, Obligation } from '../../api/types.js';
import { usePermissions } from '../session/use-session.js';
import type { TimePoint } from './time-point.js';

/** The funds that one may see; nothing is asked for whoever sees no business data. */
export function useFunds(point: TimePoint): UseQueryResult<FundSummary[]> {
  const may = usePermissions();
  return useQuery({
    enabled: may('fund.read'),
    queryKey: ['funds', point],
    queryFn: () => dataOf(api.GET('/api/funds', { params: { query: point } })),
    placeholderData: (before) => before,
  });
}

export function useFund(fundId: string, point: TimePoint = {}): UseQueryResult<Fund> {
  return useQuery({
    queryKey: ['fund', fundId, 'fund', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

/** Where the fund stands at a point in both times. While another point loads, the last one of this fund stays in sight. */
export function useObligation(fundId: string, point: TimePoint, enabled = true): UseQueryResult<Obligation> {
  return useQuery({
    queryKey: ['fund', fundId, 'obligation', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/obligation', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
    enabled,
  });
}

export function useInvestments(fundId: string, point: TimePoint): UseQueryResult<InvestmentSummary[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'investments', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/investments', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}
