import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type BudgetDecision = Schemas['VoucherBudgetDto'];
export type DecideBudget = Schemas['DecideVoucherBudgetDto'];
export type DecidedBudget = Schemas['DecidedVoucherBudgetDto'];
export type DecideVoucherTerm = Schemas['DecideVoucherTermDto'];
export type DecidedVoucherTerm = Schemas['DecidedVoucherTermDto'];
export type TermDecision = Schemas['VoucherTermDecisionDto'];
export type CloseYear = Schemas['CloseVoucherYearDto'];
export type ClosedYear = Schemas['ClosedVoucherYearDto'];

export function useBudget(yearId: string): UseQueryResult<BudgetDecision[]> {
  return useQuery({ queryKey: ['voucher-year', yearId, 'budget'], queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/budget', { params: { path: { yearId } } })) });
}

export function useTermDecisions(yearId: string): UseQueryResult<TermDecision[]> {
  return useQuery({ queryKey: ['voucher-year', yearId, 'terms'], queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/terms', { params: { path: { yearId } } })) });
}

export function decideBudget(yearId: string, body: DecideBudget, header: Headers): Promise<DecidedBudget> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/budget', { params: { path: { yearId }, header }, body }));
}

export function decideTerm(yearId: string, body: DecideVoucherTerm, header: Headers): Promise<DecidedVoucherTerm> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/terms', { params: { path: { yearId }, header }, body }));
}

export function closeYear(yearId: string, body: CloseYear, header: Headers): Promise<ClosedYear> {
  return dataOf(api.POST('/api/voucher-years/{yearId}/close', { params: { path: { yearId }, header }, body }));
}

/** What a write would do, by the code that does it; asked once typing has settled. */
export function usePreview<Body, Result>(yearId: string, name: string, settled: string | null, run: (yearId: string, body: Body, header: Headers) => Promise<Result>): UseQueryResult<Result> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'preview', name, settled],
    queryFn: () => run(yearId, { ...(JSON.parse(settled ?? '{}') as Body), dryRun: true }, previewHeaders()),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
}
