import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import { toCounterparty } from '../exit/exit.input.js';
import type { DueDiligenceKind } from '../fee/due-diligence.rules.js';
import type { ExpenseKind } from '../register/register.js';
import type { SettleDueDiligence } from './due-diligence.service.js';
import type { PayExpenseDto, SettleDueDiligenceDto } from './expense.dto.js';
import type { PayExpense } from './expense.service.js';

export function toPayExpense(fundId: string, body: PayExpenseDto): PayExpense {
  return {
    fundId,
    kind: body.kind as ExpenseKind,
    billId: body.billId ?? null,
    label: body.label,
    paidOn: localDate(body.paidOn),
    amountWon: won(body.amountWon),
    periodFrom: body.periodFrom === undefined ? null : localDate(body.periodFrom),
    periodTo: body.periodTo === undefined ? null : localDate(body.periodTo),
    payee: body.payee === undefined ? null : toCounterparty(body.payee, '/payee'),
    bankReference: body.bankReference ?? null,
    documentId: body.documentId ?? null,
    note: body.note ?? null,
  };
}

export function toSettleDueDiligence(fundId: string, body: SettleDueDiligenceDto): SettleDueDiligence {
  return {
    fundId,
    company: body.company,
    kind: body.kind as DueDiligenceKind,
    investmentId: body.investmentId ?? null,
    costWon: won(body.costWon),
    paidOn: localDate(body.paidOn),
    payee: toCounterparty(body.payee, '/payee'),
    documentId: body.documentId ?? null,
    note: body.note ?? null,
  };
}
