import { DateField, FlagField, IntegerField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownText, TextField, VerdictDto } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';

const LINES = 10_000;
const LineNoField = (): PropertyDecorator => IntegerField({ min: 1, max: LINES });
const ReferenceField = (): PropertyDecorator => TextField({ max: 100, optional: true, description: 'How the statement of account calls it' });

export class ConfirmedLineDto {
  @LineNoField()
  lineNo!: number;

  @ReferenceField()
  bankReference?: string;
}

export class ConfirmPaymentRunDto {
  @DateField({ description: 'The day on which the account was debited' })
  paidOn!: string;

  @ListField(() => ConfirmedLineDto, { optional: true, min: 1, max: LINES, description: 'Default: every line of which the bank has said nothing yet' })
  lines?: ConfirmedLineDto[];

  @FlagField({ optional: true, description: 'Only show what would be booked' })
  dryRun?: boolean;
}

export class FailedLineDto {
  @LineNoField()
  lineNo!: number;

  @DateField({ description: 'The day on which the bank refused it or sent it back' })
  happenedOn!: string;

  @TextField({ min: 4, max: 4, optional: true, description: 'ISO 20022 status reason, e.g. AC01 (wrong account), AC04 (account closed)' })
  reasonCode?: string;

  @TextField({ min: 2, max: 500 })
  reason!: string;

  @ReferenceField()
  bankReference?: string;

  @FlagField({ optional: true, description: 'Only show what would be booked' })
  dryRun?: boolean;
}

export class AnswerPaymentRunDto {
  @TextField({ max: 200 })
  fileName!: string;

  @TextField({ max: 900_000, multiline: true, description: 'The message as the bank gave it: pain.002 (status report) or camt.054 (notice of movements)' })
  content!: string;

  @FlagField({ optional: true, description: 'Only show what it says, and what would be booked' })
  dryRun?: boolean;
}

export class LineOutcomeDto {
  @ShownInteger()
  lineNo!: number;

  @ShownChoice(['PAID', 'REJECTED', 'RETURNED'])
  outcome!: string;

  @ShownDate()
  happenedOn!: string;

  @ShownText({ nullable: true })
  bankReference!: string | null;

  @ShownText({ nullable: true })
  reasonCode!: string | null;

  @ShownText({ nullable: true })
  reason!: string | null;
}

export class SettledLinesDto {
  @ShownId()
  runId!: string;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => LineOutcomeDto)
  outcomes!: LineOutcomeDto[];

  @ShownInteger({ description: 'Transfers of which the bank says that it is at work, or what is known already' })
  untouched!: number;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
