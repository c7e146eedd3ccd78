import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { Programme, ProgrammeObligation } from '../../api/types.js';
import type { TimePoint } from '../fund/time-point.js';

export function useProgrammes(): UseQueryResult<Programme[]> {
  return useQuery({ queryKey: ['programmes'], queryFn: () => dataOf(api.GET('/api/programmes')) });
}

export function useProgrammeObligation(id: string, point: TimePoint): UseQueryResult<ProgrammeObligation> {
  return useQuery({
    queryKey: ['programmes', id, 'obligation', point],
    queryFn: () => dataOf(api.GET('/api/programmes/{programmeId}/obligation', { params: { path: { programmeId: id }, query: point } })),
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });
}
