import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { recordVoucherEvents, type VoucherEventDraft } from '../voucher/event.store.js';
import { ledgerOf } from '../voucher/voucher.query.js';
import { afterDeed, type VoucherDeed } from '../voucher/voucher.rules.js';
import type { Change } from './change.js';
import { EXTENSION_MONTHS } from './change.policy.js';
import { latestExtension, requireStillValid } from './change.rules.js';
import { openVoucher, readStanding, standingOf, type OpenVoucher } from './change.store.js';

export interface HaltVoucher {
  readonly voucherId: string;
  readonly reason: string;
}

export interface ExtendVoucher extends HaltVoucher {
  /** The new last day. */
  readonly to: LocalDate;
}

/** Whether and until when a voucher can be used; no money moves. */
@Injectable()
export class ValidityService {
  /** `voucher.suspend`: nothing is contracted or paid until it is resumed; what is held stays held. */
  readonly suspend: Command<HaltVoucher, Change> = {
    name: 'voucher.suspend',
    execute: async (tx, context, { voucherId, reason }) => this.record(tx, context, await openVoucher(tx, voucherId, context.today), { event: 'suspend' }, { reason }),
  };

  /** `voucher.resume`: the reason of the suspension is gone. */
  readonly resume: Command<HaltVoucher, Change> = {
    name: 'voucher.resume',
    execute: async (tx, context, { voucherId, reason }) => this.record(tx, context, await openVoucher(tx, voucherId, context.today), { event: 'resume' }, { reason }),
  };

  /** `voucher.extend`: a later last day, at most so many months past the first one as policy allows. */
  readonly extend: Command<ExtendVoucher, Change> = {
    name: 'voucher.extend',
    execute: async (tx, context, { voucherId, reason, to }) => {
      const open = await openVoucher(tx, voucherId, context.today);
      const { row, year, terms, policies } = open;
      const first = row.firstValidTo ?? to;
      const latestOn = latestExtension(first, policies.integer(EXTENSION_MONTHS, 0), year, terms);
      if (row.state === 'ISSUED' && row.validTo !== null) requireStillValid(row.validTo, context.today);
      return this.record(tx, context, open, { event: 'extend', to, latestOn }, { reason, validTo: to });
    },
  };

  private async record(tx: Tx, context: CommandContext, open: OpenVoucher, deed: VoucherDeed, details: Pick<VoucherEventDraft, 'reason' | 'validTo'>): Promise<Change> {
    const { row, year, figures } = open;
    afterDeed(ledgerOf(row), deed);
    await recordVoucherEvents(tx, context, [{ voucherId: row.id, event: deed.event, happenedOn: context.today, ...details }]);
    context.announce('voucher.changed', { yearId: year.id });
    return { voucherId: row.id, before: standingOf(row, figures), after: await readStanding(tx, row.id), entries: [], part: null };
  }
}
