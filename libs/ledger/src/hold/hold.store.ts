import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { AccountRef } from '#libs/journal';
import { explaining } from '../entry/ledger-error.js';
import { openAccounts } from '../entry/entry.store.js';

/**
 * Sets `amount` of an account aside (first phase). What is held can no longer be spent or held by anybody else; the
 * floor counts it as gone. Throws `DomainError` rule_broken when not that much is left.
 */
export async function placeHold(tx: Tx, context: CommandContext, account: AccountRef, amount: bigint, expiresOn: LocalDate | null): Promise<string> {
  const numbers = await openAccounts(tx, [account]);
  const id = randomUUID();
  await explaining(() =>
    tx.query('insert into ledger_hold (id, account_id, amount, expires_on, command_id) values ($1, $2, $3, $4, $5)', [
      id,
      numbers.get(account.key),
      amount.toString(),
      expiresOn,
      context.commandId,
    ]),
  );
  return id;
}

/**
 * Uses up `amount` of a hold (second phase): captured when it is spent by a posting in the same transaction, released
 * when it is given back, expired when its time ran out. Throws `DomainError` rule_broken beyond what remains.
 */
export async function consumeHold(tx: Tx, context: CommandContext, holdId: string, kind: 'CAPTURED' | 'RELEASED' | 'EXPIRED', amount: bigint): Promise<void> {
  const rows: unknown[] = await tx.query('select 1 from ledger_hold where id = $1', [holdId]);
  if (rows.length === 0) throw notFound({ ko: '예약', en: 'hold' }, holdId);
  // The row of the hold's balance is the lock that numbers the events of one hold.
  await explaining(() =>
    tx.query(
      `insert into ledger_hold_event (hold_id, event_no, kind, amount, command_id)
       select $1, 1 + coalesce((select max(event_no) from ledger_hold_event where hold_id = $1), 0), $2, $3, $4`,
      [holdId, kind, amount.toString(), context.commandId],
    ),
  );
}
