import { formatOfficialDate, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { StatusRecord } from '#libs/identifier';
import { formatWon, subtractWon, type Won } from '#libs/money';
import type { Sourced } from '#libs/policy';
import type { AgreementLine, GrantState, Stage } from '../agreement/agreement.js';
import type { InstitutionType } from '../share/share.js';
import type { ExpenseDraft } from './expense.js';

/** The name of the member of a row that a verdict is about, for whoever shows it at its field. */
export type ExpenseField = 'agreementId' | 'line' | 'spentOn' | 'payeeNumber' | 'purpose' | 'supplyWon' | 'chargesVat' | 'evidenceNumber';

interface Sentence {
  readonly rule: string;
  readonly clause: string;
  readonly field: ExpenseField;
}

interface Texts {
  readonly holds: Verdict['text'];
  readonly broken: Verdict['text'];
}

const judged = ({ rule, clause, field }: Sentence, result: Verdict['result'], { holds, broken }: Texts, inputs: Verdict['inputs'] = {}): Verdict => ({
  ...{ rule, clause, result },
  text: result === 'PASS' ? holds : broken,
  inputs: { field, ...inputs },
});

/** The stage in which an expense was committed; of one committed in none, the stage before it, and the first where there is none before. */
export function stageOf({ spentOn, committedOn }: Pick<ExpenseDraft, 'spentOn' | 'committedOn'>, stages: readonly Stage[]): number {
  const on = committedOn ?? spentOn;
  const begun = stages.filter(({ beginsOn }) => beginsOn <= on);
  return begun.at(-1)?.stage ?? stages[0]?.stage ?? 1;
}

/** Nothing is spent on an agreement on which nothing is owed any more. */
export function agreementIsOpen(state: GrantState, clause: string): Verdict {
  return judged({ rule: 'agreement-is-open', clause, field: 'agreementId' }, state === 'CLOSED' ? 'BLOCK' : 'PASS', {
    holds: { ko: '정산이 종결되지 않은 협약입니다.', en: 'The agreement has not been settled and closed.' },
    broken: { ko: '정산이 종결된 협약에는 집행을 기록할 수 없습니다. 정산 이의신청이나 재정산으로 처리해 주세요.', en: 'The agreement is settled and closed. Object to the settlement, or settle anew.' },
  });
}

/** What a final settlement was computed from takes nothing further. `settlement` is its number; null while it is not final. */
export function stageIsNotFinal(stage: number, settlement: string | null, clause: string): Verdict {
  return judged(
    { rule: 'stage-is-not-final', clause, field: 'spentOn' },
    settlement === null ? 'PASS' : 'BLOCK',
    {
      holds: { ko: '정산이 확정되지 않은 단계입니다.', en: 'The stage has not been settled for good.' },
      broken: {
        ko: `${stage}단계는 ${settlement ?? ''}로 정산이 확정되었습니다. 다음 단계의 집행이면 지출원인행위일을 확인하고, 단계가 더 없으면 협약을 변경해 새 단계를 두어 주세요.`,
        en: `Stage ${stage} was settled for good by ${settlement ?? ''}. If the expense is of the next stage, check the day on which it was committed; where there is none, agree on a new stage.`,
      },
    },
    { stage, settlement },
  );
}

/** Committed within the period: before it nothing counts, after it only what was committed in it (지출원인행위). */
export function expenseFallsIntoThePeriod({ spentOn, committedOn }: Pick<ExpenseDraft, 'spentOn' | 'committedOn'>, period: { readonly from: LocalDate; readonly to: LocalDate }, clause: string): Verdict {
  const on = committedOn ?? spentOn;
  const inside = on >= period.from && on <= period.to;
  const span = `${formatOfficialDate(period.from)} ~ ${formatOfficialDate(period.to)}`;
  const cure = on > period.to ? { ko: ' 기간 안에 계약·발주한 것이면 지출원인행위일을 적어 주세요.', en: ' If it was ordered within the period, enter the day of the order.' } : { ko: ' 협약 전의 집행은 인정되지 않습니다.', en: ' What was spent before the agreement does not count.' };
  return judged(
    { rule: 'expense-falls-into-the-period', clause, field: 'spentOn' },
    inside ? 'PASS' : 'BLOCK',
    {
      holds: { ko: `수행 기간(${span}) 안의 집행입니다.`, en: `Spent within the period, ${period.from} to ${period.to}.` },
      broken: { ko: `수행 기간(${span}) 밖의 집행입니다.${cure.ko}`, en: `Spent outside of the period, ${period.from} to ${period.to}.${cure.en}` },
    },
    { spentOn, committedOn, from: period.from, to: period.to },
  );
}

/** An unlisted line is always refused. */
export function lineIsAgreed(found: AgreementLine | null, { line, resource }: Pick<ExpenseDraft, 'line' | 'resource'>, known: readonly AgreementLine[], clause: string): Verdict {
  const list = [...new Set(known.filter((each) => each.resource === resource).map(({ code, name }) => `${code} ${name.ko}`))].join(', ');
  const what = resource === 'CASH' ? '현금' : '현물';
  return judged(
    { rule: 'line-is-agreed', clause, field: 'line' },
    found === null ? 'BLOCK' : 'PASS',
    {
      holds: { ko: '협약한 비목입니다.', en: 'The line is in the agreed plan.' },
      broken: {
        ko: `${line}은(는) 협약 예산의 ${what} 비목이 아닙니다. ${list === '' ? `협약에 ${what} 비목이 없습니다.` : `쓸 수 있는 비목: ${list}.`} 다른 비목에 쓰려면 먼저 협약을 변경해 주세요.`,
        en: `${line} is no ${resource === 'CASH' ? 'cash' : 'in-kind'} line of the agreed plan${list === '' ? '' : ` (there are: ${list})`}. Change the agreement before spending on another.`,
      },
    },
    { line, resource },
  );
}

/** What is left of the line covers it; `leftWon` counts the rows before it in the same request. */
export function lineCoversTheExpense(amountWon: Won, leftWon: Won, lineName: string, clause: string): Verdict {
  const short = subtractWon(amountWon, leftWon);
  return judged(
    { rule: 'line-covers-the-expense', clause, field: 'supplyWon' },
    short > 0n ? 'BLOCK' : 'PASS',
    {
      holds: { ko: `${lineName} 잔액 ${formatWon(leftWon)}원 이내입니다.`, en: `Within the ${formatWon(leftWon)} won left on the line.` },
      broken: {
        ko: `${lineName} 잔액 ${formatWon(leftWon)}원보다 ${formatWon(short)}원 많습니다. 예산을 변경(전용)하거나 초과분은 기관이 부담하게 해 주세요.`,
        en: `${formatWon(short)} won more than the ${formatWon(leftWon)} left on the line. Change the budget first, or let the institution bear the rest.`,
      },
    },
    { amountWon: `${amountWon}`, leftWon: `${leftWon}`, shortWon: `${short > 0n ? short : 0n}` },
  );
}

/** VAT that the institution deducts is no cost of the project. */
export function deductibleVatIsNotCharged({ chargesVat, vatWon }: Pick<ExpenseDraft, 'chargesVat' | 'vatWon'>, institution: InstitutionType, chargedBy: Sourced<readonly string[]>): Verdict {
  const wrong = chargesVat && vatWon > 0n && !chargedBy.value.includes(institution);
  return judged({ rule: 'deductible-vat-is-not-charged', clause: chargedBy.clause, field: 'chargesVat' }, wrong ? 'BLOCK' : 'PASS', {
    holds: { ko: '환급받을 부가세를 사업비에 넣지 않았습니다.', en: 'No deductible VAT is charged to the project.' },
    broken: { ko: '부가세를 공제받는 기관입니다. 부가세는 사업비에 넣지 말고 공급가액만 적어 주세요.', en: 'The institution deducts VAT. Charge the supply price alone.' },
  });
}

/** Whoever had closed by that day gave nothing. Nobody asked about is not held against the expense. */
export function payeeWasInBusiness(payee: string, status: StatusRecord | null, clause: string): Verdict {
  const closed = status?.status === 'CLOSED';
  const resting = status?.status === 'RESTING';
  const since = status === null ? '' : formatOfficialDate(status.effectiveOn);
  return judged(
    { rule: 'payee-was-in-business', clause, field: 'payeeNumber' },
    closed ? 'BLOCK' : resting ? 'WARN' : 'PASS',
    {
      holds: { ko: status === null ? '휴·폐업 기록이 없는 거래처입니다.' : `${payee}은(는) 계속사업자입니다.`, en: status === null ? 'Nothing is on record against the payee.' : `${payee} is in business.` },
      broken: closed
        ? { ko: `${payee}은(는) ${since} 폐업했습니다. 폐업 전 거래이면 지출원인행위일을, 아니면 거래처를 확인해 주세요.`, en: `${payee} closed on ${status.effectiveOn}. Check the payee, or the day on which it was ordered.` }
        : { ko: `${payee}은(는) ${since}부터 휴업 중입니다. 실제 거래인지 확인해 주세요.`, en: `${payee} has rested since ${status?.effectiveOn ?? ''}. Check that the purchase is real.` },
    },
    { payee, status: status?.status ?? null },
  );
}

/** Fines and what is not for the project stand out by their words; a person looks at them. */
export function purposeIsOfTheProject(purpose: string, words: Sourced<readonly string[]>): Verdict {
  const found = words.value.filter((word) => purpose.normalize('NFC').includes(word));
  return judged(
    { rule: 'purpose-is-of-the-project', clause: words.clause, field: 'purpose' },
    found.length > 0 ? 'WARN' : 'PASS',
    {
      holds: { ko: '적요에 눈에 띄는 낱말이 없습니다.', en: 'Nothing stands out in the purpose.' },
      broken: { ko: `적요에 '${found.join(', ')}'이(가) 있습니다. 제재금이나 과제와 무관한 집행이면 불인정 대상입니다.`, en: `The purpose names '${found.join(', ')}'. Fines and private expenses are not accepted.` },
    },
    { words: found.join(' ') },
  );
}

/** The same payee, day, line and amount once more is looked at: it may be the same purchase without a number. */
export function expenseIsNotOnRecordTwice(earlier: string | null): Verdict {
  return judged(
    { rule: 'expense-is-not-on-record-twice', clause: '중복집행 방지', field: 'supplyWon' },
    earlier === null ? 'PASS' : 'WARN',
    {
      holds: { ko: '같은 날 같은 거래처의 같은 금액이 없습니다.', en: 'No other expense of that day, payee and amount.' },
      broken: { ko: `같은 날 같은 거래처에 같은 금액이 이미 있습니다(${earlier ?? ''}). 같은 거래이면 이 행을 지워 주세요.`, en: `The same amount to the same payee that day is on record (${earlier ?? ''}). Delete the row if it is the same purchase.` },
    },
    { earlier },
  );
}

/** A payment that has a slip or an invoice names its kind and number. What is missing is asked for, and loses nothing yet. */
export function evidenceIsNamed({ evidenceKind, evidenceNumber }: Pick<ExpenseDraft, 'evidenceKind' | 'evidenceNumber'>, readable: boolean, clause: string): Verdict {
  const missing = evidenceKind === null || evidenceNumber === null;
  return judged({ rule: 'evidence-is-named', clause, field: 'evidenceNumber' }, missing ? 'WARN' : readable ? 'PASS' : 'BLOCK', {
    holds: { ko: '증빙의 종류와 번호가 있습니다.', en: 'Evidence is named with its number.' },
    broken: missing
      ? { ko: '증빙번호가 없습니다. 증빙을 확인할 수 없으면 불인정 대상입니다.', en: 'No evidence is named; without it the expense may be disallowed.' }
      : { ko: '전자세금계산서 승인번호는 24자리입니다. 홈택스의 승인번호를 그대로 옮겨 주세요.', en: 'The approval number of an e-tax invoice has 24 characters. Copy it from Hometax.' },
  });
}
