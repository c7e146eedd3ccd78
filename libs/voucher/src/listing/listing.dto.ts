import { BilingualDto, ChoiceField, IntegerField, QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField } from '#libs/http';
import { VOUCHER_LIFE, type VoucherState } from '../voucher/voucher.js';
import { VOUCHER_ORDERS } from './listing.query.js';
import { NEXT_STEPS } from './next-step.js';

export const VOUCHER_STATES = Object.keys(VOUCHER_LIFE.states) as readonly VoucherState[];

/** Which vouchers: what a table shows, and what a workbook takes along. */
export class VoucherFilterDto {
  @ChoiceField([...VOUCHER_STATES, 'OPEN', 'ENDED'], { optional: true, description: 'A state; OPEN: issued or suspended; ENDED: all others' })
  state?: string;

  @QueryIntegerField({ optional: true, min: 0, max: 3660, description: 'Open ones whose last day comes within so many days, or has passed' })
  expiringWithinDays?: number;

  @TextField({ optional: true, max: 100, description: "Part of the number, the company's name or its business number" })
  search?: string;

  @ChoiceField(VOUCHER_ORDERS, { optional: true })
  order?: string;
}

export class VouchersQuery extends VoucherFilterDto {
  @QueryIntegerField({ optional: true, min: 0, max: 10_000_000 })
  offset?: number;

  @QueryIntegerField({ optional: true, min: 1, max: 1000 })
  limit?: number;
}

export class ExportVouchersDto extends VoucherFilterDto {
  @IntegerField({ optional: true, min: 0, max: 3660 })
  declare expiringWithinDays?: number;
}

export class VoucherFiguresDto {
  @ShownWon()
  issuedWon!: string;

  @ShownWon()
  toppedUpWon!: string;

  @ShownWon({ description: 'Given to parts that were split off' })
  splitOffWon!: string;

  @ShownWon()
  heldWon!: string;

  @ShownWon({ description: 'Paid, or decided to be paid, less what came back' })
  capturedWon!: string;

  @ShownWon()
  expiredWon!: string;

  @ShownWon()
  revokedWon!: string;

  @ShownWon()
  availableWon!: string;

  @ShownWon()
  ownPaidInWon!: string;

  @ShownWon()
  ownUsedWon!: string;

  @ShownWon()
  ownReturnedWon!: string;

  @ShownWon()
  ownLeftWon!: string;
}

export class VoucherDto extends VoucherFiguresDto {
  @ShownId()
  id!: string;

  @ShownId()
  yearId!: string;

  @ShownText({ nullable: true, description: 'Null until it is issued' })
  number!: string | null;

  @ShownText({ nullable: true })
  applicationNumber!: string | null;

  @ShownId()
  companyId!: string;

  @ShownText()
  company!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;

  @ShownChoice(VOUCHER_STATES)
  state!: string;

  @ShownObject(() => BilingualDto)
  stateName!: BilingualDto;

  @ShownDate()
  sinceOn!: string;

  @ShownDate({ nullable: true })
  issuedOn!: string | null;

  @ShownDate({ nullable: true })
  validTo!: string | null;

  @ShownInteger({ nullable: true, description: 'Days to the last day, negative after it; null where the voucher is not open' })
  daysLeft!: number | null;

  @ShownId({ nullable: true, description: 'The voucher it was split off' })
  parentId!: string | null;

  @ShownWon({ description: 'Issued and topped up, less what was split off' })
  givenWon!: string;

  @ShownChoice(Object.keys(NEXT_STEPS))
  nextStep!: string;

  @ShownObject(() => BilingualDto)
  nextStepName!: BilingualDto;
}

export class VoucherListingDto {
  @ShownList(() => VoucherDto)
  vouchers!: VoucherDto[];

  @ShownInteger({ description: 'Of all pages' })
  count!: number;

  @ShownWon({ description: 'Of all pages' })
  availableWon!: string;

  @ShownWon({ description: 'Of all pages' })
  heldWon!: string;

  @ShownFlag({ description: 'There are more than are shown' })
  more!: boolean;
}
