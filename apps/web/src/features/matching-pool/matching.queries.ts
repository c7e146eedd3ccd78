import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { queryClient } from '../../api/query-client.js';
import type { components } from '../../api/schema.js';
import { refreshGrants } from '../grant-call/grant-call.queries.js';
import type { DeedHeader } from '../rule/use-deed.js';

type Schemas = components['schemas'];

export type PoolSummary = Schemas['PoolSummaryDto'];
export type Pool = Schemas['PoolDto'];
export type PoolPreset = Schemas['PoolPresetDto'];
export type OpenPool = Schemas['OpenPoolDto'];
export type Zone = Schemas['ZoneDto'];
export type RecordZone = Schemas['RecordZoneDto'];
export type Queue = Schemas['QueueDto'];
export type QueuePlace = Schemas['QueuePlaceDto'];
export type DecideQueue = Schemas['DecideQueueDto'];
export type PlanProject = Schemas['PlanProjectDto'];
export type PlannedProject = Schemas['PlannedProjectDto'];
export type ProjectSummary = Schemas['ProjectSummaryDto'];
export type Project = Schemas['ProjectDto'];
export type ConcludeProject = Schemas['ConcludeProjectDto'];
export type ConcludedProject = Schemas['ConcludedProjectDto'];

const ofPool = (callId: string) => ({ path: { callId } });

export function usePools(): UseQueryResult<PoolSummary[]> {
  return useQuery({ queryKey: ['grant-calls', 'matching'], queryFn: () => dataOf(api.GET('/api/matching-pools')) });
}

/** Keys begin with 'grant-call' and the id: what changes a call changes its pool. */
export function usePool(callId: string): UseQueryResult<Pool> {
  return useQuery({ queryKey: ['grant-call', callId, 'matching', 'pool'], queryFn: () => dataOf(api.GET('/api/matching-pools/{callId}', { params: ofPool(callId) })) });
}

export function usePoolPreset(): UseQueryResult<PoolPreset> {
  return useQuery({ queryKey: ['matching-pool-preset'], queryFn: () => dataOf(api.GET('/api/matching-pool-preset')), staleTime: Infinity });
}

export function useQueue(callId: string): UseQueryResult<Queue> {
  return useQuery({ queryKey: ['grant-call', callId, 'matching', 'queue'], queryFn: () => dataOf(api.GET('/api/matching-pools/{callId}/queue', { params: ofPool(callId) })) });
}

export function useProjects(callId: string): UseQueryResult<ProjectSummary[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'matching', 'projects'], queryFn: () => dataOf(api.GET('/api/matching-pools/{callId}/projects', { params: ofPool(callId) })) });
}

export function useProject(callId: string, agreementId: string): UseQueryResult<Project> {
  return useQuery({ queryKey: ['grant-call', callId, 'matching', 'project', agreementId], queryFn: () => dataOf(api.GET('/api/matching-projects/{agreementId}', { params: { path: { agreementId } } })) });
}

export function useZones(): UseQueryResult<Schemas['ZonesDto']> {
  return useQuery({ queryKey: ['matching-zones'], queryFn: () => dataOf(api.GET('/api/matching-zones')) });
}

export const refreshPool = refreshGrants;
export const refreshZones = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['matching-zones'] });

export const openPool = (body: OpenPool, header: DeedHeader): Promise<Schemas['OpenedPoolDto']> => dataOf(api.POST('/api/matching-pools', { params: { header }, body }));

export const recordZone = (body: RecordZone, header: DeedHeader): Promise<Schemas['RecordedZoneDto']> => dataOf(api.POST('/api/matching-zones', { params: { header }, body }));

export const planProject = (callId: string, body: PlanProject, header: DeedHeader): Promise<PlannedProject> =>
  dataOf(api.POST('/api/matching-pools/{callId}/plans', { params: { ...ofPool(callId), header }, body }));

export const decideQueue = (callId: string, body: DecideQueue, header: DeedHeader): Promise<Schemas['DecidedQueueDto']> =>
  dataOf(api.POST('/api/matching-pools/{callId}/queue', { params: { ...ofPool(callId), header }, body }));

export const concludeProject = (callId: string, body: ConcludeProject, header: DeedHeader): Promise<ConcludedProject> =>
  dataOf(api.POST('/api/matching-pools/{callId}/projects', { params: { ...ofPool(callId), header }, body }));
