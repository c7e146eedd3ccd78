import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type PaymentBatch = Schemas['PaymentBatchDto'];
export type PaymentBatchDetail = Schemas['PaymentBatchDetailDto'];
export type DraftedBatch = Schemas['DraftedBatchDto'];
export type ReleasedBatch = Schemas['ReleasedBatchDto'];
export type DraftForm = Schemas['DraftPaymentBatchDto'];

export function usePaymentBatches(yearId: string): UseQueryResult<PaymentBatch[]> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'payment-batches'],
    queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/payment-batches', { params: { path: { yearId } } })),
  });
}

export function usePaymentBatch(yearId: string, id: string): UseQueryResult<PaymentBatchDetail> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'payment-batch', id],
    queryFn: () => dataOf(api.GET('/api/payment-batches/{id}', { params: { path: { id } } })),
  });
}

/** What a batch of this day would pay, and what would stay out. */
export function useDraftPreview(yearId: string, payOn: string | null, enabled: boolean): UseQueryResult<DraftedBatch> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'payment-preview', payOn],
    queryFn: () => draftPaymentBatch(yearId, { ...(payOn === null ? {} : { payOn }), dryRun: true }, previewHeaders()),
    enabled,
    retry: false,
  });
}

export const draftPaymentBatch = (yearId: string, body: DraftForm, header: Headers): Promise<DraftedBatch> =>
  dataOf(api.POST('/api/voucher-years/{yearId}/payment-batches', { params: { path: { yearId }, header }, body }));

export const releasePaymentBatch = (id: string, dryRun: boolean, header: Headers): Promise<ReleasedBatch> =>
  dataOf(api.POST('/api/payment-batches/{id}/release', { params: { path: { id }, header }, body: { dryRun } }));

export async function cancelPaymentBatch(id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/payment-batches/{id}/cancel', { params: { path: { id }, header }, body: { reason } }));
}

/** `open`: account numbers as they are, for the bank. */
export const downloadBatch = (id: string, open: boolean, reason: string): Promise<void> => downloadFile(`/api/payment-batches/${id}/${open ? 'transfer-file' : 'download'}`, { reason }, {}, 'payments.xlsx');
