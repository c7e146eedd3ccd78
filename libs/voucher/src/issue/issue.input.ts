import { localDate } from '#libs/calendar';
import { won } from '#libs/money';
import type { IssueVouchersDto } from './issue.dto.js';
import type { IssueVouchers } from './issue.js';

export function issueInput(yearId: string, { issuedOn, amountWon, vouchers }: IssueVouchersDto): IssueVouchers {
  return {
    yearId,
    issuedOn: localDate(issuedOn),
    amountWon: won(amountWon),
    vouchers: vouchers.map((row) => ({
      voucherId: row.voucherId,
      amountWon: won(row.amountWon),
      validTo: row.validTo === undefined ? null : localDate(row.validTo),
      brokerId: row.brokerId ?? null,
    })),
  };
}
