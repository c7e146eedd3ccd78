import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import { previewHeaders } from '../../api/intent.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type Distribution = Schemas['DistributionSummaryDto'];
export type DistributionPart = Schemas['DistributionPartDto'];
export type DistributionPlan = Schemas['DistributionPlanDto'];
export type WaterfallStep = Schemas['WaterfallStepDto'];
export type PayDistribution = Schemas['PayDistributionDto'];
export type PaidDistribution = Schemas['PaidDistributionDto'];
export type WaterfallTerms = Schemas['WaterfallTermsDto'];
export type DecideWaterfallTerm = Schemas['DecideWaterfallTermDto'];
export type ClawBackCarry = Schemas['ClawBackCarryDto'];
export type CarryClawback = Schemas['CarryClawbackDto'];

export function useDistributions(fundId: string, point: TimePoint): UseQueryResult<Distribution[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'distributions', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/distributions', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

export function useWaterfallTerms(fundId: string, point: TimePoint): UseQueryResult<WaterfallTerms> {
  return useQuery({
    queryKey: ['fund', fundId, 'waterfall-terms', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/waterfall-terms', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

/** The working of an amount, by the same code that pays it; `settled` is the question as JSON. */
export function usePayoutPreview(fundId: string, settled: string | null): UseQueryResult<PaidDistribution> {
  return useQuery({
    queryKey: ['fund', fundId, 'payout-preview', settled],
    queryFn: () => payDistribution(fundId, { ...(JSON.parse(settled ?? '{}') as PayDistribution), dryRun: true }, previewHeaders()),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
}

export function payDistribution(fundId: string, body: PayDistribution, header: Headers): Promise<PaidDistribution> {
  return dataOf(api.POST('/api/funds/{fundId}/distributions', { params: { path: { fundId }, header }, body }));
}

export async function reverseDistribution(id: string, reason: string, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/distributions/{id}/reverse', { params: { path: { id }, header }, body: { reason } }));
}

export async function decideWaterfallTerm(fundId: string, body: DecideWaterfallTerm, header: Headers): Promise<void> {
  await dataOf(api.POST('/api/funds/{fundId}/waterfall-terms', { params: { path: { fundId }, header }, body }));
}

export function useClawbackPreview(fundId: string, settled: string | null): UseQueryResult<CarryClawback> {
  return useQuery({
    queryKey: ['fund', fundId, 'clawback-preview', settled],
    queryFn: () => clawBackCarry(fundId, { ...(JSON.parse(settled ?? '{}') as ClawBackCarry), dryRun: true }, previewHeaders()),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
}

export function clawBackCarry(fundId: string, body: ClawBackCarry, header: Headers): Promise<CarryClawback> {
  return dataOf(api.POST('/api/funds/{fundId}/carry/clawbacks', { params: { path: { fundId }, header }, body }));
}
