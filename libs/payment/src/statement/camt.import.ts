import { isLocalDate, localDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { addWon, negateWon, won, type Won } from '#libs/money';
import { allAt, readXmlTree, textAt, type XmlElement } from '../answer/xml-tree.js';
import type { ReadStatement, RefusedRow, StatementLine } from './statement.js';

/** Reads a statement of account in ISO 20022 (camt.053). Throws `bank-statement.…` at `/content` for anything else; an entry that cannot be read is refused by itself. */
export async function readCamt(content: string, today: LocalDate): Promise<ReadStatement> {
  const root = await readXmlTree(content).catch((error: unknown) => {
    throw invalidField('/content', 'bank-statement.not-xml', { ko: 'XML로 읽을 수 없는 파일입니다. 은행에서 받은 그대로의 camt.053 파일을 올려 주세요.', en: `This cannot be read as XML (${error instanceof Error ? error.message : 'unknown'}). Hand in the camt.053 file as the bank gave it.` });
  });
  const statements = allAt(root, 'BkToCstmrStmt', 'Stmt');
  const [statement] = statements;
  if (statement === undefined || statements.length > 1) {
    throw invalidField('/content', 'bank-statement.not-one-statement', { ko: '거래내역(camt.053)이 하나 들어 있는 메시지가 아닙니다. 계좌별·기간별로 하나씩 올려 주세요.', en: 'This is no message with one statement of account (camt.053). Hand in one account and period at a time.' });
  }
  const [openingWon, closingWon] = [balanceOf(statement, ['OPBD', 'PRCD']), balanceOf(statement, ['CLBD'])];
  const read = allAt(statement, 'Ntry').map((entry, index) => readEntry(entry, index + 1, today));
  const refused = read.filter((each): each is RefusedRow => each !== null && 'code' in each);
  const booked = read.filter((each): each is StatementLine => each !== null && 'amountWon' in each);
  const account = (textAt(statement, 'Acct', 'Id', 'Othr', 'Id') ?? textAt(statement, 'Acct', 'Id', 'IBAN'))?.replace(/[\s-]/gu, '') ?? null;
  return { lines: withBalances(booked, refused.length === 0 ? openingWon : null), refused, openingWon, closingWon, accountNumber: account !== null && /^[\d*]{8,20}$/u.test(account) ? account : null };
}

/** The message states no balance by line; what it opens with and the entries in turn say it, unless one could not be read. */
function withBalances(lines: readonly StatementLine[], openingWon: Won | null): StatementLine[] {
  if (openingWon === null) return [...lines];
  let balanceWon = openingWon;
  return lines.map((line) => {
    balanceWon = addWon(balanceWon, line.amountWon);
    return { ...line, balanceWon };
  });
}

function balanceOf(statement: XmlElement, codes: readonly string[]): Won | null {
  const found = allAt(statement, 'Bal').find((balance) => codes.includes(textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') ?? ''));
  if (found === undefined) return null;
  const amount = amountOf(allAt(found, 'Amt')[0]);
  if (amount === null) throw invalidField('/content', 'bank-statement.not-won', { ko: '잔액이 원화 금액이 아닙니다. 원화 계좌의 거래내역을 올려 주세요.', en: 'The balance is no amount in won. Hand in the statement of an account in won.' });
  return textAt(found, 'CdtDbtInd') === 'DBIT' ? negateWon(amount) : amount;
}

/** Null: not booked yet, so not a movement. */
function readEntry(entry: XmlElement, rowNo: number, today: LocalDate): StatementLine | RefusedRow | null {
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts');
  if (status !== null && status !== 'BOOK') return null;
  const amount = amountOf(allAt(entry, 'Amt')[0]);
  if (amount === null || amount === 0n) return refusedEntry(rowNo, 'AMOUNT_INVALID', '원화 금액이 아닙니다.', 'The amount is none in won.');
  const direction = textAt(entry, 'CdtDbtInd');
  if (direction !== 'CRDT' && direction !== 'DBIT') return refusedEntry(rowNo, 'DIRECTION_MISSING', '입금인지 출금인지 적혀 있지 않습니다.', 'It does not say whether money came in or went out.');
  const at = textAt(entry, 'BookgDt', 'DtTm') ?? textAt(entry, 'BookgDt', 'Dt') ?? textAt(entry, 'ValDt', 'Dt') ?? '';
  const day = at.slice(0, 10);
  if (!isLocalDate(day)) return refusedEntry(rowNo, 'DATE_INVALID', '거래일을 읽을 수 없습니다.', 'The day cannot be read.');
  if (day > today) return refusedEntry(rowNo, 'DATE_IN_FUTURE', `오늘(${today}) 이후의 거래입니다.`, `It lies after today (${today}).`);
  const detail = allAt(entry, 'NtryDtls', 'TxDtls')[0] ?? entry;
  const side = direction === 'CRDT' ? 'Dbtr' : 'Cdtr';
  return {
    rowNo,
    valueOn: localDate(day),
    timeOfDay: /T(\d{2}:\d{2}:\d{2})/u.exec(at)?.[1] ?? null,
    amountWon: direction === 'CRDT' ? amount : negateWon(amount),
    balanceWon: null,
    counterparty: textAt(detail, 'RltdPties', side, 'Pty', 'Nm') ?? textAt(detail, 'RltdPties', side, 'Nm'),
    kind: textAt(entry, 'BkTxCd', 'Prtry', 'Cd') ?? textAt(entry, 'AddtlNtryInf'),
    memo: textAt(detail, 'RmtInf', 'Ustrd') ?? textAt(detail, 'AddtlTxInf'),
    reference: referenceOf(entry, detail),
    isReversal: textAt(entry, 'RvslInd') === 'true',
  };
}

/** Our own reference where the payment carried one, else the bank's. */
function referenceOf(entry: XmlElement, detail: XmlElement): string | null {
  const ours = textAt(detail, 'Refs', 'EndToEndId');
  return ours !== null && ours !== 'NOTPROVIDED' ? ours : (textAt(detail, 'Refs', 'AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef'));
}

function amountOf(element: XmlElement | undefined): Won | null {
  const digits = /^(\d{1,16})(?:\.0+)?$/u.exec(element?.text.trim() ?? '')?.[1];
  return digits === undefined || element?.attributes.Ccy !== 'KRW' ? null : won(BigInt(digits));
}

const refusedEntry = (rowNo: number, code: string, ko: string, en: string): RefusedRow => ({ rowNo, code, text: { ko, en }, fix: { ko: '은행에 거래내역을 다시 요청해 올려 주세요.', en: 'Ask the bank for the statement again and hand it in.' } });
