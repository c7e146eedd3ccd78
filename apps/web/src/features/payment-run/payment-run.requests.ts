import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import { previewHeaders } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type BookToPay = Schemas['BookToPayDto'];
export type Due = Schemas['DueDto'];
export type Debt = Schemas['OwedPayableDto'];
export type RefusedDebt = Schemas['RefusedDebtDto'];
export type PayingAccount = Schemas['PayingAccountDto'];
export type PaymentRun = Schemas['PaymentRunDto'];
export type PaymentRunDetail = Schemas['PaymentRunDetailDto'];
export type RunLine = Schemas['RunLineDto'];
export type FileFormat = Schemas['RunFileDto']['format'];
export type DraftedRun = Schemas['DraftedRunDto'];
export type DraftRun = Schemas['DraftPaymentRunDto'];
export type ReleasedRun = Schemas['ReleasedRunDto'];
export type SettledLines = Schemas['SettledLinesDto'];
export type ConfirmRun = Schemas['ConfirmPaymentRunDto'];
export type AnswerRun = Schemas['AnswerPaymentRunDto'];
export type FailedLine = Schemas['FailedLineDto'];
export type DesignateAccount = Schemas['DesignatePayingAccountDto'];
type Draftable = Omit<DraftRun, 'book'>;

const PAYMENTS = 'payments';

export const useBooksToPay = (): UseQueryResult<BookToPay[]> => useQuery({ queryKey: [PAYMENTS, 'books'], queryFn: () => dataOf(api.GET('/api/payables/books')) });

/** What one book owes, judged for a payment today. */
export function useDue(book: string): UseQueryResult<Due> {
  return useQuery({ queryKey: [PAYMENTS, 'due', book], queryFn: () => dataOf(api.GET('/api/payables', { params: { query: { book } } })) });
}

export function usePayingAccounts(book: string): UseQueryResult<PayingAccount[]> {
  return useQuery({ queryKey: [PAYMENTS, 'accounts', book], queryFn: () => dataOf(api.GET('/api/paying-accounts', { params: { query: { book } } })) });
}

/** Runs of one book, or of all. */
export function usePaymentRuns(book?: string): UseQueryResult<PaymentRun[]> {
  return useQuery({ queryKey: [PAYMENTS, 'runs', book], queryFn: () => dataOf(api.GET('/api/payment-runs', { params: { query: book === undefined ? {} : { book } } })) });
}

export function usePaymentRun(id: string): UseQueryResult<PaymentRunDetail> {
  return useQuery({ queryKey: [PAYMENTS, 'run', id], queryFn: () => dataOf(api.GET('/api/payment-runs/{id}', { params: { path: { id } } })) });
}

/** What a run of this book on this day would pay, and what would stay out. */
export function useRunPreview(book: string, payOn: string | null): UseQueryResult<DraftedRun> {
  const body: Draftable = { dryRun: true, ...(payOn === null ? {} : { payOn }) };
  return useQuery({ queryKey: [PAYMENTS, 'preview', book, payOn], queryFn: () => draftRun({ book, ...body }, previewHeaders()), enabled: payOn !== null, retry: false, staleTime: 0 });
}

/** After a write: everything that is shown about payments, and what was paid, is asked for again. */
export async function refreshPayments(): Promise<void> {
  await Promise.all([[PAYMENTS], ['grant-call'], ['voucher-year']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}

const at = (id: string, header: Headers) => ({ params: { path: { id }, header } });

export const draftRun = (body: DraftRun, header: Headers): Promise<DraftedRun> => dataOf(api.POST('/api/payment-runs', { params: { header }, body }));
export const releaseRun = (id: string, dryRun: boolean, header: Headers): Promise<ReleasedRun> => dataOf(api.POST('/api/payment-runs/{id}/release', { ...at(id, header), body: { dryRun } }));
export const voidRun = (id: string, reason: string, header: Headers): Promise<unknown> => dataOf(api.POST('/api/payment-runs/{id}/void', { ...at(id, header), body: { reason } }));
export const confirmRun = (id: string, body: ConfirmRun, header: Headers): Promise<SettledLines> => dataOf(api.POST('/api/payment-runs/{id}/confirm', { ...at(id, header), body }));
export const answerRun = (id: string, body: AnswerRun, header: Headers): Promise<SettledLines> => dataOf(api.POST('/api/payment-runs/{id}/answer', { ...at(id, header), body }));
export const rejectLine = (id: string, body: FailedLine, header: Headers): Promise<SettledLines> => dataOf(api.POST('/api/payment-runs/{id}/reject-line', { ...at(id, header), body }));
export const returnLine = (id: string, body: FailedLine, header: Headers): Promise<SettledLines> => dataOf(api.POST('/api/payment-runs/{id}/return-line', { ...at(id, header), body }));
export const designateAccount = (body: DesignateAccount, header: Headers): Promise<unknown> => dataOf(api.POST('/api/paying-accounts', { params: { header }, body }));

/** Takes the file for the bank away; the same bytes each time. */
export const exportRun = (id: string, format: FileFormat, reason: string, header: Headers): Promise<void> =>
  downloadFile(`/api/payment-runs/${id}/export`, { format, reason }, header, format === 'PAIN_001' ? 'payments.xml' : 'payments.txt');

/** The run as a workbook for the record, account numbers covered. */
export const downloadRun = (id: string, reason: string): Promise<void> => downloadFile(`/api/payment-runs/${id}/download`, { reason }, {}, 'payments.xlsx');
