import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Won } from '#libs/money';
import type { OrderEvent, OrderKind, OrderResult } from './service-order.js';

export interface NewOrder {
  readonly callId: string;
  readonly kind: OrderKind;
  readonly companyId: string;
  readonly agreementId: string | null;
  readonly labId: string;
  readonly subject: string;
  readonly items: readonly string[];
  readonly requestedOn: LocalDate;
  readonly fiscalYear: number;
  readonly feeWon: Won;
  readonly governmentWon: Won;
  readonly companyWon: Won;
}

/** Writes an order under the next number of its fiscal year. */
export async function insertOrder(tx: Tx, context: CommandContext, order: NewOrder): Promise<{ readonly id: string; readonly number: string }> {
  const id = randomUUID();
  const rows: { number: string }[] = await tx.query('select next_service_order_number($1) as number', [order.fiscalYear]);
  const number = rows[0]?.number ?? '';
  await tx.query(
    `insert into service_order (id, call_id, number, kind, company_id, agreement_id, lab_id, subject, items, requested_on, fiscal_year, fee_won, government_won, company_won, known_at, command_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[id, order.callId, number, order.kind, order.companyId, order.agreementId, order.labId, order.subject, order.items, order.requestedOn, order.fiscalYear],
      ...[`${order.feeWon}`, `${order.governmentWon}`, `${order.companyWon}`, context.now, context.commandId],
    ],
  );
  return { id, number };
}

export interface NewStep {
  readonly orderId: string;
  readonly event: OrderEvent;
  readonly happenedOn: LocalDate;
  readonly reason?: string;
  readonly certificate?: string;
  readonly result?: OrderResult;
  readonly companyPaidOn?: LocalDate | null;
  readonly documentId?: string | null;
}

export async function insertStep(tx: Tx, context: CommandContext, step: NewStep): Promise<void> {
  const { orderId, event, happenedOn, reason = null, certificate = null, result = null, companyPaidOn = null, documentId = null } = step;
  await tx.query(
    `insert into service_order_event (order_id, event, happened_on, reason, certificate, result, company_paid_on, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [orderId, event, happenedOn, reason, certificate, result, companyPaidOn, documentId, context.now, context.commandId],
  );
}
