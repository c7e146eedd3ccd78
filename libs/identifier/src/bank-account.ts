import { BANKS } from './banks.js';
import { accepted, refused, type Parsed } from './parsed.js';
import { compactIdentifier, quoted } from './text.js';

export interface BankAccount {
  /** Three digits, one of `BANKS`. */
  readonly bankCode: string;
  /** 10 to 16 digits. */
  readonly account: string;
}

/**
 * Reads a bank code and an account number, hyphens, spaces and full-width digits allowed. BANK_UNKNOWN: no such code in
 * `BANKS`. ACCOUNT_FORMAT: not 10 to 16 digits. There is no national check digit: whether the account exists and whose
 * it is, only the account-holder inquiry (예금주명 조회) tells.
 */
export function parseBankAccount(bankCode: string, account: string): Parsed<BankAccount> {
  const code = compactIdentifier(bankCode);
  if (!BANKS.some((bank) => bank.code === code)) {
    return refused('BANK_UNKNOWN', {
      ko: `은행코드 '${quoted(bankCode)}'은(는) 없는 코드입니다. 금융결제원 3자리 코드를 고르십시오.`,
      en: `There is no bank with code '${quoted(bankCode)}'. Choose a three-digit code of the clearing institute.`,
    });
  }
  const digits = compactIdentifier(account);
  if (!/^[0-9]{10,16}$/.test(digits)) {
    return refused('ACCOUNT_FORMAT', {
      ko: '계좌번호는 숫자 10~16자리여야 합니다. 가려진 번호(*)가 아닌 통장의 번호를 적으십시오.',
      en: 'An account number is 10 to 16 digits. Write the number of the passbook, not a masked one (*).',
    });
  }
  return accepted({ bankCode: code, account: digits });
}

/** All but the last four digits replaced by '*': the only form in which an account is shown or logged. */
export function maskAccount(account: string): string {
  return account.slice(-4).padStart(account.length, '*');
}
