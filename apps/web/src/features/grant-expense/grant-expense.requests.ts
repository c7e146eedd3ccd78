import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { uploadFile } from '../../api/download.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type GrantExpense = Schemas['GrantExpenseDto'];
export type GrantExpenses = Schemas['GrantExpensesDto'];
export type ExpenseItem = Schemas['ExpenseRowDto'];
export type RecordedExpenses = Schemas['RecordedExpensesDto'];
export type ReadExpenseList = Schemas['ReadExpenseListDto'];
export type ReadExpense = Schemas['ReadExpenseDto'];
export type ReviewItem = Schemas['ReviewRowDto'];
export type LineStandings = Schemas['LineStandingsDto'];
export type AttachPaper = Schemas['AttachPaperDto'];
export type GrantInterest = Schemas['InterestDto'];
export type ChangedInterest = Schemas['ChangedInterestDto'];
export type RecordInterest = Schemas['RecordInterestDto'];
export type UseInterest = Schemas['UseInterestDto'];
export type ExpenseState = GrantExpense['state'];

export interface ExpenseFilter {
  readonly agreementId?: string;
  readonly state?: ExpenseState;
  readonly search?: string;
}

const ofCall = (callId: string) => ({ path: { callId } });

export function useExpenses(callId: string, filter: ExpenseFilter): UseQueryResult<GrantExpenses> {
  return useQuery({
    queryKey: ['grant-call', callId, 'expenses', filter],
    queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/expenses', { params: { ...ofCall(callId), query: { ...filter, limit: 500 } } })),
    placeholderData: (before) => before,
  });
}

export const recordExpenses = (callId: string, items: ExpenseItem[], header: DeedHeader): Promise<RecordedExpenses> =>
  dataOf(api.POST('/api/grant-calls/{callId}/expenses', { params: { ...ofCall(callId), header }, body: { items } }));

/** The verdict on every row, and what would be left of the lines. Nothing is recorded. */
export const previewExpenses = (callId: string, items: ExpenseItem[]): Promise<RecordedExpenses> =>
  dataOf(api.POST('/api/grant-calls/{callId}/expenses', { params: { ...ofCall(callId), header: previewHeaders() }, body: { items, dryRun: true } }));

export const readPasted = (callId: string, text: string): Promise<ReadExpenseList> => dataOf(api.POST('/api/grant-calls/{callId}/expense-readings', { params: ofCall(callId), body: { text } }));

export const readFile = (callId: string, file: File): Promise<ReadExpenseList> => uploadFile<ReadExpenseList>(`/api/grant-calls/${callId}/expense-files`, file, previewHeaders());

export const reviewExpenses = (callId: string, items: ReviewItem[], header: DeedHeader): Promise<unknown> =>
  dataOf(api.POST('/api/grant-calls/{callId}/expense-reviews', { params: { ...ofCall(callId), header }, body: { items } }));

export const voidExpense = (expenseId: string, reason: string, header: DeedHeader): Promise<unknown> =>
  dataOf(api.POST('/api/grant-expenses/{expenseId}/void', { params: { path: { expenseId }, header }, body: { reason } }));

export const attachPaper = (expenseId: string, body: AttachPaper, header: DeedHeader): Promise<unknown> =>
  dataOf(api.POST('/api/grant-expenses/{expenseId}/evidence', { params: { path: { expenseId }, header }, body }));

export function useAgreementNames(callId: string): UseQueryResult<Schemas['GrantAgreementSummaryDto'][]> {
  return useQuery({ queryKey: ['grant-call', callId, 'agreement-names'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/agreements', { params: ofCall(callId) })) });
}

export function useLines(callId: string, agreementId: string): UseQueryResult<LineStandings> {
  return useQuery({
    queryKey: ['grant-call', callId, 'lines', agreementId],
    queryFn: () => dataOf(api.GET('/api/grant-agreements/{agreementId}/lines', { params: { path: { agreementId } } })),
    enabled: agreementId !== '',
  });
}

export function useInterest(callId: string, agreementId: string): UseQueryResult<GrantInterest[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'interest', agreementId], queryFn: () => dataOf(api.GET('/api/grant-agreements/{agreementId}/interest', { params: { path: { agreementId } } })) });
}

export const recordInterest = (agreementId: string, body: RecordInterest, header: DeedHeader): Promise<ChangedInterest> =>
  dataOf(api.POST('/api/grant-agreements/{agreementId}/interest', { params: { path: { agreementId }, header }, body }));

export const putInterestToUse = (interestId: string, body: UseInterest, header: DeedHeader): Promise<ChangedInterest> =>
  dataOf(api.POST('/api/grant-interest/{interestId}/uses', { params: { path: { interestId }, header }, body }));

export const voidInterest = (interestId: string, reason: string, header: DeedHeader): Promise<unknown> =>
  dataOf(api.POST('/api/grant-interest/{interestId}/void', { params: { path: { interestId }, header }, body: { reason } }));
