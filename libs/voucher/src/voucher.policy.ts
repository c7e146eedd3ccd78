import type { PolicyDraft } from '#libs/policy';
import { defaultChangePolicies } from './change/change.policy.js';
import { defaultClawbackPolicies } from './clawback/clawback.policy.js';
import { defaultWarningPolicies } from './warning/warning.policy.js';
import { defaultYearPolicies } from './year/year.policy.js';

/** The default of every number about vouchers on which nobody has decided yet; laid down at installation. */
export function defaultVoucherPolicies(knownAt: Date): PolicyDraft[] {
  return [defaultYearPolicies, defaultChangePolicies, defaultClawbackPolicies, defaultWarningPolicies].flatMap((defaults) => defaults(knownAt));
}
