import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import { askPrepared, sqlState, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { won, type Won } from '#libs/money';
import type { KnownInvoice } from '#libs/invoice';

const UNIQUE_VIOLATION = '23505';

/** The invoices of these numbers, whichever instrument knows them, by number; what nobody claimed with is left out. */
export async function findInvoices(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, KnownInvoice>> {
  type Row = Omit<KnownInvoice, 'supplyWon' | 'vatWon'> & { readonly supplyWon: string; readonly vatWon: string };
  if (numbers.length === 0) return new Map();
  const rows = await askPrepared<Row>(
    tx,
    `select i.number, i.subject_id as "subjectId", l.label, i.invoiced_on as "invoicedOn", i.supply_won as "supplyWon", i.vat_won as "vatWon"
       from tax_invoice i left join subject_label l on l.id = i.subject_id where i.number = any($1)`,
    [numbers],
  );
  return new Map(rows.map((row) => [row.number, { ...row, supplyWon: won(row.supplyWon), vatWon: won(row.vatWon) }]));
}

/** An invoice and what it pays for. */
export interface InvoiceRow {
  readonly number: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly supplierId: string | null;
  readonly invoicedOn: LocalDate | null;
  readonly supplyWon: Won;
  readonly vatWon: Won;
  readonly knownAt: Date;
}

/** Throws `claim.invoice-used` where somebody else claims with the same number at this moment. */
export async function insertInvoices(tx: Tx, context: CommandContext, rows: readonly InvoiceRow[]): Promise<void> {
  const told = rows.map(({ subject, supplyWon, vatWon, ...row }) => ({ ...row, kind: subject.kind, id: subject.id, supplyWon: supplyWon.toString(), vatWon: vatWon.toString() }));
  await refusingUsed(() =>
    tx.query(
      `insert into tax_invoice (number, subject_kind, subject_id, invoiced_on, supplier_id, supply_won, vat_won, known_at, command_id)
       select d.number, d.kind, d.id, d."invoicedOn", d."supplierId", d."supplyWon", d."vatWon", d."knownAt", $2
         from jsonb_to_recordset($1::jsonb) as d (number text, kind text, id uuid, "invoicedOn" date, "supplierId" uuid, "supplyWon" bigint, "vatWon" bigint, "knownAt" timestamptz)`,
      [JSON.stringify(told), context.commandId],
    ),
  );
}

/** Turns a number that is taken into a refusal that a user can read. */
export async function refusingUsed(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    throw sqlState(error) === UNIQUE_VIOLATION ? invoiceTaken(error) : error;
  }
}

function invoiceTaken(cause: unknown): DomainError {
  return new DomainError(
    'conflict',
    'claim.invoice-used',
    { ko: '같은 승인번호의 증빙이 방금 다른 청구에 쓰였습니다. 승인번호를 홈택스(카드는 카드사)에서 확인해 주세요.', en: 'Somebody has just claimed with this invoice or slip. Check its number in Hometax, or with the card company.' },
    { cause },
  );
}
