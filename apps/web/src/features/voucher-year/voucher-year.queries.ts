import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

export type VoucherYearSummary = Schemas['VoucherYearSummaryDto'];
export type VoucherYear = Schemas['VoucherYearDto'];
export type YearTerm = Schemas['YearTermDto'];

export function useVoucherYears(): UseQueryResult<VoucherYearSummary[]> {
  return useQuery({ queryKey: ['voucher-years'], queryFn: () => dataOf(api.GET('/api/voucher-years')) });
}

export function useVoucherYear(yearId: string): UseQueryResult<VoucherYear> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'year'],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}', { params: { path: { yearId } } })),
  });
}

/** After a write: everything that is shown about the year is asked for again. */
export async function refreshYear(yearId: string): Promise<void> {
  await Promise.all([['voucher-year', yearId], ['voucher-years']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
