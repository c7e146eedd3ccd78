import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { TimePoint } from '../fund/time-point.js';

type Schemas = components['schemas'];

export type Scenario = Schemas['ScenarioDto'];
export type Assumptions = Schemas['AssumptionsDto'];
export type SaveScenario = Schemas['SaveScenarioDto'];
export type Forecast = Schemas['ForecastDto'];

export function useScenarios(fundId: string, point: TimePoint): UseQueryResult<Scenario[]> {
  return useQuery({
    queryKey: ['fund', fundId, 'scenarios', point],
    queryFn: () => dataOf(api.GET('/api/funds/{fundId}/scenarios', { params: { path: { fundId }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === fundId ? before : undefined),
  });
}

/** The course of the fund under a scenario, while it is edited; `settled` is the scenario as JSON. */
export function useForecast(fundId: string, point: TimePoint, settled: string | null): UseQueryResult<Forecast> {
  return useQuery({
    queryKey: ['fund', fundId, 'forecast', point, settled],
    queryFn: () => dataOf(api.POST('/api/funds/{fundId}/forecast', { params: { path: { fundId }, query: point }, body: JSON.parse(settled ?? '{}') as SaveScenario })),
    enabled: settled !== null,
    retry: false,
    placeholderData: (before, query) => (settled === null || query?.queryKey[1] !== fundId ? undefined : before),
  });
}

export async function saveScenario(fundId: string, body: SaveScenario, header: { 'Idempotency-Key': string }): Promise<void> {
  await dataOf(api.POST('/api/funds/{fundId}/scenarios', { params: { path: { fundId }, header }, body }));
}
