import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];
type Headers = { 'Idempotency-Key': string };

export type MandatePosition = Schemas['MandatePositionDto'];
export type MandateRule = Schemas['MandateRuleDto'];
export type StoredRule = Schemas['StoredRuleDto'];
export type FundObligations = Schemas['FundObligationsDto'];
export type CountedDeal = Schemas['CountedDealDto'];
export type StatutoryPartner = Schemas['StatutoryPartnerDto'];
export type StatutoryFund = StatutoryPartner['funds'][number];
export type StatutoryChange = Schemas['StatutoryChangeDto'];
export type RecordedProfile = Schemas['RecordedProfileDto'];
export type RecordFundProfile = Schemas['RecordStatutoryProfileDto'];
export type RecordPartnerProfile = Schemas['RecordGeneralPartnerProfileDto'];
export type Dimension = Schemas['DimensionDto'];
export type PublishedMandate = Schemas['PublishedMandateDto'];
export type DecideMandate = Schemas['DecideMandateDto'];
export type DecidedMandate = Schemas['DecidedMandateDto'];
export type ReplayObligation = Schemas['ReplayObligationDto'];
export type Replay = Schemas['ReplayDto'];
export type SimulatedDeal = Schemas['SimulatedDealDto'];
export type Simulation = Schemas['SimulationDto'];

/** Words and lists of the program: the same for as long as it runs. */
const FOR_GOOD = { staleTime: Infinity } as const;

export function useRadar(point: TimePoint): UseQueryResult<Schemas['RadarDto']> {
  return useQuery({ queryKey: ['funds', 'radar', point], queryFn: () => dataOf(api.GET('/api/obligations', { params: { query: point } })), placeholderData: (before) => before });
}

export function useStatutory(point: TimePoint): UseQueryResult<StatutoryPartner[]> {
  return useQuery({ queryKey: ['funds', 'statutory', point], queryFn: () => dataOf(api.GET('/api/statutory-obligations', { params: { query: point } })), placeholderData: (before) => before });
}

export function useFundObligations(fundId: string, point: TimePoint): UseQueryResult<FundObligations> {
  return useQuery({ queryKey: ['fund', fundId, 'obligations', point], queryFn: () => dataOf(api.GET('/api/funds/{fundId}/obligations', { params: { path: { fundId }, query: point } })) });
}

export function useCountedDeals(fundId: string, point: TimePoint): UseQueryResult<CountedDeal[]> {
  return useQuery({ queryKey: ['fund', fundId, 'obligation-deals', point], queryFn: () => dataOf(api.GET('/api/funds/{fundId}/obligation-deals', { params: { path: { fundId }, query: point } })) });
}

export function useRules(fundId: string, point: TimePoint): UseQueryResult<StoredRule[]> {
  return useQuery({ queryKey: ['fund', fundId, 'mandates', point], queryFn: () => dataOf(api.GET('/api/mandates/{keyId}', { params: { path: { keyId: fundId }, query: point } })) });
}

export function useDimensions(): UseQueryResult<Dimension[]> {
  return useQuery({ queryKey: ['deal-dimensions'], queryFn: () => dataOf(api.GET('/api/deal-dimensions')), ...FOR_GOOD });
}

export function usePublished(): UseQueryResult<PublishedMandate[]> {
  return useQuery({ queryKey: ['published-mandates'], queryFn: () => dataOf(api.GET('/api/published-mandates')), ...FOR_GOOD });
}

export function decideMandate(body: DecideMandate, header: Headers): Promise<DecidedMandate> {
  return dataOf(api.POST('/api/mandates', { params: { header }, body }));
}

export function endMandate(ruleId: string, body: Schemas['EndMandateDto'], header: Headers): Promise<Schemas['EndedMandateDto']> {
  return dataOf(api.POST('/api/mandates/{ruleId}/end', { params: { path: { ruleId }, header }, body }));
}

export function recordFundProfile(fundId: string, body: RecordFundProfile, header: Headers): Promise<RecordedProfile> {
  return dataOf(api.POST('/api/funds/{fundId}/statutory-profiles', { params: { path: { fundId }, header }, body }));
}

export function recordPartnerProfile(partyId: string, body: RecordPartnerProfile, header: Headers): Promise<RecordedProfile> {
  return dataOf(api.POST('/api/general-partners/{partyId}/profiles', { params: { path: { partyId }, header }, body }));
}

/** `settled` is the question as JSON, or null while there is none. */
export function useReplay(fundId: string, settled: string | null): UseQueryResult<Replay> {
  return useQuery({
    queryKey: ['fund', fundId, 'replay', settled],
    queryFn: () => dataOf(api.POST('/api/funds/{fundId}/obligation-replay', { params: { path: { fundId } }, body: JSON.parse(settled ?? '{}') as ReplayObligation })),
    enabled: settled !== null,
    retry: false,
  });
}

export function useSimulation(settled: string | null, point: TimePoint): UseQueryResult<Simulation> {
  return useQuery({
    queryKey: ['funds', 'simulation', settled, point],
    queryFn: () => dataOf(api.POST('/api/deal-simulations', { params: { query: point }, body: { deals: JSON.parse(settled ?? '[]') as SimulatedDeal[] } })),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before) => (settled === null ? undefined : before),
  });
}
