import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import { newKey } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';
import type { AuditFilter } from './audit-query.js';

type Schemas = components['schemas'];
export type PackSummary = Schemas['PackSummaryDto'];
export type PackModel = Schemas['PackModelDto'];
export type PackFormat = Schemas['DownloadPackDto']['format'];
export type PackDownload = Schemas['PackDownloadDto'];
export type Decisions = Schemas['DecisionsDto'];
export type Decision = Schemas['DecisionDto'];
export type DecisionEvidence = Schemas['DecisionEvidenceDto'];
export type RatioSeries = Schemas['RatioSeriesDto'];
export type RatioPoint = Schemas['RatioPointDto'];
export type RatioEvent = Schemas['RatioEventDto'];

/** Everything a pack is asked for. */
export type PackRequest = TimePoint & AuditFilter;

export function usePacks(): UseQueryResult<PackSummary[]> {
  return useQuery({ queryKey: ['audit', 'packs'], queryFn: () => dataOf(api.GET('/api/audit/packs')), staleTime: Infinity });
}

export function usePack(code: string, request: PackRequest): UseQueryResult<PackModel> {
  return useQuery({
    queryKey: ['audit', 'pack', code, request],
    queryFn: () => dataOf(api.GET('/api/audit/packs/{code}', { params: { path: { code }, query: request } })),
    staleTime: Infinity,
  });
}

/** The same with nothing hidden. Throws `ProblemError`. */
export function unmaskPack(code: string, request: PackRequest, reason: string): Promise<PackModel> {
  return dataOf(api.POST('/api/audit/packs/{code}/unmask', { params: { path: { code } }, body: { ...request, reason } }));
}

export interface PackFile extends PackRequest {
  readonly format: PackFormat;
  readonly redact: boolean;
  readonly reason: string;
}

/** Takes a pack away as a file. Throws `ProblemError`. */
export function downloadPack(code: string, file: PackFile): Promise<void> {
  return downloadFile(`/api/audit/packs/${code}/downloads`, file, { 'Idempotency-Key': newKey() }, `${code}.${file.format}`);
}

export function usePackDownloads(): UseQueryResult<PackDownload[]> {
  return useQuery({ queryKey: ['audit', 'downloads'], queryFn: () => dataOf(api.GET('/api/audit/packs/downloads', { params: { query: { limit: 200 } } })) });
}

export function useDecisions(subjectId: string, { knownAt }: TimePoint): UseQueryResult<Decisions> {
  return useQuery({
    queryKey: ['audit', 'decisions', subjectId, knownAt],
    queryFn: () => dataOf(api.GET('/api/audit/decisions/{subjectId}', { params: { path: { subjectId }, query: knownAt === undefined ? {} : { knownAt } } })),
  });
}

/** Takes all files of evidence away in one archive. Throws `ProblemError`. */
export function downloadEvidence(subjectId: string, reason: string): Promise<void> {
  return downloadFile(`/api/audit/decisions/${subjectId}/evidence`, { reason }, { 'Idempotency-Key': newKey() }, 'evidence.zip');
}

/** While another time loads, the curve of the same fund stays in sight. */
export function useRatioSeries(fundId: string, point: TimePoint): UseQueryResult<RatioSeries> {
  return useQuery({
    queryKey: ['audit', 'ratio-series', fundId, point],
    queryFn: () => dataOf(api.GET('/api/audit/funds/{fundId}/ratio-series', { params: { path: { fundId }, query: point } })),
    enabled: fundId !== '',
    placeholderData: (before, query) => (query?.queryKey[2] === fundId ? before : undefined),
  });
}
