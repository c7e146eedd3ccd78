import { Injectable } from '@nestjs/common';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { PostingRule } from '#libs/journal';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, subtractWon } from '#libs/money';
import { releaseBankRecord } from '#libs/payment';
import { accountOf } from '#libs/recovery';
import { callBook } from '../../call/call.charts.js';
import { heldOf, type MovedRecovery } from '../collection.service.js';
import { PROJECT_GAVE_BACK, PROJECT_GIVING_REVERSED, RECOVERY_RECEIPT_REVERSED, RECOVERY_RECEIVED, recoveryGivenUpAgain } from '../recovery.posting.js';
import { getRecovery, lockRecovery, type RecoveryRow } from '../recovery.query.js';
import { insertMovement } from '../recovery.store.js';
import { RECOVERY_MOVE, type RecoveryReceipt } from './receipt.js';
import { getRecoveryReceipt } from './receipt.query.js';
import { insertReversal } from './receipt.store.js';

export interface ReverseRecoveryReceipt {
  readonly receiptId: string;
  readonly reason: string;
}

/** What was recorded as money for a recovery and was none. */
@Injectable()
export class RecoveryReceiptService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `grant-recovery-receipt.reverse`: the money was none of this recovery's. Its entries are mirrored today; it counts no more from its value
   * date, so surcharges run as if it had never come, and a line of the bank that it was is open again. What the Treasury has is not reversed.
   */
  readonly reverse: Command<ReverseRecoveryReceipt, MovedRecovery> = {
    name: 'grant-recovery-receipt.reverse',
    execute: async (tx, context, { receiptId, reason }) => {
      const claim = await lockRecovery(tx, (await getRecoveryReceipt(tx, receiptId)).recoveryId);
      const receipt = await getRecoveryReceipt(tx, receiptId);
      requireReversible(receipt, claim);
      const { amountWon, valueOn } = receipt;
      await insertReversal(tx, context, receipt, await insertMovement(tx, context, claim.id, { kind: 'REVERSED', amountWon, valueOn, reason }));
      await releaseBankRecord(tx, context, RECOVERY_MOVE, receiptId, reason);
      const [before, after] = [accountOf(claim), accountOf(await getRecovery(tx, claim.id))];
      const mirrored = await this.mirror(tx, context, claim, receipt);
      // Without the receipt less of a write-off was paid after all, by whichever receipt that was booked.
      const againWon = subtractWon(after.writtenOffWon, before.writtenOffWon);
      const about = { callId: claim.callId, recoveryId: claim.id, effectiveOn: await this.today(tx, context, claim), memo: `결손처분 부활 취소 ${claim.number}` };
      const entries = againWon === 0n ? mirrored : [...mirrored, ...(await this.ledger.post(tx, context, [recoveryGivenUpAgain(about, againWon)]))];
      context.announce('grant.changed', { callId: claim.callId });
      return { recoveryId: claim.id, amountWon: `${amountWon}`, before, after, entries };
    },
  };

  /** What the receipt booked: that it came, and that the project gave it back. */
  private async mirror(tx: Tx, context: CommandContext, claim: RecoveryRow, receipt: RecoveryReceipt): Promise<readonly PostedEntry[]> {
    const on = await this.today(tx, context, claim);
    // The first line of both is the whole amount; a command of the desk may have recorded several receipts.
    const undo = (booked: PostingRule, reversal: PostingRule): Promise<readonly PostedEntry[]> =>
      this.ledger.reverseOne(tx, context, { kind: 'grant-recovery', id: claim.id }, on, reversal, ({ posting, commandId, lines }) =>
        posting === booked.code && commandId === receipt.commandId && lines[0]?.amount === `${receipt.amountWon}`);
    const received = await undo(RECOVERY_RECEIVED, RECOVERY_RECEIPT_REVERSED);
    return receipt.gaveBack ? [...received, ...(await undo(PROJECT_GAVE_BACK, PROJECT_GIVING_REVERSED))] : received;
  }

  private today(tx: Tx, context: CommandContext, { callId }: RecoveryRow) {
    return this.ledger.bookableDay(tx, callBook(callId), context.today);
  }
}

function requireReversible({ reversed, amountWon }: RecoveryReceipt, claim: RecoveryRow): void {
  if (reversed) throw new DomainError('conflict', 'grant-recovery-receipt.reversed-already', { ko: '이미 취소한 수납입니다.', en: 'This receipt was reversed already.' });
  const heldWon = heldOf(claim);
  if (amountWon <= heldWon) return;
  throw new DomainError('conflict', 'grant-recovery-receipt.remitted', {
    ko: `${claim.number}에서 국고에 납입하지 않은 금액이 ${formatWon(heldWon)}원뿐이라 ${formatWon(amountWon)}원의 수납을 취소할 수 없습니다. 이미 납입한 금액은 국고에서 돌려받아야 합니다.`,
    en: `Only ${formatWon(heldWon)} won of ${claim.number} are not with the Treasury, so the receipt of ${formatWon(amountWon)} won stays. What was remitted has to be claimed back from the Treasury.`,
  });
}
