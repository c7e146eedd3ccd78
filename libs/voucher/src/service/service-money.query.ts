import type { Tx } from '#libs/database';
import { BUDGET, OUTSTANDING, OWN_MONEY, RETURNED, VOUCHER_BALANCE } from '../year/year.charts.js';

/** What a write about one voucher moves, before or after it; in won. */
export interface VoucherMoney {
  /** Public money on the voucher, with what is held for services under way. */
  readonly balanceWon: bigint;
  readonly heldWon: bigint;
  readonly availableWon: bigint;
  /** Left of the company's own lot. */
  readonly ownMoneyWon: bigint;
  /** Of the whole year: on all vouchers, not issued, and returned unused. */
  readonly outstandingWon: bigint;
  readonly budgetLeftWon: bigint;
  readonly returnedWon: bigint;
}

type MoneyRow = Readonly<Record<keyof VoucherMoney, string>>;

export async function moneyOfVoucher(tx: Tx, yearId: string, voucherId: string): Promise<VoucherMoney> {
  const book = `voucher/${yearId}`;
  const keys = [`${book}/${VOUCHER_BALANCE.code}/${voucherId}`, `${book}/${OWN_MONEY.code}/${voucherId}`, `${book}/${OUTSTANDING.code}`, `${book}/${BUDGET.code}`, `${book}/${RETURNED.code}`];
  const rows: MoneyRow[] = await tx.query(
    `with b as (select a.key, b.balance, b.held from ledger_account a join account_balance b on b.account_id = a.id where a.key = any ($1))
     select coalesce(max(balance) filter (where key = $2), 0)::text as "balanceWon", coalesce(max(held) filter (where key = $2), 0)::text as "heldWon",
            coalesce(max(balance - held) filter (where key = $2), 0)::text as "availableWon", coalesce(max(balance) filter (where key = $3), 0)::text as "ownMoneyWon",
            coalesce(max(balance) filter (where key = $4), 0)::text as "outstandingWon", coalesce(max(balance) filter (where key = $5), 0)::text as "budgetLeftWon",
            coalesce(max(balance) filter (where key = $6), 0)::text as "returnedWon"
       from b`,
    [keys, ...keys],
  );
  const [row] = rows;
  const amount = (key: keyof VoucherMoney): bigint => BigInt(row?.[key] ?? '0');
  return {
    balanceWon: amount('balanceWon'),
    heldWon: amount('heldWon'),
    availableWon: amount('availableWon'),
    ownMoneyWon: amount('ownMoneyWon'),
    outstandingWon: amount('outstandingWon'),
    budgetLeftWon: amount('budgetLeftWon'),
    returnedWon: amount('returnedWon'),
  };
}
