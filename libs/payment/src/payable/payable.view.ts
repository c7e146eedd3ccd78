import type { LocalDate } from '#libs/calendar';
import { findBank, maskAccount } from '#libs/identifier';
import type { Payable, PayableRow } from './payable.js';
import type { Collected, PayableDesk } from './payable-desk.service.js';
import type { DebtPartDto, DueDto, OwedPayableDto, RefusedDebtDto } from './payable.dto.js';
import type { RefusedPayable } from './payable.rules.js';

/** What instruments call their debts, and what these consist of. */
export type DebtWords = Pick<PayableDesk, 'nameOf' | 'partsOf'>;

/** The name of a bank on a day: banks change theirs. */
export function bankNameOn(bankCode: string, on: LocalDate): { ko: string; en: string } {
  const bank = findBank(bankCode, on);
  return { ko: bank?.ko ?? bankCode, en: bank?.en ?? bankCode };
}

/** Only the last digits, but as long as the number is. */
export const maskedNumber = ({ numberTail, numberLength }: { readonly numberTail: string; readonly numberLength: number }): string => maskAccount(numberTail.padStart(numberLength, '0'));

export const viewParts = (payable: Payable, words: DebtWords): DebtPartDto[] => words.partsOf(payable).map(({ name, amountWon }) => ({ name: { ...name }, amountWon: amountWon.toString() }));

export function viewPayable(row: PayableRow, payOn: LocalDate, words: DebtWords): OwedPayableDto {
  const { id, book, bookLabel, kind, subjectId, payee, purpose, amountWon, dueOn, runId, runNumber, account, earlier } = row;
  return {
    ...{ id, book, bookLabel, subjectId, payee, purpose, dueOn, runId, runNumber },
    kindName: { ...words.nameOf(kind) },
    amountWon: amountWon.toString(),
    parts: viewParts(row, words),
    bankName: account === null ? null : bankNameOn(account.bankCode, payOn),
    maskedNumber: account === null ? null : maskedNumber(account),
    earlier: earlier === null ? null : { ...earlier },
  };
}

export const viewRefused = ({ amountWon, text, ...refused }: RefusedPayable): RefusedDebtDto => ({ ...refused, amountWon: amountWon?.toString() ?? null, text: { ...text } });

/** What is owed, apart: what can be paid on the day, and what waits for something. */
export function viewDue(rows: readonly PayableRow[], { payables, refused, totalWon }: Collected, payOn: LocalDate, words: DebtWords): DueDto {
  const payable = new Set(payables.map(({ id }) => id));
  const shown = (row: PayableRow): OwedPayableDto => viewPayable(row, payOn, words);
  return {
    payOn,
    totalWon: totalWon.toString(),
    payables: payables.map(shown),
    waiting: rows.filter(({ id }) => !payable.has(id)).map(shown),
    refused: refused.map(viewRefused),
  };
}
