import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';

interface Objectable {
  readonly objectionUntil: LocalDate;
  readonly answer: { readonly outcome: string } | null;
}

/** The term of objection is over, the institution agreed, or its objection was answered. */
export function settlementMayBeFinal({ objectionUntil, answer }: Objectable, acceptedOn: LocalDate | null, today: LocalDate): Verdict {
  const holds = acceptedOn !== null || answer !== null || today > objectionUntil;
  return {
    rule: 'settlement-may-be-final',
    clause: '이의신청 기간(국가연구개발혁신법 제33조, 보조금 관리에 관한 법률 제37조)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '이의신청 기간이 지났거나 수행기관이 동의했습니다.', en: 'The term of objection is over, or the institution agreed.' }
      : { ko: `이의신청 기간이 ${formatOfficialDate(objectionUntil)}까지입니다. 수행기관이 서면으로 동의했으면 동의일을 적어 주세요.`, en: `Objections are taken until ${objectionUntil}. If the institution agreed in writing, enter the day.` },
    inputs: { objectionUntil, acceptedOn, today },
  };
}

/** Nothing that the form rests on has changed since it was decided. */
export function settlementRestsOnPresentFacts(decided: string, present: string): Verdict {
  const holds = decided === present;
  return {
    rule: 'settlement-rests-on-present-facts',
    clause: '정산 내용의 동일성',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '정산한 내용이 지금의 장부와 같습니다.', en: 'The settlement is what the books say now.' }
      : { ko: '정산한 뒤에 집행·검토·협약이 바뀌었습니다. 이의신청을 접수하고 인정하여 다시 정산해 주세요.', en: 'Expenses, reviews or the agreement changed since. Record an objection and accept it, so that the stage is settled anew.' },
    inputs: { decided, present },
  };
}
