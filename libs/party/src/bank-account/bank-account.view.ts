import { localDate } from '#libs/calendar';
import { BANKS, findBank } from '#libs/identifier';
import { maskedNumber } from './bank-account.js';
import type { BankAccountDto, BankDto } from './bank-account.dto.js';
import type { BankAccountRow } from './bank-account.query.js';

/** An account as it is shown: the bank under the name it had on the last day of use, or has today. */
export function viewBankAccount({ numberTail, numberLength, holderMasked, ...row }: BankAccountRow, today: string): BankAccountDto {
  const bank = findBank(row.bankCode, localDate(row.closedOn ?? today));
  return {
    ...row,
    bankName: { ko: bank?.ko ?? row.bankCode, en: bank?.en ?? row.bankCode },
    maskedNumber: maskedNumber(numberTail, numberLength),
    maskedHolder: holderMasked,
    alsoAt: [...row.alsoAt],
  };
}

/** The banks that an account can be registered at, under today's names. */
export function viewBanks(today: string): BankDto[] {
  const codes = [...new Set(BANKS.map(({ code }) => code))].sort();
  return codes.flatMap((code) => {
    const bank = findBank(code, localDate(today));
    return bank === null ? [] : [{ code, name: { ko: bank.ko, en: bank.en } }];
  });
}
