import { findHeader, futureDate, judgeSheet, columnSpecs, refuse, remark, sheetVerdict, type CheckedValues, type JudgedSheet, type Judgement, type RowReading, type Sheet, type SheetVerdict } from '#libs/sheet';
import type { LocalDate } from '#libs/calendar';
import { negateWon, ZERO_WON, type Won } from '#libs/money';

/** Columns as custodians and banks head them, the usual word first. */
export const STATEMENT_RULES = {
  valueOn: { names: ['거래일', '거래일자', '거래일시', '입금일', '입금일자', '일자', '날짜', '기준일'], type: 'date', required: true, happened: true },
  deposit: { names: ['입금액', '입금', '입금금액', '맡기신금액', '거래금액', '금액'], type: 'won', range: 'any' },
  withdrawal: { names: ['출금액', '출금', '출금금액', '찾으신금액', '지급액'], type: 'won' },
  balance: { names: ['거래후잔액', '잔액', '잔고'], type: 'won', range: 'any' },
  counterparty: { names: ['입금자', '입금자명', '의뢰인', '거래처', '보낸분', '보낸분/받는분', '거래상대', '상대방', '내용', '예금주'], type: 'text' },
  memo: { names: ['적요', '비고', '메모', '거래내용'], type: 'text' },
  reference: { names: ['거래번호', '참조번호', '관리번호', '전표번호', '은행거래번호'], type: 'text' },
} as const;

type Rules = typeof STATEMENT_RULES;

/** A movement of the custodian's account: a deposit above zero, a withdrawal below. */
export interface StatementLine {
  readonly valueOn: LocalDate;
  readonly amountWon: Won;
  readonly counterparty: string | null;
  readonly memo: string | null;
  readonly reference: string | null;
  readonly balanceWon: Won | null;
}

export interface ReadStatement {
  readonly sheets: readonly JudgedSheet<Rules, StatementLine>[];
  readonly verdicts: () => readonly SheetVerdict[];
}

/** Reads every sheet that has the columns of a statement; where none has, the first one, so that its refusal can be told. */
export function readStatement(sheets: readonly Sheet[], today: LocalDate): ReadStatement {
  const readable = sheets.filter((sheet) => findHeader(sheet, columnSpecs(STATEMENT_RULES)).headerRow !== null);
  const chosen = readable.length > 0 ? readable : sheets.slice(0, 1);
  const judged = chosen.map((sheet) => ({
    name: sheet.name,
    sheet: judgeSheet<Rules, StatementLine>(sheet, { rules: STATEMENT_RULES, keyOf, judge: (values, reading) => judgeLine(values, reading, today) }),
  }));
  return { sheets: judged.map(({ sheet }) => sheet), verdicts: () => judged.map(({ name, sheet }) => sheetVerdict(name, sheet)) };
}

const keyOf = (reading: RowReading<Rules>): string | null => reading.values.counterparty ?? reading.values.memo;

function judgeLine(values: CheckedValues<Rules>, reading: RowReading<Rules>, today: LocalDate): Judgement<StatementLine> {
  const future = futureDate(reading, STATEMENT_RULES, today);
  if (future !== null) return refuse(future);
  const [deposit, withdrawal] = [values.deposit ?? ZERO_WON, values.withdrawal ?? ZERO_WON];
  if ((deposit === 0n) === (withdrawal === 0n)) return refuse(noSingleAmount(reading));
  const { valueOn, counterparty, memo, reference, balance } = values;
  return { state: 'NEW', fact: { valueOn, amountWon: deposit === 0n ? negateWon(withdrawal) : deposit, counterparty, memo, reference, balanceWon: balance }, warnings: [] };
}

/** AMOUNT_INVALID: a movement is one deposit or one withdrawal. */
function noSingleAmount(reading: RowReading<Rules>) {
  return remark(
    'AMOUNT_INVALID',
    reading.at('deposit'),
    { ko: '입금액과 출금액 가운데 하나만 있어야 합니다.', en: 'There must be either a deposit or a withdrawal.' },
    { ko: '합계나 이월 행이면 지우고, 거래 행이면 금액을 확인하십시오.', en: 'Delete the row if it is a total or carried forward; otherwise check its amount.' },
  );
}
