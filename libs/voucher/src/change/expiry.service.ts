import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import { DomainError, type Bilingual } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import type { LocalDate } from '#libs/calendar';
import { recordVoucherEvents } from '../voucher/event.store.js';
import { voucherExpired } from '../voucher/voucher.posting.js';
import { ledgerOf, listDueVouchers, listVouchersById, lockVouchers, type VoucherRow } from '../voucher/voucher.query.js';
import { afterDeed } from '../voucher/voucher.rules.js';
import { figuresOfYear, getYear, lockYear, termsOfYear, type YearFigures } from '../year/year.query.js';
import { isReissued } from './change.js';

export interface ExpireVouchers {
  readonly yearId: string;
  /** Null: all whose last day has passed. */
  readonly voucherIds: readonly string[] | null;
}

export interface ExpiredVoucher {
  readonly voucherId: string;
  readonly number: string;
  readonly company: string;
  readonly validTo: LocalDate | null;
  readonly expiredWon: string;
  /** Held for services under way: it stays, and is paid or lapses with them. */
  readonly heldWon: string;
  /** The company's own money that is left: it goes back to the company. */
  readonly ownLeftWon: string;
}

export interface SparedVoucher {
  readonly voucherId: string;
  readonly number: string;
  readonly text: Bilingual;
}

export interface Expiry {
  readonly expired: readonly ExpiredVoucher[];
  /** Asked for by name, and not over yet or over already. */
  readonly spared: readonly SparedVoucher[];
  readonly expiredWon: string;
  /** Goes back to the budget that can be issued, instead of the returned money. */
  readonly reissued: boolean;
  readonly before: { readonly outstandingWon: string; readonly budgetLeftWon: string };
  readonly after: { readonly outstandingWon: string; readonly budgetLeftWon: string };
}

/** Lines of one entry are numbered in sixteen bits and a command has to end: the rest waits for the next run. */
const MOST_AT_ONCE = 10_000;

@Injectable()
export class ExpiryService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `voucher.expire`: vouchers of a year whose last day has passed lapse, all in one step; what they had available goes back
   * to the programme. A voucher that is not due is left alone and says why: it fails nobody else.
   */
  readonly expire: Command<ExpireVouchers, Expiry> = {
    name: 'voucher.expire',
    execute: async (tx, context, { yearId, voucherIds }) => {
      const year = await getYear(tx, yearId);
      await lockYear(tx, yearId);
      const wanted = (voucherIds ?? (await listDueVouchers(tx, yearId, context.today))).slice(0, MOST_AT_ONCE);
      await lockVouchers(tx, wanted);
      const figures = await figuresOfYear(tx, yearId);
      const { due, spared } = sorted((await listVouchersById(tx, wanted)).filter((row) => row.yearId === yearId), context.today);
      await recordVoucherEvents(tx, context, due.map((row) => ({ voucherId: row.id, event: 'expire', happenedOn: context.today, amountWon: BigInt(row.availableWon) })));
      const reissued = isReissued(year, await termsOfYear(tx, year, context.today), context.today);
      const entries = due
        .filter((row) => row.availableWon !== '0')
        .map((row) => voucherExpired({ yearId, voucherId: row.id, effectiveOn: context.today, memo: `소멸 ${row.number ?? ''}` }, BigInt(row.availableWon), reissued));
      await this.ledger.post(tx, context, entries);
      if (due.length > 0) context.announce('voucher.changed', { yearId });
      const expired = due.map(shown);
      const expiredWon = expired.reduce((sum, each) => sum + BigInt(each.expiredWon), 0n);
      return { expired, spared, expiredWon: `${expiredWon}`, reissued, before: yearEnds(figures), after: yearEnds(await figuresOfYear(tx, yearId)) };
    },
  };
}

const yearEnds = ({ outstandingWon, budgetLeftWon }: YearFigures): Expiry['before'] => ({ outstandingWon: `${outstandingWon}`, budgetLeftWon: `${budgetLeftWon}` });

const shown = ({ id, number, company, validTo, availableWon, heldWon, ownLeftWon }: VoucherRow): ExpiredVoucher => ({ voucherId: id, number: number ?? '', company, validTo, expiredWon: availableWon, heldWon, ownLeftWon });

/** Those whose time is over, and why the others' is not. */
function sorted(rows: readonly VoucherRow[], on: LocalDate): { readonly due: readonly VoucherRow[]; readonly spared: readonly SparedVoucher[] } {
  const due: VoucherRow[] = [];
  const spared: SparedVoucher[] = [];
  for (const row of rows) {
    try {
      afterDeed(ledgerOf(row), { event: 'expire', on });
      due.push(row);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      spared.push({ voucherId: row.id, number: row.number ?? row.applicationNumber ?? '', text: error.text });
    }
  }
  return { due, spared };
}
