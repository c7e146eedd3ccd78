import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';

export type Relation = components['schemas']['RelationDto'];
export type RecordRelation = components['schemas']['RecordRelationDto'];
type Headers = { 'Idempotency-Key': string };

const KEY = ['related-parties'];

export function useRelations(): UseQueryResult<Relation[]> {
  return useQuery({ queryKey: KEY, queryFn: () => dataOf(api.GET('/api/related-parties')) });
}

export async function recordRelation(body: RecordRelation, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/related-parties', { params: { header }, body }));
}

export async function endRelation(id: string, body: components['schemas']['EndRelationDto'], header: Headers): Promise<void> {
  await dataOf(api.POST('/api/related-parties/{id}/end', { params: { path: { id }, header }, body }));
}

export const refreshRelations = (): Promise<void> => queryClient.invalidateQueries({ queryKey: KEY });

export const RELATIONS: readonly RecordRelation['relation'][] = ['EMPLOYS', 'MARRIED_TO', 'OWNED_BY', 'AFFILIATED_WITH'];
export const KINDS: readonly RecordRelation['from']['kind'][] = ['COMPANY', 'PERSON', 'INSTITUTION'];
