import { Injectable } from '@nestjs/common';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { Ledger, type PostedEntry } from '#libs/ledger';
import type { Won } from '#libs/money';
import { capitalCallPaid } from '../../capital-call/capital-call.posting.js';
import { listCalls } from '../../capital-call/capital-call.query.js';
import { CapitalReceiptEntity } from '../../capital-call/receipt/capital-receipt.entity.js';
import { EVERYTHING, getFund, lockFund } from '../../fund/fund.query.js';
import { OverdueInterestReceiptEntity } from '../../overdue/overdue-interest-receipt.entity.js';
import { overdueInterestReceived } from '../../overdue/overdue.posting.js';
import { termsOfCalls } from '../../overdue/overdue.query.js';
import { listLines } from '../statement/statement.query.js';
import { bookItem, type BookedItem, type Desk, type MatchItem } from './booking.rules.js';
import { CustodianMatchEntity } from './custodian-match.entity.js';

export interface MatchCapital {
  readonly fundId: string;
  /** What is booked by it, capital and interest: what approval looks at. */
  readonly amountWon: Won;
  readonly items: readonly MatchItem[];
}

export interface MatchedCapital {
  readonly items: readonly BookedItem[];
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class MatchService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `capital-call.match`: says which partner's money each line of the custodian is, and books it with the reference of the
   * bank; a receipt that is on record already is only linked. All of it or, at the first item that does not hold, nothing.
   */
  readonly match: Command<MatchCapital, MatchedCapital> = {
    name: 'capital-call.match',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const desk = await openDesk(tx, context, input.fundId);
      const items = input.items.map((item, index) => bookItem(desk, item, `/items/${index}`));
      await store(tx, context, items);
      const dating = { knownAt: context.now, history: false };
      const entries = items.flatMap(({ capital, interest, effectiveOn }) => [
        ...(capital === null ? [] : [capitalCallPaid(input.fundId, capital, { ...dating, effectiveOn })]),
        ...(interest === null ? [] : [overdueInterestReceived(input.fundId, interest, { ...dating, effectiveOn })]),
      ]);
      const postings = await this.ledger.post(tx, context, entries);
      context.announce('fund.changed', { fundId: input.fundId });
      return { items, postings };
    },
  };
}

/** Everything on record that a match is judged against, under the fund's lock. */
async function openDesk(tx: Tx, { today }: CommandContext, fundId: string): Promise<Desk> {
  const fund = await getFund(tx, fundId);
  const [lines, calls] = [await listLines(tx, fundId, EVERYTHING), await listCalls(tx, fundId, EVERYTHING)];
  return {
    fund,
    today,
    lines: new Map(lines.map((line) => [line.id, line])),
    calls: new Map(calls.map((call) => [call.id, call])),
    terms: await termsOfCalls(tx, fund, calls, EVERYTHING),
    matched: new Set(lines.flatMap(({ uses }) => uses.flatMap(({ receiptId }) => (receiptId === null ? [] : [receiptId])))),
  };
}

async function store(tx: Tx, context: CommandContext, items: readonly BookedItem[]): Promise<void> {
  const witness = { knownAt: context.now, commandId: context.commandId };
  const receipts = items.flatMap(({ capital, ...of }) => (capital === null ? [] : [{ ...of, ...capital }]));
  const interests = items.flatMap(({ interest, ...of }) => (interest === null ? [] : [{ ...of, ...interest }]));
  const shared = ({ id, callId, partnerId, amountWon, effectiveOn, bankReference }: (typeof receipts)[number] | (typeof interests)[number]) => ({
    ...{ id, callId, partnerId, amountWon, valueOn: effectiveOn, bankReference, note: null },
    ...witness,
  });
  if (receipts.length > 0) await tx.insert(CapitalReceiptEntity, receipts.map(shared));
  if (interests.length > 0) await tx.insert(OverdueInterestReceiptEntity, interests.map(shared));
  const links = items.flatMap(({ matches }) => matches);
  await tx.insert(CustodianMatchEntity, links.map((link) => ({ ...link, ...witness })));
}
