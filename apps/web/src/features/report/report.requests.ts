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
  readonly kind: ReportKind;
  readonly id: string;
  /** Where the subject lies in something else, whose changes make its reports stale: that one's id. */
  readonly under?: string;
}

/** Every report, by the name it has in its address. */
const ASKED = {
  'fund-compliance': (fundId: string, query: TimePoint) => dataOf(api.GET('/api/reports/fund-compliance/{fundId}', { params: { path: { fundId }, query } })),
  'fund-quarterly': (fundId: string, query: TimePoint) => dataOf(api.GET('/api/reports/fund-quarterly/{fundId}', { params: { path: { fundId }, query } })),
  'partner-statement': (partnerId: string, query: TimePoint) => dataOf(api.GET('/api/reports/partner-statement/{partnerId}', { params: { path: { partnerId }, query } })),
  'partner-statements': (fundId: string, query: TimePoint) => dataOf(api.GET('/api/reports/partner-statements/{fundId}', { params: { path: { fundId }, query } })),
  'ilpa-reporting': (partnerId: string, query: TimePoint) => dataOf(api.GET('/api/reports/ilpa-reporting/{partnerId}', { params: { path: { partnerId }, query } })),
  'ilpa-performance': (fundId: string, query: TimePoint) => dataOf(api.GET('/api/reports/ilpa-performance/{fundId}', { params: { path: { fundId }, query } })),
  'voucher-settlement': (yearId: string, query: TimePoint) => dataOf(api.GET('/api/reports/voucher-settlement/{yearId}', { params: { path: { yearId }, query } })),
  'grant-settlement': (callId: string, query: TimePoint) => dataOf(api.GET('/api/reports/grant-settlement/{callId}', { params: { path: { callId }, query } })),
  'agreement-settlement': (agreementId: string, query: TimePoint) => dataOf(api.GET('/api/reports/agreement-settlement/{agreementId}', { params: { path: { agreementId }, query } })),
  'grant-form': (settlementId: string, query: TimePoint) => dataOf(api.GET('/api/reports/grant-form/{settlementId}', { params: { path: { settlementId }, query } })),
  matching: (callId: string, query: TimePoint) => dataOf(api.GET('/api/reports/matching/{callId}', { params: { path: { callId }, query } })),
  annual: (year: string, query: TimePoint) => dataOf(api.GET('/api/reports/annual/{year}', { params: { path: { year }, query } })),
} as const satisfies Record<string, (id: string, query: TimePoint) => Promise<ReportModel>>;

export type ReportKind = keyof typeof ASKED;

/** Under which key the screens of a subject are kept, so that a change of it makes its reports stale too. */
const rootOf = (kind: ReportKind): string => (kind === 'annual' ? 'annual' : kind === 'voucher-settlement' ? 'voucher-year' : kind === 'matching' || kind === 'grant-settlement' || kind === 'agreement-settlement' || kind === 'grant-form' ? 'grant-call' : 'fund');

export function useReport(subject: ReportSubject, point: TimePoint): UseQueryResult<ReportModel> {
  const { kind, id, under = id } = subject;
  return useQuery({
    queryKey: [rootOf(kind), under, 'report', kind, id, point],
    queryFn: () => ASKED[kind](id, point),
    staleTime: Infinity,
    placeholderData: (before, query) => (query?.queryKey[4] === id && query.queryKey[3] === kind ? before : undefined),
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
