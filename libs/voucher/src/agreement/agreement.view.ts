import type { CommandOutcome } from '#libs/command';
import { shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import type { AgreedVoucherDto, DepositedOwnMoneyDto, ReturnedOwnMoneyDto } from './agreement.dto.js';
import type { AgreedVoucher } from './agreement.service.js';
import type { DepositedOwnMoney, ReturnedOwnMoney } from './own-money.service.js';

export function viewAgreed(row: AgreedVoucher): AgreedVoucherDto {
  return { ...row, amountWon: row.amountWon.toString(), selfBurdenWon: row.selfBurdenWon.toString(), verdicts: row.verdicts.map(shownVerdict) };
}

export function viewDeposited({ result, dryRun }: CommandOutcome<DepositedOwnMoney>): DepositedOwnMoneyDto {
  return {
    vouchers: result.vouchers.map((lot) => ({ ...lot, paidBeforeWon: lot.paidBeforeWon.toString(), paidAfterWon: lot.paidAfterWon.toString(), dueWon: lot.dueWon.toString() })),
    entries: result.entries.map(shownEntry),
    dryRun,
  };
}

export function viewReturned({ result, dryRun }: CommandOutcome<ReturnedOwnMoney>): ReturnedOwnMoneyDto {
  return { leftBeforeWon: result.leftBeforeWon.toString(), leftAfterWon: result.leftAfterWon.toString(), entries: result.entries.map(shownEntry), dryRun };
}
