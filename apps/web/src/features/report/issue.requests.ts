import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { downloadFile } from '../../api/download.js';
import { newKey } from '../../api/intent.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type ReportIssue = Schemas['ReportIssueDto'];
export type ReportIssueDetail = Schemas['ReportIssueDetailDto'];
export type ReportChanges = Schemas['ReportChangesDto'];
export type IssueDownload = Schemas['IssueDownloadDto'];
export type IssueReport = Schemas['IssueReportDto'];
export type IssuedReport = Schemas['IssuedReportDto'];
export type ReissueReport = Schemas['ReissueReportDto'];
export type IssueFormat = Schemas['DownloadIssuedReportDto']['format'];
type Headers = { 'Idempotency-Key': string };

const ROOT = 'report-issues';

const UNPRINTED_LOOK_MS = 3_000;
/** While it is told how far the print is. */
const PRINTING_LOOK_MS = 1_000;

/** As many as somebody looks through; older ones are found by their subject. */
const SHOWN = 200;

export function useIssues(): UseQueryResult<ReportIssue[]> {
  return useQuery({ queryKey: [ROOT], queryFn: () => dataOf(api.GET('/api/reports/issues', { params: { query: { limit: SHOWN } } })) });
}

/** The issue of this very report that holds; null where there is none. */
export function useHolding(kind: IssueReport['kind'], subjectId: string, asOf: string): UseQueryResult<ReportIssue | null> {
  return useQuery({
    queryKey: [ROOT, kind, subjectId],
    queryFn: () => dataOf(api.GET('/api/reports/issues', { params: { query: { kind, subjectId, limit: SHOWN } } })),
    select: (issues) => issues.find((issue) => issue.asOf === asOf && issue.status === 'VALID') ?? null,
  });
}

/** An issue without files is looked at every so often: how far the press is, and what goes wrong there, is announced to nobody. */
export function useIssue(id: string): UseQueryResult<ReportIssueDetail> {
  return useQuery({ queryKey: [ROOT, 'one', id], refetchInterval: ({ state }) => lookAgainAfter(state.data), queryFn: () => dataOf(api.GET('/api/reports/issues/{id}', { params: { path: { id } } })) });
}

function lookAgainAfter(issue: ReportIssueDetail | undefined): number | false {
  if (issue?.files.length !== 0) return false;
  return issue.printing === null ? UNPRINTED_LOOK_MS : PRINTING_LOOK_MS;
}

export function useIssueDownloads(id: string, enabled: boolean): UseQueryResult<IssueDownload[]> {
  return useQuery({ queryKey: [ROOT, 'downloads', id], enabled, queryFn: () => dataOf(api.GET('/api/reports/issues/{id}/downloads', { params: { path: { id } } })) });
}

export const refreshIssues = (): Promise<void> => queryClient.invalidateQueries({ queryKey: [ROOT] });

export function issueReport(body: IssueReport, header: Headers): Promise<IssuedReport> {
  return dataOf(api.POST('/api/reports/issues', { params: { header }, body }));
}

export function reissueReport(id: string, body: ReissueReport, header: Headers): Promise<Schemas['ReissuedReportDto']> {
  return dataOf(api.POST('/api/reports/issues/{id}/reissue', { params: { path: { id }, header }, body }));
}

/** Makes the files now, where they are not there yet. */
export async function printReport(id: string): Promise<void> {
  await dataOf(api.POST('/api/reports/issues/{id}/print', { params: { path: { id } } })).finally(refreshIssues);
}

export async function withdrawReport(id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/reports/issues/{id}/withdraw', { params: { path: { id }, header }, body: { reason } }));
  await refreshIssues();
}

/** Takes an issued report away as it was printed. Throws `ProblemError`. */
export async function downloadIssue({ id, number }: Pick<ReportIssue, 'id' | 'number'>, taking: Schemas['DownloadIssuedReportDto']): Promise<void> {
  await downloadFile(`/api/reports/issues/${id}/downloads`, taking, { 'Idempotency-Key': newKey() }, `${number}.${taking.receipt === true ? 'zip' : taking.format}`);
  await refreshIssues();
}
