import type { ApprovalPolicy } from './approval-policy.requests.js';

/** All decisions about one command in one scope. */
export interface PolicyLine {
  readonly command: string;
  readonly scope: string;
  /** The decision that counts today; null while the first one is still to come. */
  readonly inForce: ApprovalPolicy | null;
  /** Every decision, the latest first. */
  readonly decisions: readonly ApprovalPolicy[];
}

/** Later days count before earlier ones; of one day, the decision that was recorded last. */
function laterFirst(one: ApprovalPolicy, other: ApprovalPolicy): number {
  return other.effectiveFrom.localeCompare(one.effectiveFrom) || other.recordedAt.localeCompare(one.recordedAt);
}

/** The decisions by command and scope, commands in the order given; `today` is a day in Seoul. */
export function policyLines(policies: readonly ApprovalPolicy[], commands: readonly string[], today: string): PolicyLine[] {
  return commands.flatMap((command) => {
    const scopes = [...new Set(policies.filter((policy) => policy.command === command).map(({ scope }) => scope))].sort();
    return scopes.map((scope) => {
      const decisions = policies.filter((policy) => policy.command === command && policy.scope === scope).sort(laterFirst);
      return { command, scope, decisions, inForce: decisions.find(({ effectiveFrom }) => effectiveFrom <= today) ?? null };
    });
  });
}

/** Whether anything of it waits for a signature. */
export function needsSignatures(policy: Pick<ApprovalPolicy, 'tiers'> | null): boolean {
  return policy?.tiers.some(({ mode }) => mode === 'SIGNED') ?? false;
}
