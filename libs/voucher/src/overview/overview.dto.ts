import { ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon } from '#libs/http';
import { SERVICE_LIFE } from '../service/service.js';
import { VOUCHER_LIFE } from '../voucher/voucher.js';
import { BUDGET_STAGES } from '#libs/journal';

/** Public money of a year, from the budget to what came back. */
export class YearMoneyDto {
  @ShownWon({ description: 'Granted by decisions that can be spent' })
  budgetWon!: string;

  @ShownWon({ description: 'Still to be issued' })
  budgetLeftWon!: string;

  @ShownWon({ description: 'On open vouchers' })
  outstandingWon!: string;

  @ShownWon({ description: 'Of it, set aside for services under way' })
  heldWon!: string;

  @ShownWon({ description: 'Decided to be paid, less what was undone or refunded' })
  capturedWon!: string;

  @ShownWon({ description: 'Of it, not paid yet' })
  unpaidWon!: string;

  @ShownWon({ description: 'Of it, paid or set off' })
  paidWon!: string;

  @ShownWon()
  expiredWon!: string;

  @ShownWon({ description: 'Came back by withdrawal, cancellation or clawback' })
  revokedWon!: string;

  @ShownWon({ description: 'Came back and is not issued again' })
  returnedWon!: string;

  @ShownWon({ description: 'Carried over at the end of the year and not drawn yet' })
  carriedOverWon!: string;
}

export class BudgetStageDto {
  @ShownChoice(Object.keys(BUDGET_STAGES))
  stage!: string;

  @ShownFlag()
  spendable!: boolean;

  @ShownWon()
  amountWon!: string;

  @ShownInteger()
  vouchers!: number;

  @ShownInteger()
  companies!: number;
}

export class YearVoucherCountDto {
  @ShownChoice(Object.keys(VOUCHER_LIFE.states))
  state!: string;

  @ShownInteger()
  count!: number;

  @ShownWon()
  publicWon!: string;
}

export class YearServiceCountDto {
  @ShownChoice(Object.keys(SERVICE_LIFE.states))
  state!: string;

  @ShownInteger()
  count!: number;

  @ShownWon()
  publicWon!: string;
}

export class ExpiringVoucherDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownDate({ description: 'Last day; before today: it waits to be expired' })
  validTo!: string;

  @ShownWon()
  balanceWon!: string;

  @ShownWon({ description: 'Of it, set aside for services under way' })
  heldWon!: string;
}

export class StuckServiceDto {
  @ShownId()
  serviceId!: string;

  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  voucherNumber!: string;

  @ShownText()
  company!: string;

  @ShownText()
  provider!: string;

  @ShownChoice(Object.keys(SERVICE_LIFE.states))
  state!: string;

  @ShownDate()
  sinceOn!: string;

  @ShownInteger()
  days!: number;

  @ShownWon()
  publicWon!: string;
}

export class VoucherYearOverviewDto {
  @ShownDate()
  asOf!: string;

  @ShownObject(() => YearMoneyDto)
  money!: YearMoneyDto;

  @ShownInteger()
  vouchersIssued!: number;

  @ShownInteger()
  vouchersLeft!: number;

  @ShownInteger()
  companiesServed!: number;

  @ShownInteger()
  companiesLeft!: number;

  @ShownList(() => BudgetStageDto)
  stages!: BudgetStageDto[];

  @ShownList(() => YearVoucherCountDto, { description: 'Every state that somebody is in' })
  vouchers!: YearVoucherCountDto[];

  @ShownList(() => YearServiceCountDto)
  services!: YearServiceCountDto[];

  @ShownInteger({ description: 'Clawbacks of which something is still owed' })
  openClawbacks!: number;

  @ShownWon()
  clawbackWon!: string;

  @ShownInteger()
  expiringWithinDays!: number;

  @ShownList(() => ExpiringVoucherDto, { description: 'At most fifty, the most urgent first' })
  expiring!: ExpiringVoucherDto[];

  @ShownInteger()
  stuckAfterDays!: number;

  @ShownList(() => StuckServiceDto, { description: 'At most fifty, the longest first' })
  stuck!: StuckServiceDto[];
}
