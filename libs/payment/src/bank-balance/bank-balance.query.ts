import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won, type Won } from '#libs/money';

/** What the newest statement of an account says, and what has to leave it beside. */
export interface BankBalance {
  readonly balanceWon: Won;
  readonly on: LocalDate;
}

/** The balance of the account that a book pays from by its newest statement; null where no statement tells one. In sight also where statements are not. */
export async function newestBalance(tx: Tx, payingAccountId: string): Promise<BankBalance | null> {
  const rows: { balanceWon: string; on: LocalDate }[] = await tx.query('select balance_won::text as "balanceWon", as_of as "on" from newest_bank_balance($1)', [payingAccountId]);
  return rows[0] === undefined ? null : { balanceWon: won(rows[0].balanceWon), on: rows[0].on };
}

/** What other runs take out of the same account and the statement does not know of yet: drafted, released or given to the bank, or paid after the day of the statement. In won. */
export async function takenElsewhere(tx: Tx, payingAccountId: string, since: LocalDate, exceptRunId: string | null): Promise<Won> {
  const rows: { won: string }[] = await tx.query('select bank_money_taken($1, $2, $3)::text as won', [payingAccountId, since, exceptRunId]);
  return won(rows[0]?.won ?? '0');
}
