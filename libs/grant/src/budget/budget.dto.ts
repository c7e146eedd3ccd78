import { ChoiceField, DateField, FlagField, IntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { BUDGET_STAGES } from '#libs/journal';
import { PostedEntryDto } from '#libs/ledger';
import { FiscalYearFiguresDto } from '../call/call.dto.js';

const STAGES = Object.keys(BUDGET_STAGES);

export class DecideGrantBudgetDto {
  @IntegerField({ min: 2000, max: 2199, description: 'The fiscal year whose money it is' })
  fiscalYear!: number;

  @ChoiceField(STAGES, { description: 'PROPOSAL (정부안) can not be spent' })
  stage!: string;

  @ChoiceField(['GRANT', 'CUT'], { optional: true, description: 'Default GRANT' })
  change?: string;

  @WonField()
  amountWon!: string;

  @DateField()
  decidedOn!: string;

  @TextField({ max: 300, description: 'Decision it rests on' })
  clause!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecidedGrantBudgetDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => FiscalYearFiguresDto)
  before!: FiscalYearFiguresDto;

  @ShownObject(() => FiscalYearFiguresDto)
  after!: FiscalYearFiguresDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class GrantBudgetDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownChoice(STAGES)
  stage!: string;

  @ShownFlag()
  spendable!: boolean;

  @ShownWon({ description: 'Negative where it was cut' })
  amountWon!: string;

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
