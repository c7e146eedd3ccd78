import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { subtractWon, sumWon, won, type Won } from '#libs/money';
import { listCalls, type CallRow } from '../../capital-call/capital-call.query.js';
import { unpaidOf } from '../../capital-call/receipt/receipt.rules.js';
import type { FundRow } from '../../fund/fund.query.js';
import { lateShare, termsIn, termsOfCalls } from '../../overdue/overdue.query.js';
import type { OverdueTerms } from '../../overdue/overdue.js';
import { overduePosition } from '../../overdue/overdue.rules.js';
import { listLines, type LineRow } from '../statement/statement.query.js';
import type { LooseReceipt, OpenLine, OpenShare, Suggestion } from './match.js';
import { suggestMatches } from './match.rules.js';

export interface DeskLine {
  readonly line: LineRow;
  readonly openWon: Won;
  readonly suggestions: readonly Suggestion[];
}

/** The lines of the custodian with what each may be, at one point in both times. */
export async function deskLines(tx: Tx, fund: FundRow, point: TimePoint): Promise<DeskLine[]> {
  const lines = (await listLines(tx, fund.id, point)).map((line) => ({ line, openWon: openOf(line) }));
  const calls = await listCalls(tx, fund.id, point);
  const terms = await termsOfCalls(tx, fund, calls, point);
  const used = new Set(lines.flatMap(({ line }) => line.uses.map(({ receiptId }) => receiptId)));
  const open = lines.filter(({ openWon }) => openWon > 0n).map(({ line, openWon }): OpenLine => ({ ...line, openWon }));
  const suggestions = suggestMatches(open, calls.flatMap((call) => openShares(call, termsIn(terms, call.id))), calls.flatMap((call) => looseReceipts(call, used)));
  return lines.map(({ line, openWon }) => ({ line, openWon, suggestions: suggestions.get(line.id) ?? [] }));
}

/** What of a line is not explained; a withdrawal has nothing to be explained by a call. */
export function openOf({ amountWon, uses }: Pick<LineRow, 'amountWon' | 'uses'>): Won {
  const amount = won(amountWon);
  return amount <= 0n ? won(0) : subtractWon(amount, sumWon(uses.map((use) => won(use.amountWon))));
}

function openShares(call: CallRow, terms: OverdueTerms): OpenShare[] {
  return call.shares.map((share) => {
    const { id: callId, number: callNumber, noticeOn, dueOn } = call;
    const late = lateShare(share, dueOn);
    const { partnerId, partner } = share;
    return { callId, callNumber, noticeOn, dueOn, partnerId, partner, unpaidWon: unpaidOf(share), interestDueOn: (day) => overduePosition(late, terms, day).dueWon };
  });
}

function looseReceipts(call: CallRow, used: ReadonlySet<string | null>): LooseReceipt[] {
  return call.shares.flatMap(({ partnerId, partner, receipts }) =>
    receipts
      .filter(({ id }) => !used.has(id))
      .map(({ id, valueOn, amountWon }) => ({ receiptId: id, callId: call.id, callNumber: call.number, partnerId, partner, valueOn, amountWon: won(amountWon) })),
  );
}
