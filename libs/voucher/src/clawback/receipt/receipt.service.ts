import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import { DomainError } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { subtractWon } from '#libs/money';
import { releaseBankRecord } from '#libs/payment';
import { accountOf } from '#libs/recovery';
import { CLAWBACK_RECEIPT_REVERSED, CLAWBACK_RECEIVED, clawbackGivenUpAgain } from '../clawback.posting.js';
import { getClawback } from '../clawback.query.js';
import type { MovedClawback } from '../collection/collection.service.js';
import { insertMovement, openClawback, reopenClawback } from '../collection/collection.store.js';
import { CLAWBACK_MOVE, getClawbackReceipt } from './receipt.query.js';
import { insertReversal } from './receipt.store.js';

export interface ReverseClawbackReceipt {
  readonly receiptId: string;
  readonly reason: string;
}

/** What was recorded as money for a clawback and was none. */
@Injectable()
export class ClawbackReceiptService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `clawback-receipt.reverse`: the money was none of this clawback's. Its entry is mirrored today; it counts no more from its value date, so
   * surcharges run as if it had never come, the voucher has not recovered, and a line of the bank that it was is open again.
   */
  readonly reverse: Command<ReverseClawbackReceipt, MovedClawback> = {
    name: 'clawback-receipt.reverse',
    execute: async (tx, context, { receiptId, reason }) => {
      const claim = await openClawback(tx, (await getClawbackReceipt(tx, receiptId)).clawbackId);
      const receipt = await getClawbackReceipt(tx, receiptId);
      if (receipt.reversed) throw new DomainError('conflict', 'clawback-receipt.reversed-already', { ko: '이미 취소한 수납입니다.', en: 'This receipt was reversed already.' });
      const { amountWon, valueOn, commandId } = receipt;
      await insertReversal(tx, context, receipt, await insertMovement(tx, context, claim.id, { kind: 'REVERSED', amountWon, valueOn, reason }));
      await releaseBankRecord(tx, context, CLAWBACK_MOVE, receiptId, reason);
      const [before, after] = [accountOf(claim), accountOf(await getClawback(tx, claim.id))];
      const effectiveOn = await this.ledger.bookableDay(tx, `voucher/${claim.yearId}`, context.today);
      const mirrored = await this.ledger.reverseOne(tx, context, { kind: 'clawback', id: claim.id }, effectiveOn, CLAWBACK_RECEIPT_REVERSED, (entry) => entry.posting === CLAWBACK_RECEIVED.code && entry.commandId === commandId);
      // Without the receipt less of a write-off was paid after all, by whichever receipt that was booked.
      const againWon = subtractWon(after.writtenOffWon, before.writtenOffWon);
      const about = { yearId: claim.yearId, clawbackId: claim.id, effectiveOn, memo: `결손처분 부활 취소 ${claim.number}` };
      const entries = againWon === 0n ? mirrored : [...mirrored, ...(await this.ledger.post(tx, context, [clawbackGivenUpAgain(about, againWon)]))];
      await reopenClawback(tx, context, claim.voucherId, reason);
      context.announce('voucher.changed', { yearId: claim.yearId });
      return { clawbackId: claim.id, amountWon: `${amountWon}`, before, after, entries };
    },
  };
}
