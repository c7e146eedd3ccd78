import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import { paymentsOf } from '#libs/payment';
import { CLAIM_DEBT } from '../payment/claim-debt.js';
import type { UseLots } from './refund.rules.js';

export interface ClaimRow {
  readonly serviceId: string;
  readonly invoiceNumber: string;
  readonly supplyWon: Won;
  readonly vatWon: Won;
  readonly governmentWon: Won;
  readonly selfWon: Won;
  readonly brokerFeeWon: Won | null;
  readonly claimedOn: LocalDate;
}

export async function insertClaim(tx: Tx, context: CommandContext, row: ClaimRow): Promise<void> {
  await tx.query(
    `insert into service_claim (id, service_id, invoice_number, supply_won, vat_won, government_won, self_won, broker_fee_won, claimed_on, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[randomUUID(), row.serviceId, row.invoiceNumber, row.supplyWon.toString(), row.vatWon.toString(), row.governmentWon.toString(), row.selfWon.toString()],
      ...[row.brokerFeeWon?.toString() ?? null, row.claimedOn, context.now, context.commandId],
    ],
  );
}

/** What came back from a provider, lot by lot. */
export async function insertRefund(tx: Tx, context: CommandContext, serviceId: string, returned: UseLots, returnedOn: LocalDate, reason: string): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into service_refund (id, service_id, public_won, self_won, vat_won, returned_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, serviceId, returned.publicWon.toString(), returned.selfWon.toString(), returned.vatWon.toString(), returnedOn, reason, context.now, context.commandId],
  );
  return id;
}

/** What stands in the way of undoing a decision to pay: the run in which it waits, and whether some of it was set off. */
export async function findTies(tx: Tx, serviceId: string): Promise<{ readonly run: string | null; readonly setOff: boolean }> {
  const [payment] = await paymentsOf(tx, CLAIM_DEBT, [serviceId]);
  const rows: { setOff: boolean }[] = await tx.query('select exists (select 1 from clawback_movement where service_id = $1) as "setOff"', [serviceId]);
  return { run: payment?.runNumber ?? null, setOff: rows[0]?.setOff ?? false };
}
