import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };
export type FeeSchedule = Schemas['FeeScheduleDto'];
export type FeeBill = Schemas['FeeBillDto'];
export type PlannedFee = Schemas['PlannedFeeDto'];
export type FeePiece = Schemas['FeePieceDto'];
export type Expenses = Schemas['ExpensesDto'];
export type Expense = Schemas['ExpenseDto'];
export type PayExpense = Schemas['PayExpenseDto'];
export type SettleDueDiligence = Schemas['SettleDueDiligenceDto'];
export type DecideFeeTerms = Schemas['DecideFeeTermsDto'];

export function useFeeSchedule(fundId: string, point: TimePoint): UseQueryResult<FeeSchedule> {
  return useQuery({
    queryKey: ['fund', fundId, 'fee-schedule', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/fee-schedule', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function useExpenses(fundId: string, point: TimePoint): UseQueryResult<Expenses> {
  return useQuery({
    queryKey: ['fund', fundId, 'expenses', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/expenses', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export async function billFee(fundId: string, body: Schemas['BillFeeDto'], header: Headers): Promise<void> {
  await dataOf(api.POST('/api/funds/{fundId}/fee-bills', { params: { path: { fundId }, header }, body }));
}

export async function voidFee(fundId: string, id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/funds/{fundId}/fee-bills/{id}/void', { params: { path: { fundId, id }, header }, body: { reason } }));
}

export async function decideFeeTerms(fundId: string, body: DecideFeeTerms, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/funds/{fundId}/fee-terms', { params: { path: { fundId }, header }, body }));
}

export function payExpense(fundId: string, body: PayExpense, header: Headers): Promise<Schemas['PaidExpenseDto']> {
  return dataOf(api.POST('/api/funds/{fundId}/expenses', { params: { path: { fundId }, header }, body }));
}

/** Cash after, and what the plan says, by the same code that records the payment. */
export function usePaymentPreview(fundId: string, body: PayExpense | null): UseQueryResult<Schemas['PaidExpenseDto']> {
  return useQuery({
    queryKey: ['fund', fundId, 'payment-preview', body],
    queryFn: () => payExpense(fundId, { ...(body ?? ({} as PayExpense)), dryRun: true }, previewHeaders()),
    enabled: body !== null,
    retry: false,
    placeholderData: (before) => (body === null ? undefined : before),
  });
}

export async function voidExpense(fundId: string, id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/funds/{fundId}/expenses/{id}/void', { params: { path: { fundId, id }, header }, body: { reason } }));
}

export function settleDueDiligence(fundId: string, body: SettleDueDiligence, header: Headers): Promise<Schemas['SettledDueDiligenceDto']> {
  return dataOf(api.POST('/api/funds/{fundId}/due-diligence', { params: { path: { fundId }, header }, body }));
}

/** Who bears what of an examination. */
export function useDueDiligencePreview(fundId: string, body: SettleDueDiligence | null): UseQueryResult<Schemas['SettledDueDiligenceDto']> {
  return useQuery({
    queryKey: ['fund', fundId, 'due-diligence-preview', body],
    queryFn: () => settleDueDiligence(fundId, { ...(body ?? ({} as SettleDueDiligence)), dryRun: true }, previewHeaders()),
    enabled: body !== null,
    retry: false,
    placeholderData: (before) => (body === null ? undefined : before),
  });
}
