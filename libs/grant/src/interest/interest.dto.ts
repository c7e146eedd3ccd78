import { ChoiceField, DateField, FlagField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { INTEREST_PURPOSES, INTEREST_TIMES } from './interest.js';

export class InterestUseInput {
  @ChoiceField(INTEREST_PURPOSES)
  purpose!: string;

  @WonField()
  amountWon!: string;

  @DateField()
  usedOn!: string;

  @TextField({ max: 200, optional: true, description: 'The document that approves it' })
  approval?: string;
}

export class RecordInterestDto {
  @ChoiceField(INTEREST_TIMES, { description: 'During or after the period' })
  time!: string;

  @DateField()
  earnedOn!: string;

  @WonField()
  earnedWon!: string;

  @TextField({ max: 500, optional: true })
  note?: string;

  @ListField(() => InterestUseInput, { max: 20, optional: true })
  uses?: InterestUseInput[];

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class UseInterestDto extends InterestUseInput {
  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class VoidInterestDto {
  @TextField({ min: 5, max: 1000, multiline: true, description: 'Why it was wrong' })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class InterestUseDto {
  @ShownChoice(INTEREST_PURPOSES)
  purpose!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  usedOn!: string;

  @ShownText({ nullable: true })
  approval!: string | null;
}

export class InterestDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  stage!: number;

  @ShownChoice(INTEREST_TIMES)
  time!: string;

  @ShownDate({ nullable: true })
  earnedOn!: string | null;

  @ShownWon()
  earnedWon!: string;

  @ShownWon({ description: 'Not used and not returned yet' })
  leftWon!: string;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownList(() => InterestUseDto)
  uses!: InterestUseDto[];

  @ShownText({ nullable: true, description: 'Null in the answer to the record itself' })
  recorder!: string | null;

  @ShownDate({ nullable: true })
  voidedOn!: string | null;

  @ShownText({ nullable: true })
  voidReason!: string | null;
}

export class ChangedInterestDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => InterestDto)
  interest!: InterestDto;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
