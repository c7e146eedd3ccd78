import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { refreshIssues } from '../report/issue.requests.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];
export type ReportSchedule = Schemas['ReportScheduleDto'];
export type ReportScheduleDetail = Schemas['ReportScheduleDetailDto'];
export type ScheduleTurn = Schemas['ScheduleTurnDto'];
export type ReportDelivery = Schemas['ReportDeliveryDto'];
export type LayReportSchedule = Schemas['LayReportScheduleDto'];
export type ScheduleChoices = Schemas['ReportScheduleChoicesDto'];
export type ScheduledKind = LayReportSchedule['kind'];

/** Under the issued reports: what makes those stale makes these stale. */
const ROOT = 'report-issues';

export function useSchedules(): UseQueryResult<ReportSchedule[]> {
  return useQuery({ queryKey: [ROOT, 'schedules'], queryFn: () => dataOf(api.GET('/api/reports/schedules')) });
}

export function useSchedule(id: string): UseQueryResult<ReportScheduleDetail> {
  return useQuery({ queryKey: [ROOT, 'schedule', id], queryFn: () => dataOf(api.GET('/api/reports/schedules/{id}', { params: { path: { id } } })) });
}

/** Who may receive reports, and what they can be about. */
export function useScheduleChoices(): UseQueryResult<ScheduleChoices> {
  return useQuery({ queryKey: [ROOT, 'schedule-choices'], queryFn: () => dataOf(api.GET('/api/reports/schedules/choices')) });
}

export function useDeliveries(): UseQueryResult<ReportDelivery[]> {
  return useQuery({ queryKey: [ROOT, 'deliveries'], queryFn: () => dataOf(api.GET('/api/reports/deliveries')) });
}

/** How many reports came that one has not taken away; none while nobody knows. */
export function useNewReports(): number {
  return (useDeliveries().data ?? []).filter(({ state }) => state === 'NEW').length;
}

export const layReportSchedule = (body: LayReportSchedule, header: DeedHeader): Promise<Schemas['LaidReportScheduleDto']> => dataOf(api.POST('/api/reports/schedules', { params: { header }, body }));

/** Drafts at once what is due; what is drafted stays as it is. */
export async function draftReportSchedule(id: string): Promise<Schemas['DraftedReportScheduleDto']> {
  const drafted = await dataOf(api.POST('/api/reports/schedules/{id}/draft', { params: { path: { id } } }));
  await refreshIssues();
  return drafted;
}

export async function endReportSchedule(id: string, reason: string, header: DeedHeader): Promise<void> {
  await dataOf(api.POST('/api/reports/schedules/{id}/end', { params: { path: { id }, header }, body: { reason } }));
  await refreshIssues();
}
