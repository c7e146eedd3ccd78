import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { parseBusinessNumber } from '#libs/identifier';
import type { EvidenceKind } from '#libs/invoice';
import { won, ZERO_WON } from '#libs/money';
import type { Resource } from '../line/line.js';
import type { RecordGrantExpensesDto, ExpenseRowDto } from './expense.dto.js';
import type { RecordExpenses } from './expense.service.js';
import type { ExpenseDraft } from './expense.js';

export function toRecordExpenses(callId: string, { items }: RecordGrantExpensesDto): RecordExpenses {
  return { callId, items: items.map(toDraft) };
}

function toDraft(row: ExpenseRowDto, index: number): ExpenseDraft {
  return {
    agreementId: row.agreementId,
    line: row.line.trim().toUpperCase(),
    resource: row.resource as Resource,
    spentOn: localDate(row.spentOn),
    committedOn: row.committedOn === undefined ? null : localDate(row.committedOn),
    payeeNumber: businessNumber(row.payeeNumber, index),
    payeeName: row.payeeName.trim(),
    purpose: row.purpose.trim(),
    supplyWon: won(row.supplyWon),
    vatWon: row.vatWon === undefined ? ZERO_WON : won(row.vatWon),
    chargesVat: row.chargesVat === true,
    evidenceKind: (row.evidenceKind ?? null) as EvidenceKind | null,
    evidenceNumber: row.evidenceNumber?.trim() ?? null,
  };
}

function businessNumber(text: string | undefined, index: number): string | null {
  if (text === undefined) return null;
  const parsed = parseBusinessNumber(text);
  if (parsed.ok) return parsed.value;
  throw invalidField(`/items/${index}/payeeNumber`, 'grant-expense.payee-number', parsed.text);
}
