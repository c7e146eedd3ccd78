import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { openFile } from '../../api/open-file.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type ClawbackSummary = Schemas['ClawbackSummaryDto'];
export type Clawback = Schemas['ClawbackDto'];
export type Calculation = Schemas['CalculationDto'];
export type Circumstances = Omit<Schemas['DecideClawbackDto'], 'reason' | 'dryRun'>;
export type DecideClawback = Schemas['DecideClawbackDto'];
export type DecidedClawback = Schemas['DecidedClawbackDto'];
export type MovedClawback = Schemas['MovedClawbackDto'];
export type ClawbackMovement = Schemas['ClawbackMovementDto'];
export type Ground = ClawbackSummary['ground'];

export function useClawbacks(yearId: string): UseQueryResult<ClawbackSummary[]> {
  return useQuery({ queryKey: ['voucher-year', yearId, 'clawbacks'], queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/clawbacks', { params: { path: { yearId } } })) });
}

export function useClawback(yearId: string, id: string): UseQueryResult<Clawback> {
  return useQuery({ queryKey: ['voucher-year', yearId, 'clawbacks', id], queryFn: () => dataOf(api.GET('/api/clawbacks/{id}', { params: { path: { id } } })) });
}

/** The arithmetic alone, while it is typed; `settled` is the question as JSON. */
export function useCalculation(yearId: string, settled: string | null): UseQueryResult<Calculation> {
  return useQuery({
    queryKey: ['voucher-year', yearId, 'calculation', settled],
    queryFn: () => dataOf(api.POST('/api/clawbacks/calculation', { body: { yearId, ...(JSON.parse(settled ?? '{}') as Circumstances) } })),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
}

export function decideClawback(voucherId: string, body: DecideClawback, header: Headers): Promise<DecidedClawback> {
  return dataOf(api.POST('/api/vouchers/{id}/clawbacks', { params: { path: { id: voucherId }, header }, body }));
}

export function receiveClawback(id: string, body: Schemas['ReceiveClawbackDto'], header: Headers): Promise<MovedClawback> {
  return dataOf(api.POST('/api/clawbacks/{id}/receive', { params: { path: { id }, header }, body }));
}

export function reverseClawbackReceipt(id: string, reason: string, header: Headers): Promise<MovedClawback> {
  return dataOf(api.POST('/api/clawback-receipts/{id}/reversal', { params: { path: { id }, header }, body: { reason } }));
}

export function offsetClawback(id: string, body: Schemas['OffsetClawbackDto'], header: Headers): Promise<MovedClawback> {
  return dataOf(api.POST('/api/clawbacks/{id}/offset', { params: { path: { id }, header }, body }));
}

export function surchargeClawback(id: string, header: Headers): Promise<MovedClawback> {
  return dataOf(api.POST('/api/clawbacks/{id}/surcharge', { params: { path: { id }, header }, body: {} }));
}

export function writeOffClawback(id: string, reason: string, header: Headers): Promise<MovedClawback> {
  return dataOf(api.POST('/api/clawbacks/{id}/write-off', { params: { path: { id }, header }, body: { reason } }));
}

/** Opens the notice in a tab of its own. Throws `ProblemError`. */
export const openNotice = (id: string): Promise<void> => openFile(`/api/clawbacks/${id}/notice`);
