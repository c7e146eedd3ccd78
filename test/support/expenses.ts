import { randomBytes } from 'node:crypto';
import { Client, type Answer, type Ask, type Json } from './client.js';
import { businessNumber } from './funds.js';
import { made } from './grants.js';

/** The approval number of a tax invoice that nobody has used. */
export const taxInvoice = (): string => randomBytes(12).toString('hex');

/** A purchase of materials in the middle of 2021, with an invoice of its own. */
export function expenseRow(agreementId: string, changes: Json = {}): Json {
  return {
    ...{ agreementId, line: 'D4', resource: 'CASH', spentOn: '2021-06-10', payeeNumber: businessNumber(), payeeName: '(주)시험소재', purpose: '시약·소모품' },
    ...{ supplyWon: '500000', vatWon: '50000', evidenceKind: 'TAX_INVOICE', evidenceNumber: taxInvoice() },
    ...changes,
  };
}

/** Rows as finance sends them. */
export const record = (callId: string, items: readonly Json[], more: Json = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> =>
  Client.as('finance').post(`/grant-calls/${callId}/expenses`, { items, ...more }, ask);

/** One row that is recorded. */
export async function recordedExpense(callId: string, agreementId: string, changes: Json = {}): Promise<{ readonly id: string; readonly number: string }> {
  const { recorded } = made('recording an expense', await record(callId, [expenseRow(agreementId, changes)])) as { recorded: { id: string; number: string }[] };
  if (recorded[0] === undefined) throw new Error('the expense was refused');
  return recorded[0];
}

/** What a reviewer says. */
export const review = (callId: string, items: readonly Json[], ask: Omit<Ask, 'body'> = {}, login: 'checker' | 'finance' = 'checker'): Promise<Answer> =>
  Client.as(login).post(`/grant-calls/${callId}/expense-reviews`, { items }, ask);

/** The rules that a refused or remarked row is told, as `RESULT rule`. */
export const rulesOf = (row: Json): string[] => (row.verdicts as Json[]).filter(({ result }) => result !== 'PASS').map(({ result, rule }) => `${result as string} ${rule as string}`);
