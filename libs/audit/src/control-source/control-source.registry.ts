import type { PackSources } from '../pack/pack.js';
import { packsTaken, reasonedAccess, reportsTaken } from './access.query.js';
import { approvedAlone, brokenGlass, expiredRequests, signedFast, signedOffHours, signers } from './approvals.query.js';
import { approvalPolicyChanges, policyChanges, roleChanges } from './rules.query.js';

/** What approvals, rules and logs have to say to the requests of auditors. */
export const CONTROL_SOURCES: PackSources = {
  'approvals/people': signers,
  'approvals/alone': approvedAlone,
  'approvals/off-hours': signedOffHours,
  'approvals/fast': signedFast,
  'approvals/break-glass': brokenGlass,
  'unused/expired': expiredRequests,
  'rule-changes/policies': policyChanges,
  'rule-changes/approval-policies': approvalPolicyChanges,
  'rule-changes/roles': roleChanges,
  'access/reasoned': reasonedAccess,
  'access/reports': reportsTaken,
  'access/packs': packsTaken,
};
