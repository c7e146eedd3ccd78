import type { LocalDate } from '#libs/calendar';
import { bankNameOn, maskedNumber } from '../payable/payable.view.js';
import type { StatementAccountDto } from './statement-account.dto.js';
import type { StatementAccountRow } from './statement-account.query.js';

export function viewStatementAccount(account: StatementAccountRow, today: LocalDate): StatementAccountDto {
  const { id, book, name, holder, keptFrom, lines, openLines, firstOn, lastOn } = account;
  return { id, book, name, holder, keptFrom, lines, openLines, firstOn, lastOn, bankName: bankNameOn(account.bankCode, today), maskedNumber: maskedNumber(account) };
}
