import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import { askPrepared, type Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { AccountRef } from '#libs/journal';
import { explaining } from '../entry/ledger-error.js';
import { openAccounts } from '../entry/entry.store.js';

export interface HoldPlacement {
  readonly context: CommandContext;
  readonly account: AccountRef;
  readonly amount: bigint;
  readonly expiresOn: LocalDate | null;
}

export interface HoldConsumption {
  readonly context: CommandContext;
  readonly holdId: string;
  /** CAPTURED: spent by a posting in the same transaction. RELEASED: given back. EXPIRED: its time ran out. */
  readonly kind: 'CAPTURED' | 'RELEASED' | 'EXPIRED';
  readonly amount: bigint;
}

/**
 * Sets `amount` of an account aside (first phase). What is held can no longer be spent or held by anybody else; the
 * floor counts it as gone. Throws `DomainError` rule_broken when not that much is left.
 */
export async function placeHold(tx: Tx, context: CommandContext, account: AccountRef, amount: bigint, expiresOn: LocalDate | null): Promise<string> {
  const [id] = await placeHolds(tx, [{ context, account, amount, expiresOn }]);
  return id ?? '';
}

/** The same for many, of one or several commands, in one go: the ids in their order. One that finds too little refuses them all. */
export async function placeHolds(tx: Tx, placements: readonly HoldPlacement[]): Promise<readonly string[]> {
  const ids = placements.map(() => randomUUID());
  if (ids.length === 0) return ids;
  const numbers = await openAccounts(tx, placements.map(({ account }) => account));
  await explaining(() =>
    tx.query(
      `insert into ledger_hold (id, account_id, amount, expires_on, command_id) select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::date[], $5::uuid[])`,
      [
        ids,
        placements.map(({ account }) => numbers.get(account.key)),
        placements.map(({ amount }) => amount.toString()),
        placements.map(({ expiresOn }) => expiresOn),
        placements.map(({ context }) => context.commandId),
      ],
    ),
  );
  return ids;
}

/**
 * Uses up `amount` of a hold (second phase): captured when it is spent by a posting in the same transaction, released
 * when it is given back, expired when its time ran out. Throws `DomainError` rule_broken beyond what remains.
 */
export async function consumeHold(tx: Tx, context: CommandContext, holdId: string, kind: HoldConsumption['kind'], amount: bigint): Promise<void> {
  await consumeHolds(tx, [{ context, holdId, kind, amount }]);
}

/**
 * The same for many, of one or several commands, in one go; one hold may be used several times. Comes before the posting that
 * spends what is captured: holds are locked before balances everywhere. One that is unknown or spent refuses them all.
 */
export async function consumeHolds(tx: Tx, consumptions: readonly HoldConsumption[]): Promise<void> {
  if (consumptions.length === 0) return;
  // The row of the hold's balance is the lock that numbers the events of one hold.
  const rows = await explaining(() =>
    askPrepared<{ holdId: string }>(
      tx,
      `insert into ledger_hold_event (hold_id, event_no, kind, amount, command_id)
       select a.hold_id, h.last_event_no + row_number() over (partition by a.hold_id order by a.place), a.kind, a.amount, a.command_id
         from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[]) with ordinality as a (hold_id, kind, amount, command_id, place)
         join lock_holds($1::uuid[]) as h using (hold_id)
       returning hold_id as "holdId"`,
      [
        consumptions.map(({ holdId }) => holdId),
        consumptions.map(({ kind }) => kind),
        consumptions.map(({ amount }) => amount.toString()),
        consumptions.map(({ context }) => context.commandId),
      ],
    ),
  );
  const found = new Set(rows.map(({ holdId }) => holdId));
  const missing = consumptions.find(({ holdId }) => !found.has(holdId));
  if (missing !== undefined) throw notFound({ ko: '예약', en: 'hold' }, missing.holdId);
}
