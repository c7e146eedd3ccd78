import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { formatWon, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import type { OrderPlan } from './order-carry/order-carry.js';
import { sumsOfOrders } from './order-carry/order-carry.rules.js';
import type { CarryOver, OpenCommitment } from './year-close.js';

const CLAUSE = '국가재정법 제48조';

export function yearIsOver(fiscalYear: number, today: LocalDate): Verdict {
  const over = today > `${fiscalYear}-12-31`;
  return {
    rule: 'fiscal-year-is-over',
    clause: '국가재정법 제2조',
    result: over ? 'PASS' : 'BLOCK',
    text: over ? { ko: `${fiscalYear} 회계연도가 끝났습니다.`, en: `The fiscal year ${fiscalYear} is over.` } : { ko: `${fiscalYear} 회계연도가 아직 끝나지 않았습니다. 12월 31일이 지난 뒤에 마감해 주세요.`, en: `The fiscal year ${fiscalYear} is not over yet.` },
    inputs: { fiscalYear, today },
  };
}

/** What was carried over by accident is not carried over again: neither way (국가재정법 제48조제3항). */
export function accidentIsNotCarriedTwice(chosen: readonly { readonly commitment: Pick<OpenCommitment, 'number' | 'fiscalYear' | 'carriedByAccident'> }[]): Verdict {
  const twice = chosen.filter(({ commitment }) => commitment.carriedByAccident);
  return {
    rule: 'accident-is-not-carried-twice',
    clause: `${CLAUSE}제3항`,
    result: twice.length === 0 ? 'PASS' : 'BLOCK',
    text:
      twice.length === 0
        ? { ko: '재이월되는 사고이월이 없습니다.', en: 'Nothing is carried over by accident twice.' }
        : { ko: `이미 사고이월한 금액은 다시 이월할 수 없습니다: ${twice.map(({ commitment }) => `${commitment.number}(${commitment.fiscalYear}년)`).join(', ')}. 지급하거나 불용 처리해 주세요.`, en: `Carried over by accident before: ${twice.map(({ commitment }) => `${commitment.number} (${commitment.fiscalYear})`).join(', ')}. Pay it or let it lapse.` },
    inputs: { twice: twice.map(({ commitment }) => commitment.number) },
  };
}

/** What is decided to be paid does not lapse: it is carried over, paid or voided first. */
export function nothingDecidedLapses(lapsing: readonly OpenCommitment[]): Verdict {
  const decided = lapsing.filter(({ decidedWon }) => decidedWon > 0n);
  return {
    rule: 'nothing-decided-lapses',
    clause: CLAUSE,
    result: decided.length === 0 ? 'PASS' : 'BLOCK',
    text:
      decided.length === 0
        ? { ko: '불용되는 지급결정이 없습니다.', en: 'No decided tranche lapses.' }
        : { ko: `지급결정하고 지급하지 않은 협약이 있습니다: ${decided.map(({ number, decidedWon }) => `${number} ${formatWon(decidedWon)}원`).join(', ')}. 이월하거나, 지급하거나, 결정을 취소해 주세요.`, en: `Decided and not paid: ${decided.map(({ number, decidedWon }) => `${number} ${formatWon(decidedWon)} won`).join('; ')}. Carry it over, pay it or void the decision.` },
    inputs: { decided: decided.map(({ number }) => number) },
  };
}

/** What the close of a year does with money; won. */
export interface YearEndPlan {
  readonly carried: readonly (CarryOver & { readonly commitment: OpenCommitment })[];
  /** Commitments given up, with what of each is not decided to be paid. */
  readonly lapsing: readonly (OpenCommitment & { readonly lapsedWon: Won })[];
}

/** Matches what was chosen to be carried over with what is open. Throws at the row that names nothing open. */
export function planYearEnd(open: readonly OpenCommitment[], carryOvers: readonly CarryOver[]): YearEndPlan {
  const same = (one: { readonly agreementId: string; readonly fiscalYear: number }) => (other: { readonly agreementId: string; readonly fiscalYear: number }) => one.agreementId === other.agreementId && one.fiscalYear === other.fiscalYear;
  const carried = carryOvers.map((each, index) => {
    const commitment = open.find(same(each));
    const twice = carryOvers.findIndex(same(each)) !== index;
    if (commitment === undefined || twice) throw invalidField(`/carryOvers/${index}/agreementId`, 'grant-year.nothing-open', { ko: '이월할 미지급 협약금액이 아니거나 두 번 고른 것입니다. 목록에서 다시 골라 주세요.', en: 'Nothing of it is open, or it is named twice. Choose from the list.' });
    return { ...each, commitment };
  });
  const lapsing = open.filter((each) => !carryOvers.some(same(each))).map((each) => ({ ...each, lapsedWon: subtractWon(each.openWon, each.decidedWon) }));
  return { carried, lapsing };
}

/** What the close of a year comes to; won. */
export interface YearEndSums {
  readonly carriedWon: Won;
  /** Carried over for the first time, by the year whose appropriation it leaves. */
  readonly newlyCarriedWon: ReadonlyMap<number, Won>;
  /** Given up, of whatever year. */
  readonly lapsedWon: Won;
  /** Of it out of the year itself: budget that nobody took once more. */
  readonly freedOfYearWon: Won;
  /** Of it out of earlier years that were closed without carrying it over: it lapses there. */
  readonly freedBeforeWon: ReadonlyMap<number, Won>;
}

/** Of agreements and orders together. What agreements have of earlier years was carried over when those were closed. */
export function sumsOf({ carried, lapsing, orders }: YearEndPlan & { readonly orders: OrderPlan }, fiscalYear: number): YearEndSums {
  const ofOrders = sumsOfOrders(orders);
  const ofYear = (rows: readonly { readonly fiscalYear: number; readonly amountWon: Won }[]): Won => sumWon(rows.filter((row) => row.fiscalYear === fiscalYear).map(({ amountWon }) => amountWon));
  const newly = new Map(ofOrders.newlyCarriedWon);
  newly.set(fiscalYear, sumWon([newly.get(fiscalYear) ?? ZERO_WON, ofYear(carried.map(({ commitment }) => ({ fiscalYear: commitment.fiscalYear, amountWon: commitment.openWon })))]));
  return {
    carriedWon: sumWon([ofOrders.carriedWon, ...carried.map(({ commitment }) => commitment.openWon)]),
    newlyCarriedWon: new Map([...newly].filter(([, amountWon]) => amountWon > 0n)),
    lapsedWon: sumWon([ofOrders.lapsedWon, ...lapsing.map(({ lapsedWon }) => lapsedWon)]),
    freedOfYearWon: sumWon([ofOrders.freedWon.get(fiscalYear) ?? ZERO_WON, ofYear(lapsing.map((each) => ({ fiscalYear: each.fiscalYear, amountWon: each.lapsedWon })))]),
    freedBeforeWon: new Map([...ofOrders.freedWon].filter(([year]) => year < fiscalYear)),
  };
}
