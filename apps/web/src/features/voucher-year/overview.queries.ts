import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type YearOverview = components['schemas']['VoucherYearOverviewDto'];
export type ExpiringVoucher = YearOverview['expiring'][number];
export type StuckService = YearOverview['stuck'][number];

export function useYearOverview(yearId: string): UseQueryResult<YearOverview> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'overview'],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/overview', { params: { path: { yearId } } })),
  });
}

/** How many warning signs nobody has judged yet; they are looked for in the whole year, so the overview does not wait for them. */
export function useUndecidedSigns(yearId: string): number {
  const query = useQuery({
    queryKey: ['voucher-year', yearId, 'warning-signs'],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/warning-signs', { params: { path: { yearId } } })),
  });
  return (query.data ?? []).filter(({ decision }) => decision === null).length;
}
