import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
type Header = { 'Idempotency-Key': string };

export type Release = Schemas['MatchingReleaseDto'];
export type RequestRelease = Schemas['RequestMatchingReleaseDto'];
export type DecideRelease = Schemas['DecideMatchingReleaseDto'];
export type SteppedRelease = Schemas['SteppedMatchingReleaseDto'];

export const useReleases = (callId: string): UseQueryResult<Release[]> =>
  useQuery({ queryKey: ['grant-call', callId, 'matching', 'releases'], queryFn: () => dataOf(api.GET('/api/matching-pools/{callId}/releases', { params: { path: { callId } } })) });

export const requestRelease = (agreementId: string, body: RequestRelease, header: Header): Promise<SteppedRelease> =>
  dataOf(api.POST('/api/matching-projects/{agreementId}/releases', { params: { path: { agreementId }, header }, body }));

export const decideRelease = (releaseId: string, body: DecideRelease, header: Header): Promise<SteppedRelease> =>
  dataOf(api.POST('/api/matching-releases/{releaseId}/decision', { params: { path: { releaseId }, header }, body }));

export const sendBackRelease = (releaseId: string, reason: string, header: Header): Promise<SteppedRelease> =>
  dataOf(api.POST('/api/matching-releases/{releaseId}/send-back', { params: { path: { releaseId }, header }, body: { reason } }));

export const voidRelease = (releaseId: string, reason: string, header: Header): Promise<SteppedRelease> =>
  dataOf(api.POST('/api/matching-releases/{releaseId}/void', { params: { path: { releaseId }, header }, body: { reason } }));
