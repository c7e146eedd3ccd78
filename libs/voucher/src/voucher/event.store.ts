import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { DetailValue } from '#libs/errors';
import { explainVoucherLife } from './life-refusal.js';
import type { VoucherEvent } from './voucher.js';

/** One step in the life of one voucher. */
export interface VoucherEventDraft {
  readonly voucherId: string;
  readonly event: VoucherEvent;
  readonly happenedOn: LocalDate;
  /** Public money that it moves. */
  readonly amountWon?: bigint;
  /** A new last day of validity. */
  readonly validTo?: LocalDate;
  readonly reason?: string | null;
  readonly detail?: Readonly<Record<string, DetailValue>>;
}

/**
 * Records steps, at most one for each voucher, in one statement; the states follow by trigger. Throws
 * `voucher.not-in-this-state` (409) where the life does not know a step.
 */
export async function recordVoucherEvents(tx: Tx, context: CommandContext, events: readonly VoucherEventDraft[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((each) => ({ ...each, amountWon: each.amountWon?.toString() }));
  try {
    await tx.query(
      `insert into voucher_event (voucher_id, event, happened_on, amount_won, valid_to, reason, detail, known_at, command_id)
       select e."voucherId", e.event, e."happenedOn", e."amountWon", e."validTo", e.reason, e.detail, $2, $3
         from jsonb_to_recordset($1::jsonb) as e ("voucherId" uuid, event text, "happenedOn" date, "amountWon" bigint, "validTo" date, reason text, detail jsonb)`,
      [JSON.stringify(rows), context.now, context.commandId],
    );
  } catch (error) {
    throw explainVoucherLife(error);
  }
}
