import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import { accountOf } from '#libs/recovery';
import { recordVoucherEvents } from '../../voucher/event.store.js';
import { getVoucher, lockVouchers } from '../../voucher/voucher.query.js';
import { getClawback, listClawbacksOf, type ClawbackRow, type ClawbackMovementKind } from '../clawback.query.js';

/** A clawback that nobody else can move until the transaction ends. */
export async function openClawback(tx: Tx, clawbackId: string): Promise<ClawbackRow> {
  const { voucherId } = await getClawback(tx, clawbackId);
  await lockVouchers(tx, [voucherId]);
  return getClawback(tx, clawbackId);
}

interface Movement {
  readonly kind: ClawbackMovementKind;
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly serviceId?: string;
  readonly bankReference?: string | null;
  readonly reason?: string | null;
}

/** Answers the id of the movement. */
export async function insertMovement(tx: Tx, context: CommandContext, clawbackId: string, movement: Movement): Promise<string> {
  const { kind, amountWon, valueOn, serviceId = null, bankReference = null, reason = null } = movement;
  const id = randomUUID();
  await tx.query(
    `insert into clawback_movement (id, clawback_id, kind, amount_won, value_on, service_id, bank_reference, reason, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, clawbackId, kind, `${amountWon}`, valueOn, serviceId, bankReference, reason, context.now, context.commandId],
  );
  return id;
}

/** Ends the voucher's clawback once nothing of any of its claims is open: recovered, or written off where something was given up for good. */
export async function endClawback(tx: Tx, context: CommandContext, voucherId: string): Promise<void> {
  const accounts = (await listClawbacksOf(tx, voucherId)).map(accountOf);
  if (accounts.some(({ openWon }) => openWon > 0n)) return;
  const { state } = await getVoucher(tx, voucherId);
  const event = accounts.some(({ writtenOffWon }) => writtenOffWon > 0n) ? 'writeOff' : 'recover';
  const due = state === 'CLAWBACK' || (state === 'WRITTEN_OFF' && event === 'recover');
  if (due) await recordVoucherEvents(tx, context, [{ voucherId, event, happenedOn: context.today }]);
}

/** A receipt was none: the voucher's clawback has not ended where something is open again, or ended by what was given up. */
export async function reopenClawback(tx: Tx, context: CommandContext, voucherId: string, reason: string): Promise<void> {
  const accounts = (await listClawbacksOf(tx, voucherId)).map(accountOf);
  const { state } = await getVoucher(tx, voucherId);
  const isOpen = accounts.some(({ openWon }) => openWon > 0n);
  if (state !== 'RECOVERED' && !(state === 'WRITTEN_OFF' && isOpen)) return;
  await recordVoucherEvents(tx, context, [{ voucherId, event: 'reopen', happenedOn: context.today, reason }]);
  if (!isOpen) await endClawback(tx, context, voucherId);
}
