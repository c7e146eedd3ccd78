import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { EvidenceInput } from '../../api/types.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
export type Recognition = Schemas['InvestmentRecognitionDto'];
export type ChecklistLine = Schemas['ChecklistLineDto'];
export type FrozenFacts = Schemas['FrozenFactsDto'];
export type AttachedEvidence = Schemas['AttachedEvidenceDto'];
export type InvalidateEvidence = Schemas['InvalidateEvidenceDto'];
export type InvalidatedEvidence = Schemas['InvalidatedEvidenceDto'];

type Headers = { 'Idempotency-Key': string };

export function useRecognition(fundId: string, id: string, point: TimePoint): UseQueryResult<Recognition> {
  return useQuery({
    queryKey: ['fund', fundId, 'recognition', id, point],
    queryFn: () => dataOf(api.GET('/api/investments/{id}/recognition', { params: { path: { id }, query: point } })),
  });
}

export function useSnapshot(fundId: string, id: string, sha256: string): UseQueryResult<FrozenFacts> {
  return useQuery({
    queryKey: ['fund', fundId, 'snapshot', id, sha256],
    queryFn: () => dataOf(api.GET('/api/investments/{id}/snapshots/{sha256}', { params: { path: { id, sha256 } } })),
    staleTime: Infinity,
  });
}

export function attachEvidence(id: string, evidence: EvidenceInput[], header: Headers, dryRun = false): Promise<AttachedEvidence> {
  return dataOf(api.POST('/api/investments/{id}/evidence', { params: { path: { id }, header }, body: { evidence, ...(dryRun ? { dryRun } : {}) } }));
}

export function invalidateEvidence(id: string, evidenceId: string, body: InvalidateEvidence, header: Headers): Promise<InvalidatedEvidence> {
  return dataOf(api.POST('/api/investments/{id}/evidence/{evidenceId}/turns', { params: { path: { id, evidenceId }, header }, body }));
}
