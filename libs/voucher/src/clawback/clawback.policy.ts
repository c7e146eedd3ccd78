import { localDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import type { Policy, PolicyDraft, PolicySet, Sourced } from '#libs/policy';
import type { ClawbackGround, ClawbackTerms, DatedRate, InterestTerms, LegalRegime, PenaltyScale } from './clawback.js';
import { DEFAULT_CLAWBACK_TERMS } from './clawback.data.js';

/** What an office may decide about clawbacks, or a ministry changes every year; the rest is the text of the statutes. */
export const CLAWBACK_POLICIES = {
  /** Yearly rates, each from its day on. */
  interest: 'clawback.interest-basis-points',
  rateDay: 'clawback.interest-rate-day',
  paymentTerm: 'clawback.payment-term-days',
  mostInstalments: 'clawback.most-instalments',
  /** Multiples of the gain by ground under 보조금법, as practice has them. */
  subsidyPenalty: 'clawback.subsidy-penalty-basis-points',
} as const;

const SINCE = localDate('2020-01-01');

export function defaultClawbackPolicies(knownAt: Date): PolicyDraft[] {
  const { interest, paymentTermDays, mostInstalments } = DEFAULT_CLAWBACK_TERMS.PUBLIC_FINANCE;
  const laid = (key: string, value: PolicyDraft['value'], { clause, source }: Omit<Sourced<unknown>, 'value'>, effectiveFrom = SINCE): PolicyDraft =>
    ({ scope: '*', key, value, effectiveFrom, effectiveTo: null, clause, source, knownAt });
  const scale = DEFAULT_CLAWBACK_TERMS.SUBSIDY.penalty;
  return [
    ...(interest?.rates ?? []).map((rate) => laid(CLAWBACK_POLICIES.interest, rate.value, rate, rate.from)),
    ...(interest === null ? [] : [laid(CLAWBACK_POLICIES.rateDay, interest.rateDay.value, interest.rateDay)]),
    laid(CLAWBACK_POLICIES.paymentTerm, paymentTermDays.value, paymentTermDays),
    laid(CLAWBACK_POLICIES.mostInstalments, mostInstalments.value, mostInstalments),
    ...(scale.kind === 'MULTIPLES' ? laidMultiples(scale.byGround, laid) : []),
  ];
}

type Multiples = Extract<PenaltyScale, { kind: 'MULTIPLES' }>['byGround'];

function laidMultiples(byGround: Multiples, laid: (key: string, value: PolicyDraft['value'], source: Omit<Sourced<unknown>, 'value'>) => PolicyDraft): PolicyDraft[] {
  const values = Object.fromEntries(Object.entries(byGround).map(([ground, { value }]) => [ground, value as number]));
  const [first] = Object.values(byGround);
  return first === undefined ? [] : [laid(CLAWBACK_POLICIES.subsidyPenalty, values, first)];
}

/** The terms of a regime with the policies in force; `rates` are all rows of the yearly rate. What a policy settles for everything keeps the clause of the statute. */
export function clawbackTerms(regime: LegalRegime, policies: PolicySet, rates: readonly Policy[]): ClawbackTerms {
  const base = DEFAULT_CLAWBACK_TERMS[regime];
  return {
    ...base,
    interest: base.interest === null ? null : interestTerms(base.interest, policies, rates),
    penalty: regime === 'SUBSIDY' ? decidedMultiples(base.penalty, policies.find(CLAWBACK_POLICIES.subsidyPenalty)) : base.penalty,
    paymentTermDays: decidedNumber(base.paymentTermDays, policies.find(CLAWBACK_POLICIES.paymentTerm)),
    mostInstalments: decidedNumber(base.mostInstalments, policies.find(CLAWBACK_POLICIES.mostInstalments)),
  };
}

function interestTerms(base: InterestTerms, policies: PolicySet, rows: readonly Policy[]): InterestTerms {
  const rates = rows.flatMap(({ value, effectiveFrom, clause, source }): DatedRate[] => (typeof value === 'number' ? [{ from: effectiveFrom, value: basisPoints(value), clause, source }] : []));
  const row = policies.find(CLAWBACK_POLICIES.rateDay);
  const rateDay = row === null ? base.rateDay : { value: row.value === 'LAST_OF_MONTH' ? ('LAST_OF_MONTH' as const) : ('FIRST_OF_MONTH' as const), clause: row.clause, source: row.source };
  return { ...base, rates, rateDay };
}

function decidedNumber(base: Sourced<number>, row: Policy | null): Sourced<number> {
  if (typeof row?.value !== 'number') return base;
  return row.scope === '*' ? { ...base, value: row.value } : { value: row.value, clause: row.clause, source: row.source };
}

function decidedMultiples(base: PenaltyScale, row: Policy | null): PenaltyScale {
  const value = row?.value;
  if (base.kind !== 'MULTIPLES' || row === null || typeof value !== 'object' || value === null || Array.isArray(value)) return base;
  const decided = value as Readonly<Record<string, unknown>>;
  const grounds = Object.entries(base.byGround) as [ClawbackGround, Sourced<number>][];
  return {
    kind: 'MULTIPLES',
    byGround: Object.fromEntries(grounds.map(([ground, multiple]) => [ground, { value: basisPoints(numberOr(decided[ground], multiple.value)), clause: row.clause, source: row.source }])),
  };
}

const numberOr = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);
