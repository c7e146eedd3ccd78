import { DateField, FlagField, IdField, ListField, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, VerdictDto, WonField } from '#libs/http';
import { PostedTotalDto } from '#libs/ledger';

/** A hundred thousand rows of two fields stay below the size that the edge admits; an officer issues a few hundred. */
const MOST_VOUCHERS = 10_000;

export class IssueRowDto {
  @IdField()
  voucherId!: string;

  @WonField({ description: 'Public money on the voucher' })
  amountWon!: string;

  @DateField({ optional: true, description: 'Last day of validity; absent: as long as the terms let it' })
  validTo?: string;

  @IdField({ optional: true, description: 'The broker; absent: the one of the agreement' })
  brokerId?: string;
}

export class IssueVouchersDto {
  @DateField()
  issuedOn!: string;

  @WonField({ description: 'Sum of all rows; decides who signs' })
  amountWon!: string;

  @ListField(() => IssueRowDto, { min: 1, max: MOST_VOUCHERS })
  vouchers!: IssueRowDto[];

  @FlagField({ optional: true, description: 'Only show what would be issued and posted' })
  dryRun?: boolean;
}

export class IssuableQuery {
  @DateField({ optional: true, description: 'Day of issue; absent: today, or the last day of the fiscal year when that is over' })
  issuedOn?: string;
}

export class IssuableVoucherDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  company!: string;

  @ShownDate({ nullable: true })
  agreedOn!: string | null;

  @ShownWon({ description: 'What may be issued: the agreed amount within the cap' })
  amountWon!: string;

  @ShownDate({ description: 'Last day to which the terms let it be good' })
  validTo!: string;

  @ShownWon({ description: "The company's share that is due" })
  selfBurdenWon!: string;

  @ShownWon({ description: 'Of it paid in' })
  paidInWon!: string;

  @ShownText({ nullable: true })
  broker!: string | null;

  @ShownList(() => VerdictDto, { description: 'What stands against the issue, each with its cure; empty when it may be issued' })
  faults!: VerdictDto[];
}

export class IssueLimitsDto {
  @ShownText({ description: 'Vouchers that may still be issued' })
  vouchers!: string;

  @ShownText({ description: 'Companies that may still be served' })
  companies!: string;

  @ShownWon()
  budgetWon!: string;
}

export class IssuableDto {
  @ShownDate()
  issuedOn!: string;

  @ShownObject(() => IssueLimitsDto, { description: 'What the year still lets be issued' })
  left!: IssueLimitsDto;

  @ShownList(() => IssuableVoucherDto)
  vouchers!: IssuableVoucherDto[];
}

export class IssuedVoucherDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  validTo!: string;
}

export class RefusedIssueDto {
  @ShownId()
  voucherId!: string;

  @ShownText({ nullable: true })
  company!: string | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class IssuedVouchersDto {
  @ShownId()
  yearId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  issuedWon!: string;

  @ShownList(() => IssuedVoucherDto)
  issued!: IssuedVoucherDto[];

  @ShownList(() => RefusedIssueDto, { description: 'Rows that were left out, with the rules that refuse them' })
  refused!: RefusedIssueDto[];

  @ShownObject(() => IssueLimitsDto)
  before!: IssueLimitsDto;

  @ShownObject(() => IssueLimitsDto)
  after!: IssueLimitsDto;

  @ShownList(() => PostedTotalDto)
  postings!: PostedTotalDto[];
}
