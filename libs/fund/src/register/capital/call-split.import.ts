import { allocateCumulatively, formatWon, MAX_WON, won, ZERO_WON, type Won } from '#libs/money';
import { remark } from '#libs/sheet';
import { findFund, type Book } from '../reading/book.import.js';
import type { CallPaymentFact, FundFact, PartnerFact } from '../register.js';
import type { CallRow } from './call.import.js';
import { callShareKey } from './call-key.import.js';
import { sharesOf } from './call-record.import.js';

/**
 * CALL_SPLIT_MISMATCH: what was called of a partner is not the share by commitments (largest remainder on the cumulative
 * calls, ties by the order of partners; docs/domain.md §2.8). A row that was rejected for something else still tells how
 * large its call was; where that cannot be known, or units had changed hands, this call and the later ones are not judged.
 */
export function remarkSplits(rows: readonly CallRow[], book: Book): void {
  const shares = sharesOf(book.facts.callPayments);
  const rejected = rows.filter((row) => row.state === 'REJECTED').flatMap((row) => amountOfRejected(row, book));
  const expected = new Map(book.facts.funds.flatMap((fund) => [...expectedShares(fund, book, rejected)]));
  for (const row of rows) {
    if (row.fact === null || row.fact.calledWon === null) continue;
    const key = callShareKey(row.fact);
    const share = expected.get(key);
    if (share === undefined || share === shares.get(key)) continue;
    const shown = formatWon(share);
    row.remarks.push(
      remark(
        'CALL_SPLIT_MISMATCH',
        row.reading.at('called'),
        { ko: `약정 비율로 나눈 금액(누적 최대잔여법) ${shown}원과 다릅니다.`, en: `Not the share by commitments (largest remainder on the cumulative calls), ${shown} won.` },
        { ko: `${shown}원이어야 합니다.`, en: `${shown} won would be right.` },
      ),
    );
  }
}

/** What a rejected row would have called; null where the amount cannot be read. */
interface Unrecorded {
  readonly fund: string;
  readonly call: number;
  readonly amount: Won | null;
}

function amountOfRejected({ reading, remarks }: CallRow, book: Book): Unrecorded[] {
  const { fund: number, call, called } = reading.values;
  const fund = number === null ? undefined : findFund(book, number);
  const codes = remarks.map((each) => each.code);
  if (fund === undefined || call === null || codes.includes('DUPLICATE_ROW') || codes.includes('DIFFERS_FROM_RECORD')) return [];
  const unreadable = remarks.some((each) => each.code === 'AMOUNT_INVALID' && each.column === reading.at('called').column);
  return called === null && !unreadable ? [] : [{ fund: fund.number, call: Number(call), amount: called }];
}

/** The shares of every call of a fund, in the order of call numbers, until one whose amount is unknown. */
function expectedShares(fund: FundFact, book: Book, rejected: readonly Unrecorded[]): Map<string, Won> {
  const partners = book.facts.partners.filter((partner) => partner.fund === fund.number);
  const weights = weightsOf(partners, fund);
  const expected = new Map<string, Won>();
  if (partners.length === 0) return expected;
  let shares: readonly Won[] = weights.map(() => ZERO_WON);
  let before = 0n;
  for (const [call, amount] of amountsByCall(fund, book.facts.callPayments, rejected)) {
    if (amount === null || before + amount > MAX_WON || isAfterTransfer(call, fund, partners, book.facts.callPayments)) break;
    const split = allocateCumulatively(won(before), won(amount), weights, shares);
    partners.forEach((partner, index) => expected.set(callShareKey({ fund: fund.number, call, partner: partner.name }), split[index] ?? ZERO_WON));
    shares = shares.map((share, index) => won(share + (split[index] ?? 0n)));
    before += amount;
  }
  return expected;
}

/** Was a call made when the partners no longer held what they had signed for? Its shares follow what had moved with the units, which a register does not tell. */
function isAfterTransfer(call: number, fund: FundFact, partners: readonly PartnerFact[], payments: readonly CallPaymentFact[]): boolean {
  const called = payments.find((payment) => payment.fund === fund.number && payment.call === call);
  return called !== undefined && partners.some((partner) => partner.earlier?.some((holding) => holding.until <= (called.noticeOn ?? called.dueOn)) ?? false);
}

/** Commitments of the partners as they were signed; what is lacking to the fund (a partner that was rejected) has its share as well, behind the others. */
function weightsOf(partners: readonly PartnerFact[], fund: FundFact): bigint[] {
  const weights: bigint[] = partners.map((partner) => partner.earlier?.[0]?.commitmentWon ?? partner.commitmentWon);
  const lacking = weights.reduce((left, weight) => left - weight, fund.committedWon as bigint);
  return lacking > 0n ? [...weights, lacking] : weights;
}

/** What each call asked for, in the order of call numbers; null where a row of it cannot be read. */
function amountsByCall(fund: FundFact, payments: readonly CallPaymentFact[], rejected: readonly Unrecorded[]): [call: number, amount: bigint | null][] {
  const amounts = new Map<number, bigint | null>();
  for (const payment of payments) {
    if (payment.fund === fund.number && payment.calledWon !== null) amounts.set(payment.call, (amounts.get(payment.call) ?? 0n) + payment.calledWon);
  }
  for (const row of rejected) {
    const sum = amounts.get(row.call);
    if (row.fund === fund.number) amounts.set(row.call, row.amount === null || sum === null ? null : (sum ?? 0n) + row.amount);
  }
  return [...amounts].sort(([left], [right]) => left - right);
}
