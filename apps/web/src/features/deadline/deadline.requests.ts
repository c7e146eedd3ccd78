import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components, operations } from '../../api/schema.js';
import type { Sent } from '../grant-outcome/deed-fields.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type GrantDeadline = Schemas['GrantDeadlineDto'];
export type GrantDeadlines = Schemas['GrantDeadlinesDto'];
export type DeadlineFilter = NonNullable<operations['listGrantDeadlines']['parameters']['query']>;
export type CalendarFeed = Schemas['CalendarFeedDto'];

/** Of one call, or of all that one may see. */
export function useDeadlines(filter: DeadlineFilter): UseQueryResult<GrantDeadlines> {
  const key = filter.callId === undefined ? ['grant-calls', 'deadlines', filter] : ['grant-call', filter.callId, 'deadlines', filter];
  return useQuery({ queryKey: key, queryFn: () => dataOf(api.GET('/api/grant-deadlines', { params: { query: filter } })) });
}

export const fulfilDeadline = (callId: string, body: Sent, header: DeedHeader): Promise<Schemas['FulfilledGrantDeadlineDto']> =>
  dataOf(api.POST('/api/grant-calls/{callId}/deadlines/fulfil', { params: { path: { callId }, header }, body: body as Schemas['FulfilGrantDeadlineDto'] }));

const FEEDS = ['calendar-feeds'];

export function useFeeds(): UseQueryResult<CalendarFeed[]> {
  return useQuery({ queryKey: FEEDS, queryFn: () => dataOf(api.GET('/api/calendar-feeds')) });
}

export async function createFeed(name: string, header: DeedHeader): Promise<void> {
  await dataOf(api.POST('/api/calendar-feeds', { params: { header }, body: { name } }));
  await queryClient.invalidateQueries({ queryKey: FEEDS });
}

export async function revokeFeed(id: string, header: DeedHeader): Promise<void> {
  await dataOf(api.POST('/api/calendar-feeds/{id}/revoke', { params: { path: { id }, header } }));
  await queryClient.invalidateQueries({ queryKey: FEEDS });
}
