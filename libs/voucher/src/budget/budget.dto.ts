import {
  ChoiceField, DateField, FlagField, IntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { BUDGET_STAGES } from '#libs/journal';

const STAGES = Object.keys(BUDGET_STAGES);

export class DecideVoucherBudgetDto {
  @ChoiceField(STAGES, { description: 'PROPOSAL (정부안) can not be spent' })
  stage!: string;

  @ChoiceField(['GRANT', 'CUT'], { optional: true, description: 'Default GRANT' })
  change?: string;

  @WonField({ min: 0n })
  amountWon!: string;

  @IntegerField({ min: 0, max: 1_000_000, description: 'Vouchers' })
  vouchers!: number;

  @IntegerField({ min: 0, max: 1_000_000, optional: true, description: 'Distinct companies; default: as many as vouchers' })
  companies?: number;

  @DateField()
  decidedOn!: string;

  @TextField({ max: 300, description: 'Decision it rests on' })
  clause!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

/** What of the limits of a year is granted, and what of it is left. */
export class YearLimitsDto {
  @ShownWon()
  budgetWon!: string;

  @ShownWon()
  budgetLeftWon!: string;

  @ShownInteger()
  vouchersLeft!: number;

  @ShownInteger()
  companiesLeft!: number;
}

export class DecidedVoucherBudgetDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => YearLimitsDto)
  before!: YearLimitsDto;

  @ShownObject(() => YearLimitsDto)
  after!: YearLimitsDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class VoucherBudgetDto {
  @ShownId()
  id!: string;

  @ShownChoice(STAGES)
  stage!: string;

  @ShownFlag()
  spendable!: boolean;

  @ShownWon({ description: 'Negative where it was cut' })
  amountWon!: string;

  @ShownInteger()
  vouchers!: number;

  @ShownInteger()
  companies!: number;

  @ShownDate()
  decidedOn!: string;

  @ShownText()
  clause!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownText({ description: 'Login of who recorded it' })
  actor!: string;

  @ShownText({ description: 'Name of who recorded it' })
  actorName!: string;
}
