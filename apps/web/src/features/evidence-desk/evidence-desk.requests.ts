import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
export type EvidenceDesk = Schemas['EvidenceDeskDto'];
export type DeskRow = Schemas['DeskRowDto'];
export type DeskConcern = Schemas['DeskCountDto']['concern'];
export type RecognitionException = Schemas['RecognitionExceptionDto'];
export type WithdrawException = Schemas['WithdrawRecognitionExceptionDto'];
export type WithdrawnException = Schemas['WithdrawnExceptionDto'];
export type RecordException = Schemas['RecordRecognitionExceptionDto'];

type Headers = { 'Idempotency-Key': string };

/** Everything on the desk; what is written about any fund asks for it again. */
export function useEvidenceDesk(fundId: string | null, concern: DeskConcern | null, point: TimePoint): UseQueryResult<EvidenceDesk> {
  const query = { ...point, ...(fundId === null ? {} : { fundId }), ...(concern === null ? {} : { concern }) };
  return useQuery({ queryKey: ['funds', 'evidence-desk', query], queryFn: () => dataOf(api.GET('/api/evidence-desk', { params: { query } })), placeholderData: (before) => before });
}

export function useExceptions(fundId: string, point: TimePoint): UseQueryResult<RecognitionException[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'recognition-exceptions', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/recognition-exceptions', { params: { path: { fundId }, query: point } })),
  });
}

export async function recordException(fundId: string, body: RecordException, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/funds/{fundId}/recognition-exceptions', { params: { path: { fundId }, header }, body }));
}

export function withdrawException(fundId: string, exceptionId: string, body: WithdrawException, header: Headers): Promise<WithdrawnException> {
  return dataOf(api.POST('/api/funds/{fundId}/recognition-exceptions/{exceptionId}/withdrawal', { params: { path: { fundId, exceptionId }, header }, body }));
}
