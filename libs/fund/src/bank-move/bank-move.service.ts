import type { CommandContext } from '#libs/command';
import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Ledger } from '#libs/ledger';
import { minWon, subtractWon, type Won } from '#libs/money';
import type { Arrival, Disproof, ExpectedMove, ExpectedMoveSource, ProvingLine, RecordedMove } from '#libs/payment';
import { listCalls } from '../capital-call/capital-call.query.js';
import { CapitalCallService } from '../capital-call/capital-call.service.js';
import { ReceiptService } from '../capital-call/receipt/receipt.service.js';
import { requireShare } from '../capital-call/receipt/receipt.rules.js';
import { getReceipt } from '../capital-call/receipt/receipt.query.js';
import { EVERYTHING, getFund } from '../fund/fund.query.js';
import { getInterest, lateShare, termsIn, termsOfCalls } from '../overdue/overdue.query.js';
import { overduePosition } from '../overdue/overdue.rules.js';
import { OverdueService } from '../overdue/overdue.service.js';
import { CAPITAL_RECEIPTS, EXPENSES, getWaitedShare, INTEREST_RECEIPTS, listWaitedShares, wasRecordedByMatch, type WaitedShare } from './bank-move.query.js';

/** Capital that partners still owe, with the interest that is due on the day it comes. A line that is confirmed as it is recorded. */
const CAPITAL_SHARES: ExpectedMoveSource = {
  kind: 'fund.capital-share',
  name: { ko: '출자금 미납분', en: 'Capital due' },
  confirming: { ko: '납입을 장부에 기록합니다(미납액 먼저, 남으면 연체이자)', en: 'Records the receipt: what is unpaid first, then interest' },
  list: listShares,
  record: recordShare,
};

/** Money of funds as a bank sees it: capital and interest of partners in, fees and expenses out. What was voided is left out. */
export const FUND_MOVES: readonly ExpectedMoveSource[] = [
  CAPITAL_SHARES,
  { ...CAPITAL_RECEIPTS, unproved: (tx, context, ledger, disproof) => withdrawReceipt(tx, context, ledger, disproof) },
  { ...INTEREST_RECEIPTS, unproved: (tx, context, ledger, disproof) => withdrawInterest(tx, context, ledger, disproof) },
  EXPENSES,
];

async function listShares(tx: Tx, _from: LocalDate, to: LocalDate, book: string | null): Promise<readonly ExpectedMove[]> {
  const waited = (await listWaitedShares(tx, to)).filter(({ fundId }) => book === null || book === `fund/${fundId}`);
  const moves: ExpectedMove[] = [];
  for (const fundId of new Set(waited.map((share) => share.fundId))) moves.push(...(await sharesOfFund(tx, fundId, waited)));
  return moves;
}

async function sharesOfFund(tx: Tx, fundId: string, waited: readonly WaitedShare[]): Promise<ExpectedMove[]> {
  const [fund, calls] = [await getFund(tx, fundId), await listCalls(tx, fundId, EVERYTHING)];
  const terms = await termsOfCalls(tx, fund, calls, EVERYTHING);
  return waited.flatMap((share): ExpectedMove[] => {
    const call = calls.find(({ id }) => id === share.callId);
    if (call === undefined) return [];
    const asked = requireShare(call, share.partnerId);
    const dueOn = (day: LocalDate) => overduePosition(lateShare(asked, call.dueOn), termsIn(terms, call.id), day);
    const { unpaidWon } = dueOn(EVERYTHING.asOf);
    return [{ kind: CAPITAL_SHARES.kind, recordId: share.recordId, book: `fund/${fundId}`, amountWon: unpaidWon, on: call.dueOn, waitedFrom: call.noticeOn ?? call.dueOn, surchargeOn: (day) => dueOn(day).dueWon, counterparty: asked.partner, references: [share.fundNumber], label: `${share.fundNumber} ${call.number}차 ${asked.partner}`, isRecorded: false }];
  });
}

/** What is unpaid first, and interest out of what is left, as the payer who sends the exact sum means it. Only interest, where it is just that. */
async function recordShare(tx: Tx, context: CommandContext, ledger: Ledger, { move, amountWon, line }: Arrival): Promise<readonly RecordedMove[]> {
  const { callId, partnerId } = await getWaitedShare(tx, move.recordId);
  const isInterestAlone = amountWon !== move.amountWon && amountWon === move.surchargeOn?.(line.valueOn);
  const capitalWon = isInterestAlone ? subtractWon(amountWon, amountWon) : minWon(amountWon, move.amountWon);
  const of = { callId, partnerId, valueOn: line.valueOn, bankReference: referenceOf(line), note: null };
  const records: RecordedMove[] = [];
  if (capitalWon > 0n) {
    const { id } = await new CapitalCallService(ledger).receive.execute(tx, context, { ...of, amountWon: capitalWon });
    records.push({ kind: CAPITAL_RECEIPTS.kind, recordId: id, amountWon: capitalWon, label: move.label });
  }
  const interestWon: Won = subtractWon(amountWon, capitalWon);
  if (interestWon > 0n) {
    const { id } = await new OverdueService(ledger).receive.execute(tx, context, { ...of, amountWon: interestWon });
    records.push({ kind: INTEREST_RECEIPTS.kind, recordId: id, amountWon: interestWon, label: `${move.label} 연체이자` });
  }
  return records;
}

/** The money is not there, or was recorded from this line alone: the receipt counts no more. One that somebody recorded by hand stands until they reverse it. */
async function withdrawReceipt(tx: Tx, context: CommandContext, ledger: Ledger, { matchId, recordId, cause, reason }: Disproof): Promise<void> {
  if ((await getReceipt(tx, recordId)).reversed) return;
  if (cause === 'UNDONE' && !(await wasRecordedByMatch(tx, matchId, 'capital_receipt', recordId))) return;
  await new ReceiptService(ledger).reverse.execute(tx, context, { receiptId: recordId, reason });
}

async function withdrawInterest(tx: Tx, context: CommandContext, ledger: Ledger, { matchId, recordId, cause, reason }: Disproof): Promise<void> {
  if ((await getInterest(tx, recordId)).reversed) return;
  if (cause === 'UNDONE' && !(await wasRecordedByMatch(tx, matchId, 'overdue_interest_receipt', recordId))) return;
  await new OverdueService(ledger).reverse.execute(tx, context, { interestId: recordId, reason });
}

/** How the bank calls the movement; without a number of its own, by day and depositor. */
const referenceOf = ({ reference, valueOn, counterparty }: ProvingLine): string => (reference ?? [valueOn, counterparty].filter((each) => each !== null).join(' ')).slice(0, 100);
