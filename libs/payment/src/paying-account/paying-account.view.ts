import type { LocalDate } from '#libs/calendar';
import { bankNameOn, maskedNumber } from '../payable/payable.view.js';
import type { PayingAccount } from '../run/payment-run.js';
import type { PayingAccountDto } from './paying-account.dto.js';

export function viewPayingAccount(account: PayingAccount, today: LocalDate): PayingAccountDto {
  const { id, book, payerName, bankCode, effectiveFrom, street, building, postCode, town, open } = account;
  return { id, book, payerName, effectiveFrom, open, bankName: bankNameOn(bankCode, today), maskedNumber: maskedNumber(account), address: `(${postCode}) ${town} ${street} ${building}` };
}
