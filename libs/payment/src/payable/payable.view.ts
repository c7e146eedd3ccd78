import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { findBank, maskAccount } from '#libs/identifier';
import type { PayableRow } from './payable.js';
import type { Collected } from './payable-desk.service.js';
import type { DueDto, OwedPayableDto, RefusedDebtDto } from './payable.dto.js';
import type { RefusedPayable } from './payable.rules.js';

type NameOf = (kind: string) => Bilingual;

/** The name of a bank on a day: banks change theirs. */
export function bankNameOn(bankCode: string, on: LocalDate): { ko: string; en: string } {
  const bank = findBank(bankCode, on);
  return { ko: bank?.ko ?? bankCode, en: bank?.en ?? bankCode };
}

/** Only the last digits, but as long as the number is. */
export const maskedNumber = ({ numberTail, numberLength }: { readonly numberTail: string; readonly numberLength: number }): string => maskAccount(numberTail.padStart(numberLength, '0'));

export function viewPayable(row: PayableRow, payOn: LocalDate, nameOf: NameOf): OwedPayableDto {
  const { id, book, bookLabel, kind, subjectId, payee, purpose, amountWon, dueOn, runId, runNumber, account, earlier } = row;
  return {
    ...{ id, book, bookLabel, subjectId, payee, purpose, dueOn, runId, runNumber },
    kindName: { ...nameOf(kind) },
    amountWon: amountWon.toString(),
    bankName: account === null ? null : bankNameOn(account.bankCode, payOn),
    maskedNumber: account === null ? null : maskedNumber(account),
    earlier: earlier === null ? null : { ...earlier },
  };
}

export const viewRefused = ({ amountWon, text, ...refused }: RefusedPayable): RefusedDebtDto => ({ ...refused, amountWon: amountWon?.toString() ?? null, text: { ...text } });

/** What is owed, apart: what can be paid on the day, and what waits for something. */
export function viewDue(rows: readonly PayableRow[], { payables, refused, totalWon }: Collected, payOn: LocalDate, nameOf: NameOf): DueDto {
  const payable = new Set(payables.map(({ id }) => id));
  const shown = (row: PayableRow): OwedPayableDto => viewPayable(row, payOn, nameOf);
  return {
    payOn,
    totalWon: totalWon.toString(),
    payables: payables.map(shown),
    waiting: rows.filter(({ id }) => !payable.has(id)).map(shown),
    refused: refused.map(viewRefused),
  };
}
