import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import { Ledger } from '#libs/ledger';
import { won } from '#libs/money';
import { recordVoucherEvents } from '../voucher/event.store.js';
import { voucherRevoked } from '../voucher/voucher.posting.js';
import { ledgerOf } from '../voucher/voucher.query.js';
import { afterDeed } from '../voucher/voucher.rules.js';
import { VOUCHER_LIFE } from '../voucher/voucher.js';
import { isReissued, type Change } from './change.js';
import { ownMoneyGoesBack } from './change.rules.js';
import { openVoucher, readStanding, standingOf } from './change.store.js';

export interface EndVoucher {
  readonly voucherId: string;
  readonly reason: string;
}

/** The ends that somebody decides on; the one that time brings is in `ExpiryService`. */
@Injectable()
export class EndingService {
  constructor(private readonly ledger: Ledger) {}

  /** `voucher.withdraw`: the company gives up, as an applicant or as a holder. What is left goes back to the programme. */
  readonly withdraw = this.ending('voucher.withdraw', 'withdraw');

  /** `voucher.cancel`: the agency terminates the agreement. What is left goes back to the programme. */
  readonly cancel = this.ending('voucher.cancel', 'cancel');

  private ending(name: string, event: 'withdraw' | 'cancel'): Command<EndVoucher, Change> {
    return {
      name,
      execute: async (tx, context, { voucherId, reason }) => {
        const { row, year, terms, figures } = await openVoucher(tx, voucherId, context.today);
        afterDeed(ledgerOf(row), { event });
        context.judge([ownMoneyGoesBack(won(BigInt(row.ownLeftWon)))]);
        const amountWon = BigInt(row.availableWon);
        await recordVoucherEvents(tx, context, [{ voucherId, event, happenedOn: context.today, reason, amountWon }]);
        const about = { yearId: year.id, voucherId, effectiveOn: context.today, memo: `${VOUCHER_LIFE.events[event].ko} ${row.number ?? ''}`.trim() };
        const entries = amountWon === 0n ? [] : await this.ledger.post(tx, context, [voucherRevoked(about, amountWon, isReissued(year, terms, context.today))]);
        context.announce('voucher.changed', { yearId: year.id });
        return { voucherId, before: standingOf(row, figures), after: await readStanding(tx, voucherId), entries, part: null };
      },
    };
  }
}
