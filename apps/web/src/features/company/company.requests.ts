import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

export type Company = components['schemas']['CompanyDto'];
export type CompanyFund = components['schemas']['CompanyFundDto'];
export type PortfolioRow = components['schemas']['PortfolioRowDto'];

export type Support = components['schemas']['SupportDto'];

export function useCompanySupports(companyId: string, query: TimePoint): UseQueryResult<components['schemas']['CompanySupportsDto']> {
  return useQuery({ queryKey: ['company', companyId, 'supports', query], queryFn: () => dataOf(api.GET('/api/reports/companies/{companyId}/supports', { params: { path: { companyId }, query } })) });
}

export function usePortfolio(fundId: string, point: TimePoint): UseQueryResult<PortfolioRow[]> {
  return useQuery({ queryKey: ['fund', fundId, 'portfolio', point], queryFn: () => dataOf(api.GET('/api/funds/{fundId}/portfolio', { params: { path: { fundId }, query: point } })) });
}

export function useCompany(id: string, point: TimePoint): UseQueryResult<Company> {
  return useQuery({ queryKey: ['company', id, point], queryFn: () => dataOf(api.GET('/api/companies/{id}', { params: { path: { id }, query: point } })) });
}
