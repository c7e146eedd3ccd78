import { useInfiniteQuery, useQuery, type InfiniteData, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import { newKey } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
export type ReportModel = Schemas['ReportModelDto'];
export type ReportBlock = Schemas['ReportSectionDto']['blocks'][number];
export type ReportRow = ReportTable['rows'][number];
export type ReportTable = Schemas['TableBlockDto'];
export type ReportDownload = Schemas['ReportDownloadDto'];
export type ReportFormat = Schemas['DownloadReportDto']['format'];

const PAGE = 50;

/** Which report, and of what. */
export interface ReportSubject {
  readonly kind: 'fund-compliance' | 'voucher-settlement';
  readonly id: string;
}

const askFor = ({ kind, id }: ReportSubject, query: TimePoint): Promise<ReportModel> =>
  kind === 'fund-compliance'
    ? dataOf(api.GET('/api/reports/fund-compliance/{fundId}', { params: { path: { fundId: id }, query } }))
    : dataOf(api.GET('/api/reports/voucher-settlement/{yearId}', { params: { path: { yearId: id }, query } }));

export function useReport(subject: ReportSubject, point: TimePoint): UseQueryResult<ReportModel> {
  const { kind, id } = subject;
  return useQuery({
    queryKey: [kind === 'fund-compliance' ? 'fund' : 'voucher-year', id, 'report', point],
    queryFn: () => askFor(subject, point),
    staleTime: Infinity,
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });
}

/**
 * Takes the report away that is on the screen: without a chosen point in time the moment it was generated is sent back,
 * so that the file says exactly what was read. Throws `ProblemError`.
 */
export function downloadReport({ kind, id }: ReportSubject, model: ReportModel, point: TimePoint, format: ReportFormat, reason: string): Promise<void> {
  const { asOf, generatedAt, number } = model.meta;
  const input = { format, asOf, knownAt: point.knownAt ?? generatedAt, reason };
  return downloadFile(`/api/reports/${kind}/${id}/downloads`, input, { 'Idempotency-Key': newKey() }, `${number}.${format}`);
}

export function useDownloads(): UseInfiniteQueryResult<InfiniteData<ReportDownload[]>> {
  return useInfiniteQuery({
    queryKey: ['report-downloads'],
    queryFn: ({ pageParam }) => dataOf(api.GET('/api/reports/downloads', { params: { query: { limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.id ?? null)),
  });
}
