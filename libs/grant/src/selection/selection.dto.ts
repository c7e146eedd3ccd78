import { BilingualDto, DateField, FlagField, IdsField, IntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, VerdictDto, WonField } from '#libs/http';

export class DecideGrantSelectionDto {
  @DateField({ optional: true, description: 'Default: today' })
  decidedOn?: string;

  @DateField({ optional: true, description: 'The day of the notice, from which objections and agreements are counted; default: the day of the decision' })
  notifiedOn?: string;

  @IdsField({ max: 5_000, optional: true, description: 'Who is selected, as the preview said; wanted unless it is a dry run' })
  selectedIds?: string[];

  @WonField({ min: 0n, optional: true, description: 'The sum of it, as the preview said' })
  amountWon?: string;

  @FlagField({ optional: true, description: 'Only the ranking' })
  dryRun?: boolean;
}

export class PromoteGrantSelectionDto extends DecideGrantSelectionDto {
  @IntegerField({ min: 1, max: 1000, optional: true, description: 'How many from the head of the waiting list; default 1' })
  count?: number;
}

export class GrantRoomDto {
  @ShownWon({ description: 'Budget that is neither agreed nor promised' })
  budgetWon!: string;

  @ShownInteger({ nullable: true, description: 'Projects that may still be selected; null: no limit but the budget' })
  projects!: number | null;
}

export class RankedGrantApplicationDto {
  @ShownInteger()
  rank!: number;

  @ShownId()
  applicationId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  title!: string;

  @ShownText()
  lead!: string;

  @ShownText({ nullable: true, description: 'Mean of the scores, decimal' })
  score!: string | null;

  @ShownDate()
  receivedOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownChoice(['SELECTED', 'WAITLISTED', 'REJECTED'])
  outcome!: string;

  @ShownObject(() => BilingualDto)
  why!: BilingualDto;
}

export class GrantSelectionDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => RankedGrantApplicationDto)
  ranked!: RankedGrantApplicationDto[];

  @ShownWon({ description: 'Promised to the selected' })
  amountWon!: string;

  @ShownObject(() => GrantRoomDto)
  before!: GrantRoomDto;

  @ShownObject(() => GrantRoomDto)
  after!: GrantRoomDto;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class GrantSelectionDecisionDto {
  @ShownId()
  id!: string;

  @ShownDate()
  decidedOn!: string;

  @ShownDate()
  notifiedOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownInteger()
  selected!: number;

  @ShownInteger()
  waitlisted!: number;

  @ShownInteger()
  rejected!: number;

  @ShownText({ description: 'Login of who decided' })
  actor!: string;
}
