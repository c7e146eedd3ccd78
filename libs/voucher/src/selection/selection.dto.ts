import {
  BilingualDto, DateField, FlagField, IdField, IntegerField, ListField, QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, VerdictDto, WonField,
} from '#libs/http';

export class RankingQuery {
  @QueryIntegerField({ min: 0, max: 100_000, optional: true, description: 'At most so many would be selected' })
  cut?: number;
}

export class PromisedInput {
  @IdField()
  voucherId!: string;

  @WonField()
  amountWon!: string;
}

export class DecideSelectionDto {
  @IntegerField({ min: 0, max: 100_000, optional: true, description: 'At most so many are selected; default: as many as fit' })
  cut?: number;

  @DateField({ optional: true, description: 'Default: today' })
  decidedOn?: string;

  @ListField(() => PromisedInput, { max: 10_000, optional: true, description: 'Who is selected, as the preview said; wanted unless it is a dry run' })
  selected?: PromisedInput[];

  @FlagField({ optional: true, description: 'Only the ranking' })
  dryRun?: boolean;
}

export class PromoteSelectionDto {
  @IntegerField({ min: 1, max: 1000, optional: true, description: 'How many from the head of the waiting list; default: as many as are named, or 1' })
  count?: number;

  @DateField({ optional: true, description: 'Default: today' })
  decidedOn?: string;

  @ListField(() => PromisedInput, { max: 1000, optional: true, description: 'Who moves up, as the preview said; wanted unless it is a dry run' })
  selected?: PromisedInput[];

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class PlacesLeftDto {
  @ShownInteger({ description: 'Vouchers that may still be promised' })
  vouchers!: number;

  @ShownInteger()
  companies!: number;

  @ShownWon()
  budgetWon!: string;
}

export class RankedApplicationDto {
  @ShownInteger()
  rank!: number;

  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownText({ nullable: true, description: 'Mean of the scores, decimal' })
  score!: string | null;

  @ShownDate()
  receivedOn!: string;

  @ShownText({ nullable: true })
  receivedTime!: string | null;

  @ShownWon()
  requestedWon!: string;

  @ShownWon({ description: 'What is promised to it: no more than the face value' })
  amountWon!: string;

  @ShownChoice(['SELECTED', 'WAITLISTED'])
  outcome!: string;

  @ShownObject(() => BilingualDto)
  why!: BilingualDto;
}

export class RankingDto {
  @ShownList(() => RankedApplicationDto)
  ranked!: RankedApplicationDto[];

  @ShownWon({ description: 'Promised to the selected' })
  amountWon!: string;

  @ShownObject(() => PlacesLeftDto)
  before!: PlacesLeftDto;

  @ShownObject(() => PlacesLeftDto)
  after!: PlacesLeftDto;
}

export class PromotedDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownWon()
  amountWon!: string;
}

export class PromotedSelectionDto {
  @ShownList(() => PromotedDto)
  promoted!: PromotedDto[];

  @ShownWon()
  amountWon!: string;

  @ShownObject(() => PlacesLeftDto, { description: 'Before the promotion' })
  before!: PlacesLeftDto;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}
