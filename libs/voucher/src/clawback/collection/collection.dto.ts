import { DateField, FlagField, IdField, ShownFlag, ShownId, ShownList, ShownObject, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { ClawbackAccountDto } from '../clawback.dto.js';

export class ReceiveClawbackDto {
  @WonField()
  amountWon!: string;

  @DateField({ description: 'Value date at the bank' })
  valueOn!: string;

  @TextField({ max: 100, optional: true })
  bankReference?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class OffsetClawbackDto {
  @IdField({ description: 'A service that waits for its payment to the debtor' })
  serviceId!: string;

  @WonField()
  amountWon!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class SurchargeClawbackDto {
  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class WriteOffClawbackDto {
  @TextField({ max: 1000, min: 5, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class MovedClawbackDto {
  @ShownId()
  clawbackId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  amountWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => ClawbackAccountDto)
  before!: ClawbackAccountDto;

  @ShownObject(() => ClawbackAccountDto)
  after!: ClawbackAccountDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
