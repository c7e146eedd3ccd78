import type { Fault } from '../../design/form/faults.js';
import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import type { ApprovalPolicy, Step, Tier } from './approval-policy.requests.js';

export const STEP_KINDS = ['REVIEW', 'COOPERATE', 'APPROVE'] as const;
export const ROLES = ['FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'FUND_MANAGER', 'FINANCE_MAKER', 'ADMIN'] as const;
export const RANKS = ['STAFF', 'TEAM_LEADER', 'DIRECTOR', 'EXECUTIVE', 'HEAD'] as const;

const QUORUM_MAX = 20;

/** A step and a tier as they are typed. */
export interface TypedStep {
  readonly kind: string;
  readonly role: string;
  readonly minRank: string;
  readonly quorum: string;
}

export interface TypedTier {
  readonly fromWon: string;
  readonly mode: 'DIRECT' | 'SIGNED';
  readonly steps: readonly TypedStep[];
}

export const blankStep = (): TypedStep => ({ kind: 'APPROVE', role: 'APPROVER', minRank: 'STAFF', quorum: '1' });
export const blankTier = (): TypedTier => ({ fromWon: '', mode: 'SIGNED', steps: [blankStep()] });

/** A policy as it would have been typed; without one, a second person signs everything. */
export function typedTiers(policy: Pick<ApprovalPolicy, 'tiers'> | null): TypedTier[] {
  if (policy === null || policy.tiers.length === 0) return [{ ...blankTier(), fromWon: '0' }];
  return [...policy.tiers]
    .sort((one, other) => (BigInt(one.fromWon) < BigInt(other.fromWon) ? -1 : 1))
    .map(({ fromWon, mode, steps }) => ({ fromWon: formatWon(fromWon), mode: mode === 'DIRECT' ? 'DIRECT' : 'SIGNED', steps: steps.map((step) => ({ ...step, quorum: String(step.quorum) })) }));
}

interface TierTexts {
  readonly amount: string;
  readonly count: string;
  readonly step: string;
}

/** The tiers as the API takes them; the first one starts at nothing. With faults they are not fit to be sent. */
export function readTiers(typed: readonly TypedTier[], texts: TierTexts): { tiers: Tier[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const tiers = typed.map((tier, index): Tier => {
    const amount = index === 0 ? ({ ok: true, amount: 0n } as const) : parseWonInput(tier.fromWon);
    if (!amount.ok || (index > 0 && amount.amount === 0n)) faults.push({ pointer: `/tiers/${index}/fromWon`, text: texts.amount });
    if (tier.mode === 'SIGNED' && tier.steps.length === 0) faults.push({ pointer: `/tiers/${index}/steps`, text: texts.step });
    const steps = tier.mode === 'DIRECT' ? [] : tier.steps;
    return {
      fromWon: amount.ok ? amount.amount.toString() : '0',
      mode: tier.mode,
      steps: steps.map((step, at) => {
        const quorum = Number(step.quorum);
        if (!Number.isInteger(quorum) || quorum < 1 || quorum > QUORUM_MAX) faults.push({ pointer: `/tiers/${index}/steps/${at}/quorum`, text: texts.count });
        return { ...step, quorum } as Step;
      }),
    };
  });
  return { tiers, faults };
}
