import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import { sqlState, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { won, type Won } from '#libs/money';
import type { KnownInvoice } from './invoice.rules.js';
import type { UseLots } from './refund.rules.js';

const UNIQUE_VIOLATION = '23505';

/** The invoice of this number, whichever instrument knows it; null: nobody claimed with it. */
export async function findInvoice(tx: Tx, number: string): Promise<KnownInvoice | null> {
  type Row = Omit<KnownInvoice, 'supplyWon' | 'vatWon'> & { readonly supplyWon: string; readonly vatWon: string };
  const rows: Row[] = await tx.query(
    `select i.number, i.subject_id as "subjectId", l.label, i.invoiced_on as "invoicedOn", i.supply_won as "supplyWon", i.vat_won as "vatWon"
       from tax_invoice i left join subject_label l on l.id = i.subject_id where i.number = $1`,
    [number],
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, supplyWon: won(row.supplyWon), vatWon: won(row.vatWon) };
}

export interface InvoiceRow {
  readonly number: string;
  readonly serviceId: string;
  readonly supplierId: string;
  readonly invoicedOn: LocalDate;
  readonly supplyWon: Won;
  readonly vatWon: Won;
}

/** Throws `claim.invoice-used` where somebody else claims with the same number at this moment. */
export async function insertInvoice(tx: Tx, context: CommandContext, row: InvoiceRow): Promise<void> {
  try {
    await tx.query(
      `insert into tax_invoice (number, subject_kind, subject_id, invoiced_on, supplier_id, supply_won, vat_won, known_at, command_id) values ($1, 'service', $2, $3, $4, $5, $6, $7, $8)`,
      [row.number, row.serviceId, row.invoicedOn, row.supplierId, row.supplyWon.toString(), row.vatWon.toString(), context.now, context.commandId],
    );
  } catch (error) {
    throw sqlState(error) === UNIQUE_VIOLATION ? invoiceTaken(error) : error;
  }
}

function invoiceTaken(cause: unknown): DomainError {
  return new DomainError(
    'conflict',
    'claim.invoice-used',
    { ko: '같은 승인번호의 세금계산서가 방금 다른 청구에 쓰였습니다. 승인번호를 홈택스에서 확인해 주세요.', en: 'Somebody has just claimed with this tax invoice. Check its number in Hometax.' },
    { cause },
  );
}

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

/** What stands in the way of undoing a decision to pay: the batch in which it waits, and whether some of it was set off. */
export async function findTies(tx: Tx, serviceId: string): Promise<{ readonly batch: string | null; readonly setOff: boolean }> {
  const rows: { batch: string | null; setOff: boolean }[] = await tx.query(
    `select (select b.number from payment_batch_claim c join payment_batch b on b.id = c.batch_id where c.service_id = $1) as batch,
            exists (select 1 from clawback_movement where service_id = $1) as "setOff"`,
    [serviceId],
  );
  return rows[0] ?? { batch: null, setOff: false };
}
