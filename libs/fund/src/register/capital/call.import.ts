import type { LocalDate } from '#libs/calendar';
import { dateInFuture, duplicateRow, judgeSheet, refuse, remark, sheetVerdict, type CheckedValues, type JudgedRow, type Judgement, type RowReading, type RowRemark, type Sheet, type SheetVerdict } from '#libs/sheet';
import type { Book } from '../reading/book.import.js';
import { referToFund, referToPartner } from '../reading/reference.import.js';
import type { CallPaymentFact } from '../register.js';
import { callKey, callShareKey, type CallDates } from './call-key.import.js';
import { compareCallsWithRecord } from './call-record.import.js';
import { remarkSplits } from './call-split.import.js';
import { remarkPayments } from './call-remark.import.js';

export const CALL_RULES = {
  fund: { names: ['조합번호'], type: 'reference', required: true },
  call: { names: ['회차'], type: 'count', required: true },
  noticeOn: { names: ['통지일'], type: 'date' },
  dueOn: { names: ['납입기한'], type: 'date', required: true },
  partner: { names: ['조합원명'], type: 'reference', required: true },
  called: { names: ['요청금액'], type: 'won' },
  valueOn: { names: ['납입일'], type: 'date' },
  received: { names: ['납입금액'], type: 'won' },
  note: { names: ['비고'], type: 'text' },
} as const;

type CallRules = typeof CALL_RULES;
export type CallRow = JudgedRow<CallRules, CallPaymentFact>;
type CallValues = CheckedValues<CallRules>;

const LARGEST_CALL_NUMBER = 32_767n;

/** 출자납입: what was called of each partner and what came. A row with a called amount carries the call; one without is a later payment. */
export function readCallPayments(name: string, sheet: Sheet, book: Book): SheetVerdict {
  const seen = new Map<string, number>();
  const dates = callDates(book.known.callPayments);
  const judged = judgeSheet<CallRules, CallPaymentFact>(sheet, {
    rules: CALL_RULES,
    needs: needsOf,
    keyOf: ({ row }) => row.text('partner') || null,
    judge: (values, reading) => judgePayment(values, reading, { seen, dates, book }),
  });
  compareCallsWithRecord(judged.rows, dates, book);
  remarkPayments(judged.rows, book);
  remarkSplits(judged.rows, book);
  return sheetVerdict(name, judged);
}

function callDates(payments: readonly CallPaymentFact[]): Map<string, CallDates> {
  return new Map(payments.toReversed().map((payment) => [callKey(payment), { noticeOn: payment.noticeOn, dueOn: payment.dueOn }]));
}

interface Context {
  readonly seen: Map<string, number>;
  readonly dates: Map<string, CallDates>;
  readonly book: Book;
}

function judgePayment(values: CallValues, reading: RowReading<CallRules>, { seen, dates, book }: Context): Judgement<CallPaymentFact> {
  if (values.call === 0n || values.call > LARGEST_CALL_NUMBER) return refuse(badNumber(reading));
  const fund = referToFund(book, values.fund, reading.at('fund'));
  if (!fund.ok) return refuse(fund.remark);
  const partner = referToPartner(book, fund.target, values.partner, reading.at('partner'));
  if (!partner.ok) return refuse(partner.remark);
  const share = { fund: fund.target.number, call: Number(values.call), partner: partner.target.name };
  const key = [callShareKey(share), values.called, values.valueOn, values.received].join('|');
  if (seen.has(key)) return refuse(duplicateRow(reading.at('partner'), seen.get(key)));
  const own = { noticeOn: values.noticeOn !== null && values.noticeOn > values.dueOn ? null : values.noticeOn, dueOn: values.dueOn };
  const agreed = agreedDates(dates.get(callKey(share)), own);
  const future = futureOf(values, agreed, reading, book.limits.today);
  if (future !== null) return refuse(future);
  seen.set(key, reading.number);
  dates.set(callKey(share), agreed);
  const received = values.received === 0n ? null : values.received;
  const fact: CallPaymentFact = {
    ...share,
    ...agreed,
    calledWon: values.called,
    valueOn: received === null ? null : values.valueOn,
    receivedWon: received,
    note: values.note,
  };
  return { state: 'NEW', fact, warnings: dateRemarks(values, own, agreed, reading) };
}

/** What README leaves to reason: a row calls or receives something, and what is received has a value date. */
function needsOf({ values, row }: RowReading<CallRules>): readonly (keyof CallRules)[] {
  const receives = values.received !== null ? values.received > 0n : row.cell('received').kind !== 'empty';
  if (receives) return ['valueOn'];
  return ['called'];
}

function badNumber(reading: RowReading<CallRules>): RowRemark {
  const text = { ko: `회차는 1부터 ${LARGEST_CALL_NUMBER}까지의 정수입니다.`, en: `The number of a call is from 1 to ${LARGEST_CALL_NUMBER}.` };
  return remark('AMOUNT_INVALID', reading.at('call'), text, { ko: '회차를 숫자로 적으십시오.', en: 'Write the number of the call in digits.' });
}

/** A call is known by its notice, or by its due date where it has none; money by its value date. */
function futureOf(values: CallValues, call: CallDates, reading: RowReading<CallRules>, today: LocalDate | null): RowRemark | null {
  if (today === null) return null;
  if ((call.noticeOn ?? call.dueOn) > today) return dateInFuture(reading.at(call.noticeOn === null ? 'dueOn' : 'noticeOn'), today);
  return values.valueOn !== null && values.valueOn > today ? dateInFuture(reading.at('valueOn'), today) : null;
}

/** The dates of the first row of the call; a notice that it lacked comes from a later one. */
function agreedDates(earlier: CallDates | undefined, own: CallDates): CallDates {
  if (earlier === undefined) return own;
  return earlier.noticeOn === null && own.noticeOn !== null && own.noticeOn <= earlier.dueOn ? { ...earlier, noticeOn: own.noticeOn } : earlier;
}

/** Says where the dates of a row are not those of its call. */
function dateRemarks(values: CallValues, own: CallDates, agreed: CallDates, reading: RowReading<CallRules>): RowRemark[] {
  const remarks: RowRemark[] = [];
  if (own.noticeOn !== values.noticeOn) {
    const text = { ko: '통지일이 납입기한보다 늦어 빈칸으로 보았습니다.', en: 'The notice is after the due date and was taken as empty.' };
    remarks.push(remark('CALL_DATES_DIFFER', reading.at('noticeOn'), text, { ko: '통지일과 납입기한을 확인하십시오.', en: 'Check both dates.' }));
  }
  const differing = own.dueOn !== agreed.dueOn ? 'dueOn' : own.noticeOn !== null && own.noticeOn !== agreed.noticeOn ? 'noticeOn' : null;
  if (differing === null) return remarks;
  const first = agreed[differing] ?? '-';
  const text = { ko: `같은 회차의 다른 행과 다릅니다. 회차의 날짜는 ${first}(으)로 기록합니다.`, en: `Other rows of the same call say otherwise; the call is recorded with ${first}.` };
  return [...remarks, remark('CALL_DATES_DIFFER', reading.at(differing), text, { ko: '한 회차의 통지일·납입기한은 같아야 합니다.', en: 'One call has one notice and one due date.' })];
}
