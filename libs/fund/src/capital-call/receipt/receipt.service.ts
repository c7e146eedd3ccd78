import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import { Ledger, type PostedEntry } from '#libs/ledger';
import type { Won } from '#libs/money';
import { releaseBankRecord } from '#libs/payment';
import { EVERYTHING, lockFund } from '../../fund/fund.query.js';
import { getCall } from '../capital-call.query.js';
import { CapitalReceiptVoidEntity } from './capital-receipt-void.entity.js';
import { CAPITAL_RECEIPT_REVERSED } from './receipt.posting.js';
import { getReceipt } from './receipt.query.js';
import { requireShare, reversedAlready, unpaidOf } from './receipt.rules.js';

export interface ReverseReceipt {
  readonly receiptId: string;
  readonly reason: string;
}

export interface ReversedReceipt {
  readonly id: string;
  /** What the partner owes again. */
  readonly unpaidWon: Won;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class ReceiptService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `capital-receipt.reverse`: the money was booked for the wrong partner, call or amount. Its entries are mirrored today;
   * it counts no more from its value date, and a line of the bank that it was is open again.
   */
  readonly reverse: Command<ReverseReceipt, ReversedReceipt> = {
    name: 'capital-receipt.reverse',
    execute: async (tx, context, input) => {
      await lockFund(tx, (await getReceipt(tx, input.receiptId)).fundId);
      const receipt = await getReceipt(tx, input.receiptId);
      if (receipt.reversed) throw reversedAlready();
      const row = { receiptId: receipt.id, reason: input.reason, effectiveOn: receipt.valueOn };
      await tx.insert(CapitalReceiptVoidEntity, { ...row, knownAt: context.now, commandId: context.commandId });
      await releaseBankRecord(tx, context, 'fund.capital-receipt', receipt.id, `납입 취소: ${input.reason}`);
      const postings = await this.ledger.reverse(tx, context, { kind: 'capital-receipt', id: receipt.id }, context.today, CAPITAL_RECEIPT_REVERSED);
      context.announce('fund.changed', { fundId: receipt.fundId });
      const share = requireShare(await getCall(tx, receipt.callId, EVERYTHING), receipt.partnerId);
      return { id: receipt.id, unpaidWon: unpaidOf(share), postings };
    },
  };
}
