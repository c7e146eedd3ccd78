import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type WarningSign = components['schemas']['WarningSignDto'];
export type DecideWarningSign = components['schemas']['DecideWarningSignDto'];

export function useWarningSigns(yearId: string): UseQueryResult<WarningSign[]> {
  return useQuery({ queryKey: ['voucher-year', yearId, 'warning-signs'], queryFn: () => dataOf(api.GET('/api/voucher-years/{yearId}/warning-signs', { params: { path: { yearId } } })) });
}

export async function decideWarningSign(yearId: string, body: DecideWarningSign, header: { 'Idempotency-Key': string }): Promise<void> {
  await dataOf(api.POST('/api/voucher-years/{yearId}/warning-signs/decide', { params: { path: { yearId }, header }, body }));
}
