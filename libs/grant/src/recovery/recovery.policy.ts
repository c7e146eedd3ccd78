import { localDate } from '#libs/calendar';
import { basisPoints, TREASURY_STEP_WON } from '#libs/money';
import type { PolicyDraft, PolicySet, PolicyValue } from '#libs/policy';
import type { CollectionTerms } from '#libs/recovery';
import type { SettlementWording } from '../settlement/settlement.data.js';

/** What an office decides about recoveries; the rest is the text of the statutes. */
export const RECOVERY_POLICIES = {
  mostInstalments: 'grant.recovery-instalments-maximum',
  /** In basis points: at once after the default, for every further month, and at most. */
  surcharge: 'grant.recovery-surcharge-basis-points',
  /** From which amount of public money on research settlements are verified; 0 where the notice of the call says nothing. */
  verificationFrom: 'grant.verification-from-won',
  /** Multiples of what was misused under the Subsidy Act, by ground. */
  subsidyPenalty: 'grant.subsidy-penalty-basis-points',
} as const;

const SINCE = localDate('2020-01-01');

interface Surcharge {
  readonly first: number;
  readonly monthly: number;
  readonly atMost: number;
}
const SURCHARGE: Surcharge = { first: 300, monthly: 75, atMost: 4_800 };

export function defaultRecoveryPolicies(knownAt: Date): PolicyDraft[] {
  const laid = (key: string, value: PolicyValue, source: PolicyDraft['source'], clause: string): PolicyDraft => ({ scope: '*', key, value, effectiveFrom: SINCE, effectiveTo: null, clause, source, knownAt });
  return [
    laid(RECOVERY_POLICIES.mostInstalments, 12, 'ASSUMPTION', '기본값: 최대 12회 분할납부'),
    laid(RECOVERY_POLICIES.surcharge, { ...SURCHARGE }, 'PRACTICE', '국세 체납처분의 예(국가연구개발혁신법 제34조제2항, 보조금 관리에 관한 법률 제33조의3): 3%, 이후 매월 0.75%'),
    laid(RECOVERY_POLICIES.verificationFrom, '0', 'ASSUMPTION', '기본값: 공고에서 정하지 않으면 외부 검증을 요구하지 않음'),
    laid(RECOVERY_POLICIES.subsidyPenalty, { FALSE_CLAIM: 50_000, OFF_PURPOSE: 30_000, CONDITION_BREACH: 20_000, REQUIREMENT_UNMET: 10_000 }, 'PRACTICE', '보조금 관리에 관한 법률 제33조의2, 시행령 별표'),
  ];
}

/** How a recovery of this call is collected: the term of the statute, in the steps of the Treasury, with the policies in force. */
export function collectionTerms({ payment }: SettlementWording, policies: PolicySet): CollectionTerms {
  const row = policies.find(RECOVERY_POLICIES.surcharge);
  const { first, monthly, atMost } = surchargeOf(row?.value);
  const of = <T>(value: T) => ({ value, clause: row?.clause ?? '', source: row?.source ?? ('PRACTICE' as const) });
  const instalments = policies.find(RECOVERY_POLICIES.mostInstalments);
  return {
    surcharge: { steps: of([{ within: { months: 1 }, rate: basisPoints(first) }]), monthlyRate: of(basisPoints(monthly)), cap: of(basisPoints(atMost)) },
    paymentTermDays: { value: 'days' in payment.period ? payment.period.days : 0, clause: payment.clause, source: 'LAW' },
    mostInstalments: { value: policies.integer(RECOVERY_POLICIES.mostInstalments, 1), clause: instalments?.clause ?? '', source: instalments?.source ?? 'ASSUMPTION' },
    truncationWon: { value: TREASURY_STEP_WON, clause: '국고금 관리법 제47조', source: 'LAW' },
  };
}

function surchargeOf(value: PolicyValue | undefined): Surcharge {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return SURCHARGE;
  const decided = value as Readonly<Record<string, PolicyValue>>;
  const number = (key: keyof Surcharge): number => (typeof decided[key] === 'number' ? decided[key] : SURCHARGE[key]);
  return { first: number('first'), monthly: number('monthly'), atMost: number('atMost') };
}
