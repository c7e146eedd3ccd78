import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict, VerdictResult } from '#libs/command';
import type { Details } from '#libs/errors';
import { formatWon, subtractWon, type Won } from '#libs/money';
import type { ObligationPosition } from '../obligation/obligation.js';

/** What the rules look at before a deal is paid. Amounts in won. */
export interface DealFacts {
  readonly amountWon: Won;
  readonly paidOn: LocalDate;
  /** Where the fund stands without the deal. */
  readonly position: ObligationPosition;
  readonly deadlineOn: LocalDate;
  readonly investmentPeriod: { readonly from: LocalDate; readonly to: LocalDate };
  readonly cashWon: Won;
  readonly claimsRecognition: boolean;
}

/** Limits of agreement, law and policy, with the clauses they rest on. */
export interface DealLimits {
  readonly headroomAction: 'WARN' | 'BLOCK';
  readonly obligationClause: string;
}

type Judged = Pick<Verdict, 'rule' | 'clause' | 'text'> & { readonly inputs: Details };

const judged = (holds: boolean, otherwise: VerdictResult, verdict: Judged): Verdict => ({ ...verdict, result: holds ? 'PASS' : otherwise });

/**
 * A deal that does not (yet) qualify leaves the obligation within reach: amount ≤ headroom. A claimed deal counts as
 * non-qualifying until it is decided, because the claim may fail.
 */
export function obligationStaysReachable(facts: DealFacts, limits: DealLimits): Verdict {
  const { headroomWon, shortfallWon } = facts.position.feasibility;
  const short = subtractWon(facts.amountWon, headroomWon);
  const holds = shortfallWon === 0n || short <= 0n;
  const by = formatOfficialDate(facts.deadlineOn);
  const claim = facts.claimsRecognition
    ? { ko: ' 인정 결정 전에는 비주목적으로 봅니다.', en: ' A claimed deal counts as non-qualifying until it is decided.' }
    : { ko: '', en: '' };
  return judged(holds, limits.headroomAction, {
    rule: 'obligation-stays-reachable',
    clause: limits.obligationClause,
    text: holds
      ? { ko: `비주목적 투자여력 ${formatWon(headroomWon)}원 이내입니다.`, en: `Within the headroom of ${formatWon(headroomWon)} won.` }
      : {
          ko: `이 투자를 하면 주목적 투자의무를 지킬 수 없습니다. ${by}까지 ${formatWon(short)}원이 부족하게 됩니다.${claim.ko}`,
          en: `With this deal the main-purpose obligation can no longer be met: short by ${formatWon(short)} by ${facts.deadlineOn}.${claim.en}`,
        },
    inputs: { amountWon: `${facts.amountWon}`, headroomWon: `${headroomWon}`, shortfallWon: `${shortfallWon}`, shortByWon: `${short > 0n ? short : 0n}`, deadlineOn: facts.deadlineOn },
  });
}

/** Commitments less the fees and expenses of the whole life bound what can be invested at all. */
export function dealFitsInvestableCapital(facts: DealFacts, limits: DealLimits): Verdict {
  const { remainingWon, capacityWon } = facts.position.feasibility;
  const over = subtractWon(facts.amountWon, remainingWon);
  return judged(over <= 0n, limits.headroomAction, {
    rule: 'deal-fits-investable-capital',
    clause: limits.obligationClause,
    text:
      over <= 0n
        ? { ko: `투자가능 잔액 ${formatWon(remainingWon)}원 이내입니다.`, en: `Within the ${formatWon(remainingWon)} won left to invest.` }
        : {
            ko: `투자가능 잔액 ${formatWon(remainingWon)}원을 ${formatWon(over)}원 초과합니다. 금액을 줄여 주세요.`,
            en: `Exceeds the ${formatWon(remainingWon)} won left to invest by ${formatWon(over)}. Lower the amount.`,
          },
    inputs: { amountWon: `${facts.amountWon}`, remainingWon: `${remainingWon}`, capacityWon: `${capacityWon}` },
  });
}

/** New deals belong into the investment period; what comes later needs a ground in the agreement, so it is on record. */
export function dealFallsIntoInvestmentPeriod(facts: DealFacts, limits: DealLimits): Verdict {
  const { from, to } = facts.investmentPeriod;
  const holds = facts.paidOn >= from && facts.paidOn <= to;
  const period = `${formatOfficialDate(from)} ~ ${formatOfficialDate(to)}`;
  return judged(holds, 'WARN', {
    rule: 'deal-falls-into-investment-period',
    clause: limits.obligationClause,
    text: holds
      ? { ko: `투자기간(${period}) 안의 투자입니다.`, en: `Within the investment period ${from} to ${to}.` }
      : { ko: `투자기간(${period}) 밖의 투자입니다. 규약상 근거를 비고에 적어 주세요.`, en: `Outside the investment period ${from} to ${to}. Note the ground in the agreement.` },
    inputs: { paidOn: facts.paidOn, from, to },
  });
}

/** The custodian can only pay what is there; a lack usually means that a receipt is not entered yet. */
export function custodianCashCoversTheDeal(facts: DealFacts): Verdict {
  const holds = facts.amountWon <= facts.cashWon;
  return judged(holds, 'WARN', {
    rule: 'custodian-cash-covers-the-deal',
    clause: '벤처투자 촉진에 관한 법률 제53조',
    text: holds
      ? { ko: '수탁 예금 잔액 이내입니다.', en: 'Within the cash at the custodian.' }
      : {
          ko: `기록된 수탁 예금 ${formatWon(facts.cashWon)}원보다 많습니다. 출자금 납입이 모두 기록되었는지 확인해 주세요.`,
          en: `More than the recorded cash of ${formatWon(facts.cashWon)} won. Check that all capital receipts are entered.`,
        },
    inputs: { amountWon: `${facts.amountWon}`, cashWon: `${facts.cashWon}` },
  });
}

/** Rules on the fund's own room before a deal is paid, in the order in which a reader wants to know; restrictions come after. */
export function judgeDeal(facts: DealFacts, limits: DealLimits): Verdict[] {
  return [
    obligationStaysReachable(facts, limits),
    dealFitsInvestableCapital(facts, limits),
    dealFallsIntoInvestmentPeriod(facts, limits),
    custodianCashCoversTheDeal(facts),
  ];
}
