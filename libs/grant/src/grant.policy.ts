import type { PolicyDraft } from '#libs/policy';
import { defaultCallPolicies } from './call/call.policy.js';
import { defaultAssetPolicies } from './asset/asset.policy.js';
import { defaultRecoveryPolicies } from './recovery/recovery.policy.js';
import { defaultRoyaltyPolicies } from './royalty/royalty.policy.js';
import { defaultOrderPolicies } from './service-order/service-order.policy.js';
import { defaultEvidencePolicies } from './evidence/evidence.policy.js';
import { defaultExpensePolicies } from './expense/expense.policy.js';
import { defaultTranchePolicies } from './tranche/tranche.policy.js';

const DEFAULTS: readonly ((knownAt: Date) => PolicyDraft[])[] = [defaultCallPolicies, defaultRecoveryPolicies, defaultAssetPolicies, defaultRoyaltyPolicies, defaultOrderPolicies, defaultTranchePolicies, defaultEvidencePolicies, defaultExpensePolicies];

/** The default of every number about grants on which nobody has decided yet; laid down at installation. */
export function defaultGrantPolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.flatMap((defaults) => defaults(knownAt));
}
