import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { formatWon, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import type { Payment, SpendingPlan } from './expense.js';

/** What is remarked about money that leaves the fund; neither refuses, because both may be right. */
export function judgePayment(amountWon: Won, cashWon: Won, plan: SpendingPlan, paysBill: boolean): Verdict[] {
  return [spendingStaysWithinPlan(amountWon, plan, paysBill), fundHasTheCash(amountWon, cashWon, plan.clause)];
}

/** The plan E is what capacity and headroom are measured against: spending more makes both too large until the plan is decided anew. */
function spendingStaysWithinPlan(amountWon: Won, plan: SpendingPlan, paysBill: boolean): Verdict {
  const total = sumWon([plan.paidWon, plan.owedWon, paysBill ? ZERO_WON : amountWon]);
  const over = subtractWon(total, plan.planWon);
  const text =
    over <= 0n
      ? { ko: `존속기간 예상 보수·비용 ${formatWon(plan.planWon)}원 안입니다(누계 ${formatWon(total)}원).`, en: `Within the ${formatWon(plan.planWon)} won planned for the whole life (${formatWon(total)} so far).` }
      : {
          ko: `누계가 존속기간 예상 보수·비용을 ${formatWon(over)}원 넘습니다. 투자가능액이 그만큼 줄어야 하므로 규약 탭에서 예상 총보수·비용을 다시 정해 주세요.`,
          en: `${formatWon(over)} won more than planned for the whole life. What may be invested has to shrink by it: decide the planned fees and expenses anew under terms.`,
        };
  return { rule: 'spending-stays-within-plan', clause: plan.clause, result: over <= 0n ? 'PASS' : 'WARN', text, inputs: { planWon: `${plan.planWon}`, totalWon: `${total}` } };
}

function fundHasTheCash(amountWon: Won, cashWon: Won, clause: string): Verdict {
  const holds = amountWon <= cashWon;
  const text = holds
    ? { ko: `수탁 예금 잔액(${formatWon(cashWon)}원)으로 지급할 수 있습니다.`, en: `The cash of ${formatWon(cashWon)} won suffices.` }
    : { ko: `장부상 수탁 예금 잔액은 ${formatWon(cashWon)}원입니다. 입금 기록이 빠지지 않았는지 확인해 주세요.`, en: `The books show ${formatWon(cashWon)} won of cash. Check whether a receipt is missing.` };
  return { rule: 'fund-has-the-cash', clause, result: holds ? 'PASS' : 'WARN', text, inputs: { cashWon: `${cashWon}`, amountWon: `${amountWon}` } };
}

/** Throws `DomainError` invalid at the first field that cannot be. */
export function requirePossiblePayment(payment: Pick<Payment, 'paidOn' | 'periodFrom' | 'periodTo'>, foundedOn: LocalDate, today: LocalDate): void {
  if (payment.paidOn > today) throw invalidField('/paidOn', 'expense.in-future', { ko: '지급일이 오늘보다 뒤입니다.', en: 'The payment lies in the future.' });
  if (payment.paidOn < foundedOn) throw invalidField('/paidOn', 'expense.before-founding', { ko: `결성일(${foundedOn}) 이후여야 합니다.`, en: `It cannot be before the founding on ${foundedOn}.` });
  if (payment.periodFrom !== null && payment.periodTo !== null && payment.periodTo < payment.periodFrom) {
    throw invalidField('/periodTo', 'expense.period', { ko: '기간의 끝이 시작보다 앞섭니다.', en: 'The period ends before it begins.' });
  }
}
