import { DateField, FlagField, IdField, ShownFlag, ShownId, ShownList, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';

export class ReceiveInterestDto {
  @IdField({ description: 'The partner who paid' })
  partnerId!: string;

  @WonField()
  amountWon!: string;

  @DateField({ description: 'Value date at the bank' })
  valueOn!: string;

  @TextField({ max: 100, optional: true })
  bankReference?: string;

  @TextField({ max: 500, optional: true })
  note?: string;

  @FlagField({ optional: true, description: 'Only show what would be posted' })
  dryRun?: boolean;
}

export class WaiveInterestDto {
  @IdField({ description: 'The partner who owes it' })
  partnerId!: string;

  @WonField()
  amountWon!: string;

  @DateField({ description: 'Interest up to this day is looked at' })
  waivedOn!: string;

  @TextField({ min: 2, max: 500 })
  reason!: string;

  @FlagField({ optional: true, description: 'Only show the rules' })
  dryRun?: boolean;
}

export class InterestResultDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ description: 'Still due on that day, after it' })
  dueWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class ReversedInterestDto {
  @ShownId()
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
