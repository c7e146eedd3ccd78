import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type ApprovalPolicy = Schemas['ApprovalPolicyDto'];
export type DecideApprovalPolicy = Schemas['DecideApprovalPolicyDto'];
export type Tier = Schemas['ApprovalTierDto'];
export type Step = Schemas['ApprovalPolicyStepDto'];

export function useApprovalPolicies(): UseQueryResult<ApprovalPolicy[]> {
  return useQuery({ queryKey: ['approval-policies'], queryFn: () => dataOf(api.GET('/api/approval-policies')) });
}

export function decideApprovalPolicy(body: DecideApprovalPolicy, header: { 'Idempotency-Key': string }): Promise<Schemas['DecidedApprovalPolicyDto']> {
  return dataOf(api.POST('/api/approval-policies', { params: { header }, body }));
}
