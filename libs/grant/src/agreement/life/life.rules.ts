import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { formatWon, type Won } from '#libs/money';

/** A project is completed when its period is over. */
export function periodIsOver(periodTo: LocalDate, happenedOn: LocalDate): Verdict {
  const over = happenedOn >= periodTo;
  return {
    rule: 'period-is-over',
    clause: '협약기간',
    result: over ? 'PASS' : 'BLOCK',
    text: over ? { ko: `협약기간이 ${periodTo} 끝났습니다.`, en: `The period ended on ${periodTo}.` } : { ko: `협약기간이 ${periodTo}까지입니다. 일찍 마치면 협약기간을 먼저 변경하고, 중단하면 해지로 처리해 주세요.`, en: `The period runs until ${periodTo}. Shorten it first, or terminate the agreement.` },
    inputs: { periodTo, happenedOn },
  };
}

/** Nothing that was decided waits for its payment. */
export function nothingWaitsForPayment(payableWon: Won): Verdict {
  const clear = payableWon === 0n;
  return {
    rule: 'nothing-waits-for-payment',
    clause: '협약(지급계획)',
    result: clear ? 'PASS' : 'BLOCK',
    text: clear ? { ko: '지급을 기다리는 결정이 없습니다.', en: 'No decided tranche waits for its payment.' } : { ko: `지급결정한 ${formatWon(payableWon)}원이 아직 지급되지 않았습니다. 지급하거나 결정을 취소한 뒤 다시 해 주세요.`, en: `${formatWon(payableWon)} won are decided and not paid. Pay them or void the decision first.` },
    inputs: { payableWon: `${payableWon}` },
  };
}

/** An agreement is closed when the settlement of every stage is final. */
export function everyStageIsSettled(unsettled: readonly number[]): Verdict {
  const done = unsettled.length === 0;
  return {
    rule: 'every-stage-is-settled',
    clause: '국가연구개발혁신법 제13조제8항, 보조금 관리에 관한 법률 제27조',
    result: done ? 'PASS' : 'BLOCK',
    text: done
      ? { ko: '모든 단계의 정산이 확정되었습니다.', en: 'The settlement of every stage is final.' }
      : { ko: `정산이 확정되지 않은 단계가 있습니다: ${unsettled.join(', ')}단계. 정산을 먼저 확정해 주세요.`, en: `Stages are not settled for good yet: ${unsettled.join(', ')}. Finalise their settlement first.` },
    inputs: { unsettled },
  };
}
