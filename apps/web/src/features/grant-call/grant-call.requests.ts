import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import type { DeedHeader } from '../rule/use-deed.js';
import type { OpenCall } from './opening-form.js';

type Schemas = components['schemas'];

export type GrantBudget = Schemas['GrantBudgetDto'];
export type DecideBudget = Schemas['DecideGrantBudgetDto'];
export type DecidedBudget = Schemas['DecidedGrantBudgetDto'];
export type GrantTerm = Schemas['GrantTermDto'];
export type TermDecision = Schemas['GrantTermDecisionDto'];
export type DecideTerm = Schemas['DecideGrantTermDto'];
type PassFeasibility = Schemas['PassFeasibilityDto'];

const of = (callId: string) => ({ path: { callId } });

export const openCall = (body: OpenCall, header: DeedHeader): Promise<Schemas['OpenedGrantCallDto']> => dataOf(api.POST('/api/grant-calls', { params: { header }, body }));

export function useBudget(callId: string): UseQueryResult<GrantBudget[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'budget'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/budget', { params: of(callId) })) });
}

export function useTermDecisions(callId: string): UseQueryResult<TermDecision[]> {
  return useQuery({ queryKey: ['grant-call', callId, 'terms'], queryFn: () => dataOf(api.GET('/api/grant-calls/{callId}/terms', { params: of(callId) })) });
}

export const decideBudget = (callId: string, body: DecideBudget, header: DeedHeader): Promise<DecidedBudget> =>
  dataOf(api.POST('/api/grant-calls/{callId}/budget', { params: { ...of(callId), header }, body }));

export const decideTerm = (callId: string, body: DecideTerm, header: DeedHeader): Promise<Schemas['DecidedGrantTermDto']> =>
  dataOf(api.POST('/api/grant-calls/{callId}/terms', { params: { ...of(callId), header }, body }));

export const passFeasibility = (callId: string, body: PassFeasibility, header: DeedHeader): Promise<Schemas['PassedFeasibilityDto']> =>
  dataOf(api.POST('/api/grant-calls/{callId}/feasibility', { params: { ...of(callId), header }, body }));
