import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import { previewHeaders } from '../../api/intent.js';
import type { CapitalCall, IssueCapitalCall, IssuedCall, ReceiveCapital } from '../../api/types.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Headers = { 'Idempotency-Key': string };

export function useCapitalCalls(fundId: string, point: TimePoint): UseQueryResult<CapitalCall[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'capital-calls', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/capital-calls', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

/** What every partner would have to pay, by the same code that issues the call. */
export function useCallPreview(fundId: string, body: IssueCapitalCall | null): UseQueryResult<IssuedCall> {
  return useQuery({
    queryKey: ['fund', fundId, 'call-preview', body],
    queryFn: () => issueCapitalCall(fundId, body ?? ({} as IssueCapitalCall), previewHeaders()),
    enabled: body !== null,
    retry: false,
    placeholderData: (before) => (body === null ? undefined : before),
  });
}

export function issueCapitalCall(fundId: string, body: IssueCapitalCall, header: Headers): Promise<IssuedCall> {
  return dataOf(api.POST('/api/funds/{fundId}/capital-calls', { params: { path: { fundId }, header }, body }));
}

export async function receiveCapital(callId: string, body: ReceiveCapital, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/capital-calls/{id}/receipts', { params: { path: { id: callId }, header }, body }));
}

type ReceiveInterest = components['schemas']['ReceiveInterestDto'];
type WaiveInterest = components['schemas']['WaiveInterestDto'];

export async function receiveInterest(callId: string, body: ReceiveInterest, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/capital-calls/{id}/overdue-interest', { params: { path: { id: callId }, header }, body }));
}

export async function waiveInterest(callId: string, body: WaiveInterest, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/capital-calls/{id}/overdue-interest-waivers', { params: { path: { id: callId }, header }, body }));
}

export async function reverseReceipt(id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/capital-receipts/{id}/reversal', { params: { path: { id }, header }, body: { reason } }));
}

export async function reverseInterest(id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/overdue-interest/{id}/reversal', { params: { path: { id }, header }, body: { reason } }));
}

/** Notices of a call to all who are asked, or to `partnerIds`, as one file or as an archive of single ones. */
export const downloadNotices = (callId: string, format: 'PDF' | 'ZIP', partnerIds?: readonly string[]): Promise<void> =>
  downloadFile(`/api/capital-calls/${callId}/notices`, { format, ...(partnerIds === undefined ? {} : { partnerIds }) }, {}, format === 'PDF' ? 'notices.pdf' : 'notices.zip');
