import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import { sqlState, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { insertEvidenceKeys, insertInvoices, type EvidenceKeyRow } from '#libs/evidence';
import { type EvidenceKind } from '#libs/invoice';
import type { Won } from '#libs/money';
import { keyOfDraft } from './desk/plan.rules.js';

/** An expense as a row of the table; won. */
export interface ExpenseRow {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly lineId: string;
  readonly number: string;
  readonly spentOn: LocalDate;
  readonly committedOn: LocalDate | null;
  readonly payeeId: string | null;
  readonly payeeName: string;
  readonly purpose: string | null;
  readonly supplyWon: Won;
  readonly vatWon: Won;
  readonly chargesVat: boolean;
  readonly amountWon: Won;
  readonly evidenceKind: EvidenceKind | null;
  readonly evidenceNumber: string | null;
  readonly knownAt: Date;
}

const UNIQUE_VIOLATION = '23505';

/** Expenses with what makes their evidence one of a kind. `kept`: keys that an undone expense has used and that are good again. */
export async function insertExpenses(tx: Tx, context: CommandContext, rows: readonly ExpenseRow[], kept: ReadonlySet<string>): Promise<void> {
  if (rows.length === 0) return;
  const keyed = rows.map((row) => ({ row, evidence: keyOfDraft(row) }));
  await insertRows(tx, context, keyed.map(({ row, evidence }) => ({ ...row, evidenceKey: evidence?.key ?? null })));
  const fresh = keyed.filter(({ evidence }) => evidence !== null && !kept.has(`${evidence.scheme} ${evidence.key}`));
  const about = ({ id, knownAt }: ExpenseRow) => ({ subject: { kind: 'grant-expense', id }, knownAt });
  const invoices = fresh.filter(({ evidence }) => evidence?.scheme === 'TAX_INVOICE');
  const others = fresh.flatMap(({ row, evidence }): EvidenceKeyRow[] => (evidence === null || evidence.scheme === 'TAX_INVOICE' ? [] : [{ ...evidence, ...about(row) }]));
  await insertInvoices(
    tx,
    context,
    invoices.map(({ row, evidence }) => ({ ...about(row), number: evidence?.key ?? '', supplierId: row.payeeId, invoicedOn: null, supplyWon: row.supplyWon, vatWon: row.vatWon })),
  );
  await insertEvidenceKeys(tx, context, others);
}

async function insertRows(tx: Tx, context: CommandContext, rows: readonly (ExpenseRow & { readonly evidenceKey: string | null })[]): Promise<void> {
  const told = rows.map((row) => ({ ...row, supplyWon: row.supplyWon.toString(), vatWon: row.vatWon.toString(), amountWon: row.amountWon.toString() }));
  try {
    await tx.query(
      `insert into grant_expense (id, call_id, agreement_id, line_id, number, spent_on, committed_on, payee_id, payee_name, purpose, supply_won, vat_won, charges_vat, amount_won,
                                  evidence_kind, evidence_number, evidence_key, known_at, command_id)
       select d.id, d."callId", d."agreementId", d."lineId", d.number, d."spentOn", d."committedOn", d."payeeId", d."payeeName", d.purpose, d."supplyWon", d."vatWon", d."chargesVat",
              d."amountWon", d."evidenceKind", d."evidenceNumber", d."evidenceKey", d."knownAt", $2
         from jsonb_to_recordset($1::jsonb) as d (id uuid, "callId" uuid, "agreementId" uuid, "lineId" uuid, number text, "spentOn" date, "committedOn" date, "payeeId" uuid,
              "payeeName" text, purpose text, "supplyWon" bigint, "vatWon" bigint, "chargesVat" boolean, "amountWon" bigint, "evidenceKind" text, "evidenceNumber" text,
              "evidenceKey" text, "knownAt" timestamptz)`,
      [JSON.stringify(told), context.commandId],
    );
  } catch (error) {
    throw sqlState(error) === UNIQUE_VIOLATION ? evidenceTaken(error) : error;
  }
}

function evidenceTaken(cause: unknown): DomainError {
  const text = { ko: '같은 집행번호나 증빙번호가 방금 기록되었습니다. 집행 목록을 다시 확인해 주세요.', en: 'An expense of that number, or with that evidence, has just been recorded. Look at the list again.' };
  return new DomainError('conflict', 'grant-expense.on-record', text, { cause });
}
