import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { formatWon } from '#libs/money';
import { releaseBankRecord } from '#libs/payment';
import { lockAgreements } from '../../agreement/agreement.query.js';
import { callBook } from '../../call/call.charts.js';
import { lockCall } from '../../call/call.query.js';
import { openOf, OUTCOME_MOVE } from '../outcome-claim.js';
import { OUTCOME_RECEIPT_REVERSED, OUTCOME_RECEIVED } from '../outcome-claim.posting.js';
import { getClaim, heldOfCall } from '../outcome-claim.query.js';
import type { MovedOutcome } from '../outcome-claim.service.js';
import { getOutcomeReceipt, type RecordedOutcomeReceipt } from './receipt.query.js';
import { insertReceiptReversal } from './receipt.store.js';

export interface ReverseOutcomeReceipt {
  readonly receiptId: string;
  readonly reason: string;
}

/** What was recorded as money for a notice and was none. */
@Injectable()
export class OutcomeReceiptService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `outcome-receipt.reverse`: the money was none of this notice's. Its entry is mirrored today, the notice is open again by as much, and so
   * is a line of the bank that it was; before and after are what is open. What the Treasury has is not reversed.
   */
  readonly reverse: Command<ReverseOutcomeReceipt, MovedOutcome> = {
    name: 'outcome-receipt.reverse',
    execute: async (tx, context, { receiptId, reason }) => {
      const { callId, claimId } = await getOutcomeReceipt(tx, receiptId);
      await lockCall(tx, callId);
      await lockAgreements(tx, [(await getClaim(tx, claimId)).agreementId]);
      const [receipt, claim] = [await getOutcomeReceipt(tx, receiptId), await getClaim(tx, claimId)];
      await requireReversible(tx, receipt);
      await insertReceiptReversal(tx, context, receiptId, reason);
      await releaseBankRecord(tx, context, OUTCOME_MOVE, receiptId, reason);
      const effectiveOn = await this.ledger.bookableDay(tx, callBook(callId), context.today);
      const entries = await this.ledger.reverseOne(tx, context, { kind: 'outcome-claim', id: claimId }, effectiveOn, OUTCOME_RECEIPT_REVERSED, ({ posting, commandId, lines }) =>
        posting === OUTCOME_RECEIVED.code && commandId === receipt.commandId && lines[0]?.amount === `${receipt.amountWon}`);
      context.announce('grant.changed', { callId });
      const beforeWon = openOf(claim);
      return { id: claimId, amountWon: `${receipt.amountWon}`, beforeWon: `${beforeWon}`, afterWon: `${beforeWon + receipt.amountWon}`, entries };
    },
  };
}

/** The receipts of a call are remitted together: as much as this one has to be there still. */
async function requireReversible(tx: Tx, { callId, amountWon, reversed }: RecordedOutcomeReceipt): Promise<void> {
  if (reversed) throw new DomainError('conflict', 'outcome-receipt.reversed-already', { ko: '이미 취소한 수납입니다.', en: 'This receipt was reversed already.' });
  const heldWon = await heldOfCall(tx, callId);
  if (amountWon <= heldWon) return;
  throw new DomainError('conflict', 'outcome-receipt.remitted', {
    ko: `국고에 납입하지 않은 예치액이 ${formatWon(heldWon)}원뿐이라 ${formatWon(amountWon)}원의 수납을 취소할 수 없습니다. 이미 납입한 금액은 국고에서 돌려받아야 합니다.`,
    en: `Only ${formatWon(heldWon)} won are not with the Treasury, so the receipt of ${formatWon(amountWon)} won stays. What was remitted has to be claimed back from the Treasury.`,
  });
}
