import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import { Ledger } from '#libs/ledger';
import { fraction, multiplyFloor, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import { recordVoucherEvents } from '../voucher/event.store.js';
import { voucherSplit, voucherToppedUp } from '../voucher/voucher.posting.js';
import { getVoucher, ledgerOf, type VoucherRow } from '../voucher/voucher.query.js';
import { afterDeed } from '../voucher/voucher.rules.js';
import { YEAR_POLICIES } from '../year/year.policy.js';
import { getOpenYear, lockYear } from '../year/year.query.js';
import type { Change } from './change.js';
import { budgetCoversTheTopUp, ownMoneyCoversTheTopUp, quotaLeavesRoom, requireStillValid, topUpStaysWithinTheFaceValue } from './change.rules.js';
import { insertPart, nextVoucherNumber, openVoucher, ownMoneySpokenFor, readStanding, standingOf } from './change.store.js';

export interface ChangeAmount {
  readonly voucherId: string;
  /** Public money: added, or split off. */
  readonly amountWon: Won;
  readonly reason: string;
}

/** How much a voucher is worth: more from the budget, or a part of it as a voucher of its own. */
@Injectable()
export class AmountService {
  constructor(private readonly ledger: Ledger) {}

  /** `voucher.top-up`: more public money on an issued voucher, within its face value, the budget and the own money paid in. */
  readonly topUp: Command<ChangeAmount, Change> = {
    name: 'voucher.top-up',
    execute: async (tx, context, { voucherId, amountWon, reason }) => {
      const { yearId } = await getVoucher(tx, voucherId);
      await lockYear(tx, yearId);
      await getOpenYear(tx, yearId);
      const { row, terms, policies, figures } = await openVoucher(tx, voucherId, context.today);
      afterDeed(ledgerOf(row), { event: 'topUp', amountWon });
      if (row.validTo !== null) requireStillValid(row.validTo, context.today);
      const before = standingOf(row, figures);
      const givenWon = givenTo(row);
      context.judge([
        topUpStaysWithinTheFaceValue(givenWon, amountWon, terms, policies.find(YEAR_POLICIES.face)?.clause ?? ''),
        budgetCoversTheTopUp(amountWon, figures),
        ownMoneyCoversTheTopUp(won(givenWon + amountWon), won(BigInt(row.ownPaidInWon)), terms),
      ]);
      if (context.blocked) return { voucherId, before, after: before, entries: [], part: null };
      await recordVoucherEvents(tx, context, [{ voucherId, event: 'topUp', happenedOn: context.today, amountWon, reason }]);
      const entries = await this.ledger.post(tx, context, [voucherToppedUp({ yearId, voucherId, effectiveOn: context.today, memo: `증액 ${row.number ?? ''}` }, amountWon)]);
      context.announce('voucher.changed', { yearId });
      return { voucherId, before, after: await readStanding(tx, voucherId), entries, part: null };
    },
  };

  /** `voucher.split`: a part of what is available becomes a voucher with the next number; it takes one place of the quota. */
  readonly split: Command<ChangeAmount, Change> = {
    name: 'voucher.split',
    execute: async (tx, context, { voucherId, amountWon, reason }) => {
      const { yearId } = await getVoucher(tx, voucherId);
      await lockYear(tx, yearId);
      const year = await getOpenYear(tx, yearId);
      const { row, figures } = await openVoucher(tx, voucherId, context.today);
      afterDeed(ledgerOf(row), { event: 'split', amountWon });
      if (row.validTo !== null) requireStillValid(row.validTo, context.today);
      const before = standingOf(row, figures);
      context.judge([quotaLeavesRoom(figures)]);
      if (context.blocked) return { voucherId, before, after: before, entries: [], part: null };
      const part = { id: randomUUID(), number: await nextVoucherNumber(tx, year) };
      const ownWon = shareOfOwnMoney(row, amountWon, await ownMoneySpokenFor(tx, voucherId));
      await recordVoucherEvents(tx, context, [{ voucherId, event: 'split', happenedOn: context.today, amountWon, reason, detail: { partId: part.id, partNumber: part.number, ownWon: `${ownWon}` } }]);
      await insertPart(tx, context, { ...part, parent: row, amountWon });
      await recordVoucherEvents(tx, context, [{ voucherId: part.id, event: 'issue', happenedOn: context.today, amountWon, reason, ...(row.validTo === null ? {} : { validTo: row.validTo }) }]);
      const about = { yearId, voucherId, effectiveOn: context.today, memo: `분할 ${row.number ?? ''} → ${part.number}` };
      const entries = await this.ledger.post(tx, context, [voucherSplit(about, { voucherId: part.id, amountWon }, ownWon)]);
      context.announce('voucher.changed', { yearId });
      return { voucherId, before, after: await readStanding(tx, voucherId), entries, part };
    },
  };
}

/** All that a voucher was given, in won. */
function givenTo(row: VoucherRow): Won {
  return won(BigInt(row.issuedWon) + BigInt(row.toppedUpWon) - BigInt(row.splitOffWon));
}

/** Own money follows public money: of what no service under way will take, the share of the part in what is available, floored. */
function shareOfOwnMoney(row: VoucherRow, amountWon: Won, spokenForWon: bigint): Won {
  const freeWon = subtractWon(won(BigInt(row.ownLeftWon)), won(spokenForWon));
  const availableWon = BigInt(row.availableWon);
  return freeWon <= 0n || availableWon <= 0n ? ZERO_WON : multiplyFloor(freeWon, fraction(amountWon, availableWon));
}
