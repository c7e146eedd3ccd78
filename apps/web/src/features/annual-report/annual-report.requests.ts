import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type ReportText = Schemas['ReportTextDto'];
export type TextPart = ReportText['part'];
export type DecideReportText = Schemas['DecideReportTextDto'];

/** Screens of a year lie under it, so that a new text makes its report stale. */
const keyOf = (year: string): readonly string[] => ['annual', year];

export function useReportTexts(year: string): UseQueryResult<ReportText[]> {
  return useQuery({ queryKey: [...keyOf(year), 'texts'], queryFn: () => dataOf(api.GET('/api/reports/annual/{year}/texts', { params: { path: { year } } })) });
}

export const decideReportText = (year: string, body: DecideReportText, header: DeedHeader): Promise<Schemas['DecidedReportTextDto']> =>
  dataOf(api.POST('/api/reports/annual/{year}/texts', { params: { path: { year }, header }, body }));

export const refreshAnnual = (year: string): Promise<void> => queryClient.invalidateQueries({ queryKey: keyOf(year) });
