import type { HolidayCalendar, LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { addWon, formatWon, maxWon, minWon, subtractWon, type Won } from '#libs/money';
import { dueDateLeavesTheTerm, earliestDueOn, instalmentPlan, type Instalment } from '#libs/recovery';
import type { ClawbackGround, ClawbackTerms, LegalRegime } from './clawback.js';
import { demanded, recoveryOf, type Recovery } from './clawback.rules.js';
import { assessPenalty, nameIsPublished, penaltyOptions, penaltyStaysWithinTheLaw, type ImposedPenalty, type PenaltyAssessment, type PenaltyFacts, type PenaltyOption } from './penalty.rules.js';

/** What a decision on a clawback rests on; amounts in won. */
export interface CalculationFacts {
  readonly regime: LegalRegime;
  readonly ground: ClawbackGround;
  readonly atFault: boolean;
  readonly principalWon: Won;
  /** The day of the improper act. */
  readonly improperOn: LocalDate;
  readonly noticeOn: LocalDate;
  /** Null: the earliest day that may be set. */
  readonly dueOn: LocalDate | null;
  readonly returnedOn: LocalDate | null;
  readonly fixedInterestWon: Won | null;
  /** Null: what the statute makes of it, as high as the circumstances allow. */
  readonly penaltyWon: Won | null;
  readonly reportedOn: LocalDate | null;
  readonly advanceNoticeOn: LocalDate | null;
  readonly fullyReturned: boolean;
  readonly negligent: boolean;
  readonly otherwiseFined: boolean;
  readonly instalments: number;
}

/** What is on record about the debtor and the voucher. */
export interface CalculationRecord {
  /** Public money paid on the voucher; the base of a ceiling. */
  readonly publicPaidWon: Won;
  /** What can still be claimed back of it; null where no voucher is named. */
  readonly claimableWon: Won | null;
  readonly earlierGains: PenaltyFacts['earlierGains'];
  readonly imposedPenalties: readonly ImposedPenalty[];
}

export interface Calculation {
  readonly recovery: Recovery;
  readonly options: readonly PenaltyOption[];
  readonly assessment: PenaltyAssessment;
  /** Chosen, and as its notice demands it. */
  readonly penaltyWon: Won;
  readonly penaltyNoticeWon: Won;
  /** What both notices drop together. */
  readonly droppedWon: Won;
  /** What the debtor owes: recovery and penalty as demanded. */
  readonly demandedWon: Won;
  readonly earliestDueOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly plan: readonly Instalment[];
  /** The name of the debtor is published with this penalty counted in the years to come. */
  readonly published: boolean;
  readonly verdicts: readonly Verdict[];
  /** Every article that a figure rests on, once. */
  readonly clauses: readonly string[];
}

/**
 * Computes a clawback without deciding anything: the recovery with interest, every penalty side by side, the one that was
 * chosen, the due date and the plan. Throws what the rules of recovery, penalty and instalments throw.
 */
export function calculateClawback(facts: CalculationFacts, record: CalculationRecord, terms: ClawbackTerms, calendar: HolidayCalendar): Calculation {
  const payments = [{ amountWon: facts.principalWon, actOn: facts.improperOn }];
  const recovery = recoveryOf({ ...facts, payments }, terms);
  const assessment = assessPenalty({ ...facts, gainWon: recovery.gainWon, publicPaidWon: record.publicPaidWon, earlierGains: record.earlierGains, advanceNoticeOn: facts.advanceNoticeOn ?? facts.noticeOn }, terms);
  const penaltyWon = facts.penaltyWon ?? maxWon(assessment.lowestWon, minWon(assessment.standardWon, assessment.highestWon));
  const penaltyNoticeWon = demanded(penaltyWon, terms);
  const earliest = earliestDueOn(facts.noticeOn, terms, calendar);
  const dueOn = facts.dueOn ?? earliest;
  const demandedWon = addWon(recovery.noticeWon, penaltyNoticeWon);
  return {
    recovery,
    options: penaltyOptions(recovery.gainWon, record.publicPaidWon, terms),
    assessment,
    penaltyWon,
    penaltyNoticeWon,
    droppedWon: addWon(recovery.droppedWon, subtractWon(penaltyWon, penaltyNoticeWon)),
    demandedWon,
    earliestDueOn: earliest,
    dueOn,
    plan: instalmentPlan(demandedWon, facts.instalments, dueOn, terms, calendar),
    published: nameIsPublished(record.imposedPenalties, facts.noticeOn, terms),
    verdicts: [
      ...(record.claimableWon === null ? [] : [claimStaysWithinWhatWasPaid(facts.principalWon, record.claimableWon)]),
      penaltyStaysWithinTheLaw(penaltyWon, assessment),
      dueDateLeavesTheTerm(dueOn, facts.noticeOn, terms, calendar),
    ],
    clauses: clausesOf(recovery, assessment, terms),
  };
}

/** No more is claimed back than was paid, less what came back and what is claimed back already. */
export function claimStaysWithinWhatWasPaid(principalWon: Won, claimableWon: Won): Verdict {
  const holds = principalWon <= claimableWon;
  return {
    rule: 'claim-stays-within-what-was-paid',
    clause: '공공재정환수법 제8조제1항(부정이익의 범위)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `지급되어 남아 있는 ${formatWon(claimableWon)}원 이내입니다.`, en: `Within the ${formatWon(claimableWon)} won that were paid and stand.` }
      : {
          ko: `지급되어 남아 있는 ${formatWon(claimableWon)}원보다 많습니다(이미 환불되거나 환수 결정된 금액은 뺌). 그 이하로 적어 주세요.`,
          en: `More than the ${formatWon(claimableWon)} won that were paid and stand (without what was refunded or claimed back before). Enter that or less.`,
        },
    inputs: { principalWon: `${principalWon}`, claimableWon: `${claimableWon}` },
  };
}

function clausesOf(recovery: Recovery, assessment: PenaltyAssessment, terms: ClawbackTerms): string[] {
  const interest = terms.interest === null ? [] : [...new Set(recovery.lines.map(({ rate }) => rate.clause)), terms.interest.rateDay.clause];
  const truncation = terms.truncationWon.value === null ? [] : [terms.truncationWon.clause];
  return [...new Set([...interest, assessment.clause, ...assessment.mitigations.map(({ clause }) => clause), terms.paymentTermDays.clause, ...truncation])];
}

/** What is posted of a claim: the debtor owes what the notices demand, so what the notice of the recovery drops is taken off the interest, and off the principal where there is none. */
export function postedAmounts({ recovery, penaltyNoticeWon }: Calculation): { readonly principalWon: bigint; readonly interestWon: bigint; readonly penaltyWon: bigint } {
  const offInterest = minWon(recovery.interestWon, recovery.droppedWon);
  const offPrincipal = subtractWon(recovery.droppedWon, offInterest);
  return { principalWon: subtractWon(recovery.gainWon, offPrincipal), interestWon: subtractWon(recovery.interestWon, offInterest), penaltyWon: penaltyNoticeWon };
}
