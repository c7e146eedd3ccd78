import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Approval = Schemas['ApprovalDto'];
export type ApprovalSummary = Schemas['ApprovalSummaryDto'];
export type ApprovalStep = Schemas['ApprovalStepDto'];
export type Signature = Schemas['SignatureDto'];
export type Effect = Schemas['EffectEntryDto'];
export type Balance = Schemas['EffectBalanceDto'];
export type Label = Schemas['LabelDto'];
export type Signed = Schemas['SignedDto'];
type Headers = { 'Idempotency-Key': string };

/** What I may sign now, what I drafted, and everybody's: what is under way and what is closed. */
export const BOXES = ['todo', 'mine', 'open', 'closed'] as const;
export type Box = (typeof BOXES)[number];

/** Where nothing is announced (a lost stream, an administrator), the count is asked for again after this time. */
const COUNT_AGAIN_MS = 60_000;

export function useApprovals(box: Box): UseQueryResult<ApprovalSummary[]> {
  return useQuery({ queryKey: ['approvals', 'box', box], queryFn: () => dataOf(api.GET('/api/approvals', { params: { query: { box } } })) });
}

export function useApprovalCount(enabled: boolean): UseQueryResult<{ todo: number }> {
  return useQuery({ queryKey: ['approvals', 'count'], queryFn: () => dataOf(api.GET('/api/approvals/count')), enabled, refetchInterval: COUNT_AGAIN_MS });
}

export const approvalQuery = (id: string): { queryKey: string[]; queryFn: () => Promise<Approval> } => ({
  queryKey: ['approvals', 'one', id],
  queryFn: () => dataOf(api.GET('/api/approvals/{id}', { params: { path: { id } } })),
});

export function useApproval(id: string): UseQueryResult<Approval> {
  return useQuery(approvalQuery(id));
}

interface Seal {
  readonly contentHash: string;
  readonly opinion: string;
  /** The absent person whose place is taken; '' for one's own. */
  readonly forId: string;
}

export function signApproval(id: string, { contentHash, opinion, forId }: Seal, header: Headers): Promise<Signed> {
  const body = { contentHash, ...(opinion === '' ? {} : { opinion }), ...(forId === '' ? {} : { forId }) };
  return dataOf(api.POST('/api/approvals/{id}/sign', { params: { path: { id }, header }, body }));
}

export function returnApproval(id: string, { contentHash, opinion, forId }: Seal, header: Headers): Promise<Signed> {
  const body = { contentHash, opinion, ...(forId === '' ? {} : { forId }) };
  return dataOf(api.POST('/api/approvals/{id}/return', { params: { path: { id }, header }, body }));
}

export function recallApproval(id: string, reason: string, header: Headers): Promise<Signed> {
  return dataOf(api.POST('/api/approvals/{id}/recall', { params: { path: { id }, header }, body: { reason } }));
}

/** The same content once more, as the next version. */
export function resubmitApproval(id: string, header: Headers): Promise<Signed> {
  return dataOf(api.POST('/api/approvals/{id}/resubmit', { params: { path: { id }, header } }));
}

export interface BatchItem {
  readonly id: string;
  readonly contentHash: string;
  /** '' for one's own place. */
  readonly forId: string;
}

export function signBatch(items: readonly BatchItem[], opinion: string, header: Headers): Promise<Signed[]> {
  const body = { items: items.map(({ forId, ...item }) => (forId === '' ? item : { ...item, forId })), ...(opinion === '' ? {} : { opinion }) };
  return dataOf(api.POST('/api/approvals/sign-batch', { params: { header }, body }));
}

/** After a signature: the last one runs a command, so everything that is shown may have changed. */
export function refreshAfterSignature(): Promise<void> {
  return queryClient.invalidateQueries();
}
