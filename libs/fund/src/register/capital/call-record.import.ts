import { won, type Won } from '#libs/money';
import { differsFromRecord, valueAssumed, type RowRemark } from '#libs/sheet';
import { add, type Book } from '../reading/book.import.js';
import type { CallPaymentFact } from '../register.js';
import type { CallRow } from './call.import.js';
import { callKey, callShareKey, type CallDates } from './call-key.import.js';

/**
 * Shares and receipts are compared one by one, because the record keeps them apart: a share by call and partner (several
 * rows of the file are one), a receipt by value date and amount as well. A row may bring a receipt to a recorded share.
 * What is new goes into the book.
 */
export function compareCallsWithRecord(rows: readonly CallRow[], dates: ReadonlyMap<string, CallDates>, book: Book): void {
  gatherShares(rows);
  const recorded = sharesOf(book.known.callPayments);
  const stated = sharesOf(rows.flatMap((row) => (row.fact === null ? [] : [row.fact])));
  const receipts = matchReceipts(rows, book.known.callPayments);
  for (const row of rows) {
    const { fact } = row;
    if (fact === null) continue;
    const key = callShareKey(fact);
    const shareIsKnown = fact.calledWon === null || recorded.has(key);
    const receiptIsKnown = fact.receivedWon === null || receipts.matched.has(row);
    const otherReceipt = !receiptIsKnown && receipts.open.has(key);
    const contradiction = contradictionOf(row, recorded.get(key) ?? null, stated.get(key) ?? null, otherReceipt);
    if (contradiction !== null) {
      row.state = 'REJECTED';
      row.fact = null;
      row.remarks.splice(0, row.remarks.length, contradiction);
    } else if (shareIsKnown && receiptIsKnown) {
      // A row that only repeats or raises a share is on record once the share is.
      row.state = fact.receivedWon !== null || recorded.has(key) ? 'RECORDED' : 'NEW';
    } else {
      const share = { calledWon: shareIsKnown ? null : fact.calledWon };
      const receipt = receiptIsKnown ? { valueOn: null, receivedWon: null } : {};
      add(book, 'callPayments', { ...fact, ...dates.get(callKey(fact)), ...share, ...receipt });
    }
  }
}

/**
 * One call has one share of each partner, carried by its first row. A later row that repeats the amount is a further
 * payment; one with another amount adds to the share.
 */
function gatherShares(rows: readonly CallRow[]): void {
  const carriers = new Map<string, { row: CallRow; amount: Won }>();
  for (const row of rows) {
    if (row.fact === null || row.fact.calledWon === null) continue;
    const key = callShareKey(row.fact);
    const carrier = carriers.get(key);
    if (carrier === undefined || carrier.row.fact === null) {
      carriers.set(key, { row, amount: row.fact.calledWon });
      continue;
    }
    const repeats = row.fact.calledWon === carrier.amount;
    if (!repeats) carrier.row.fact = { ...carrier.row.fact, calledWon: won((carrier.row.fact.calledWon ?? 0n) + row.fact.calledWon) };
    row.fact = { ...row.fact, calledWon: null };
    row.remarks.push(shareAgain(row, carrier.row.reading.number, repeats));
  }
}

function shareAgain({ reading }: CallRow, first: number, repeats: boolean): RowRemark {
  const text = repeats
    ? { ko: `${first}행의 요청금액을 되풀이한 것으로 보고 추가 납입으로 기록합니다.`, en: `Taken as repeating the call of row ${first}: recorded as a further payment.` }
    : { ko: `${first}행과 같은 회차·조합원이어서 요청금액을 더했습니다.`, en: `The same call and partner as row ${first}: the amounts were added.` };
  return valueAssumed(reading.at('called'), text, { ko: '추가 납입이면 요청금액을 비우십시오.', en: 'Leave the called amount empty on a further payment.' });
}

/** A recorded share of another amount; or, on a row that carries the call, a receipt other than the recorded one. */
function contradictionOf(row: CallRow, recorded: bigint | null, stated: bigint | null, otherReceipt: boolean): RowRemark | null {
  if (row.fact === null || row.fact.calledWon === null || recorded === null) return null;
  const { valueOn, receivedWon } = row.fact;
  return differsFromRecord([
    { place: row.reading.at('called'), stated, recorded },
    { place: row.reading.at('received'), stated: otherReceipt ? `${valueOn ?? ''} ${receivedWon ?? ''}` : null, recorded: null },
  ]);
}

/** What was called, by call and partner. */
export function sharesOf(payments: readonly CallPaymentFact[]): Map<string, bigint> {
  return sumBy(payments, (payment) => payment.calledWon);
}

/** What came, by call and partner. */
export function receivedOf(payments: readonly CallPaymentFact[]): Map<string, bigint> {
  return sumBy(payments, (payment) => payment.receivedWon);
}

function sumBy(payments: readonly CallPaymentFact[], amountOf: (payment: CallPaymentFact) => bigint | null): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const payment of payments) {
    const amount = amountOf(payment);
    if (amount !== null) sums.set(callShareKey(payment), (sums.get(callShareKey(payment)) ?? 0n) + amount);
  }
  return sums;
}

/** Pairs the receipts of the rows with recorded ones, each with at most one; `open` are shares with a recorded receipt that no row states. */
function matchReceipts(rows: readonly CallRow[], recorded: readonly CallPaymentFact[]): { matched: ReadonlySet<CallRow>; open: ReadonlySet<string> } {
  const waiting = new Map<string, { share: string; count: number }>();
  for (const payment of recorded) {
    if (payment.receivedWon === null) continue;
    const same = waiting.get(receiptKey(payment));
    if (same === undefined) waiting.set(receiptKey(payment), { share: callShareKey(payment), count: 1 });
    else same.count += 1;
  }
  const matched = new Set<CallRow>();
  for (const row of rows) {
    const same = row.fact === null || row.fact.receivedWon === null ? undefined : waiting.get(receiptKey(row.fact));
    if (same === undefined || same.count === 0) continue;
    same.count -= 1;
    matched.add(row);
  }
  return { matched, open: new Set([...waiting.values()].filter(({ count }) => count > 0).map(({ share }) => share)) };
}

const receiptKey = (fact: CallPaymentFact): string => `${callShareKey(fact)}#${fact.valueOn ?? ''}#${fact.receivedWon ?? ''}`;
