import { BilingualDto, DateField, FlagField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsUUID } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { VOUCHER_STATES } from '../listing/listing.dto.js';

class DryRunnable {
  @FlagField({ optional: true, description: 'Only show what would be posted' })
  dryRun?: boolean;
}

export class ReasonedChangeDto extends DryRunnable {
  @TextField({ max: 500, min: 2 })
  reason!: string;
}

export class ExtendVoucherDto extends ReasonedChangeDto {
  @DateField({ description: 'The new last day' })
  to!: string;
}

export class ChangeAmountDto extends ReasonedChangeDto {
  @WonField({ description: 'Public money: added, or split off' })
  amountWon!: string;
}

export class ExpireVouchersDto extends DryRunnable {
  @ApiProperty({ type: 'string', format: 'uuid', isArray: true, required: false, maxItems: 10_000, description: 'Left out: all vouchers whose last day has passed' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10_000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  voucherIds?: string[];
}

export class StandingDto {
  @ShownChoice(VOUCHER_STATES)
  state!: string;

  @ShownDate({ nullable: true })
  validTo!: string | null;

  @ShownWon({ description: 'Issued, topped up, less what was split off' })
  givenWon!: string;

  @ShownWon()
  heldWon!: string;

  @ShownWon()
  capturedWon!: string;

  @ShownWon()
  expiredWon!: string;

  @ShownWon()
  revokedWon!: string;

  @ShownWon()
  availableWon!: string;

  @ShownWon({ description: "Left of the company's own lot" })
  ownLeftWon!: string;

  @ShownWon({ description: 'Budget of the year that can still be issued' })
  budgetLeftWon!: string;

  @ShownInteger({ description: 'Vouchers left in the quota of the year' })
  vouchersLeft!: number;
}

export class VoucherPartDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;
}

export class VoucherChangeDto {
  @ShownId()
  voucherId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => StandingDto)
  before!: StandingDto;

  @ShownObject(() => StandingDto)
  after!: StandingDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];

  @ShownObject(() => VoucherPartDto, { nullable: true, description: 'The voucher that was split off' })
  part!: VoucherPartDto | null;
}

export class ExpiredVoucherDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownDate({ nullable: true })
  validTo!: string | null;

  @ShownWon({ description: 'Goes back to the programme' })
  expiredWon!: string;

  @ShownWon({ description: 'Stays held for services under way' })
  heldWon!: string;

  @ShownWon({ description: "The company's own money that is to be returned" })
  ownLeftWon!: string;
}

export class SparedVoucherDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;
}

export class ExpiryLimitsDto {
  @ShownWon()
  outstandingWon!: string;

  @ShownWon()
  budgetLeftWon!: string;
}

export class ExpiryDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => ExpiredVoucherDto)
  expired!: ExpiredVoucherDto[];

  @ShownList(() => SparedVoucherDto, { description: 'Left alone, each with its reason' })
  spared!: SparedVoucherDto[];

  @ShownWon()
  expiredWon!: string;

  @ShownFlag({ description: 'It can be issued again in this fiscal year' })
  reissued!: boolean;

  @ShownObject(() => ExpiryLimitsDto)
  before!: ExpiryLimitsDto;

  @ShownObject(() => ExpiryLimitsDto)
  after!: ExpiryLimitsDto;
}
