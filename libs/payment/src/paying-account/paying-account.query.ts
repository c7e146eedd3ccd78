import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { PayingAccount } from '../run/payment-run.js';

/** `$1` is the day on which an account has to be open. */
const ACCOUNTS = `
  select y.id, y.book, y.bank_account_id as "bankAccountId", y.effective_from as "effectiveFrom", p.name as "payerName", p.business_number as "businessNumber",
         y.street, y.building, y.post_code as "postCode", y.town, a.bank_code as "bankCode", a.number_tail as "numberTail", a.number_length as "numberLength",
         a.holder_masked as "holderMasked", (a.effective_from <= $1 and (z.closed_on is null or z.closed_on >= $1)) as open
    from paying_account y join bank_account a on a.id = y.bank_account_id join party p on p.id = a.party_id
    left join bank_account_close z on z.account_id = a.id`;

/** The account that `book` pays from on a day: the one designated last; null where none is. */
export async function findPayingAccount(tx: Tx, book: string, on: LocalDate): Promise<PayingAccount | null> {
  const rows: PayingAccount[] = await tx.query(`${ACCOUNTS} where y.book = $2 and y.effective_from <= $1 order by y.effective_from desc, y.recorded_at desc limit 1`, [on, book]);
  return rows[0] ?? null;
}

/** The account of a run, as it stands on a day. */
export async function getPayingAccount(tx: Tx, id: string, on: LocalDate): Promise<PayingAccount> {
  const rows: PayingAccount[] = await tx.query(`${ACCOUNTS} where y.id = $2`, [on, id]);
  if (rows[0] === undefined) throw notFound({ ko: '출금계좌', en: 'paying account' }, id);
  return rows[0];
}

/** Every account that a book was told to pay from, the latest day first. */
export function listPayingAccounts(tx: Tx, book: string | null, on: LocalDate): Promise<PayingAccount[]> {
  return tx.query(`${ACCOUNTS} where ($2::text is null or y.book = $2) order by y.book, y.effective_from desc, y.recorded_at desc`, [on, book]);
}
