import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Header = { 'Idempotency-Key': string };

export type MatchingClawback = Schemas['MatchingClawbackDto'];
export type ProposeClawback = Schemas['ProposeMatchingClawbackDto'];
export type DecideClawback = Schemas['DecideMatchingClawbackDto'];
export type DecidedClawback = Schemas['DecidedMatchingClawbackDto'];

export const useMatchingClawbacks = (callId: string): UseQueryResult<MatchingClawback[]> =>
  useQuery({ queryKey: ['grant-call', callId, 'matching', 'clawbacks'], queryFn: () => dataOf(api.GET('/api/matching-pools/{callId}/clawbacks', { params: { path: { callId } } })) });

export const proposeClawback = (agreementId: string, body: ProposeClawback, header: Header): Promise<unknown> =>
  dataOf(api.POST('/api/matching-projects/{agreementId}/clawbacks', { params: { path: { agreementId }, header }, body }));

export const decideClawback = (clawbackId: string, body: DecideClawback, header: Header): Promise<DecidedClawback> =>
  dataOf(api.POST('/api/matching-clawbacks/{clawbackId}/decision', { params: { path: { clawbackId }, header }, body }));
