import { AsOfQuery, ChoiceField, CountField, DateField, IdField, QueryIntegerField, ShownDate, ShownInstant, ShownInteger, ShownList, ShownText, ShownWon, TextField } from '#libs/http';

export class BookQuery extends AsOfQuery {
  @TextField({ max: 80, description: 'The set of books, such as fund/<id>', example: 'fund/00000000-0000-0000-0000-000000000000' })
  book!: string;
}

export class AccountQuery extends BookQuery {
  @ChoiceField(['account', 'chart'], { optional: true, description: 'One row for each account, or for each kind of account (balances of now only); default account' })
  by?: string;
}

/** Words for the codes of the ledger. */
export class LedgerWordDto {
  @ShownText()
  code!: string;

  @ShownText()
  nameKo!: string;

  @ShownText()
  nameEn!: string;
}

export class LedgerWordsDto {
  @ShownList(() => LedgerWordDto)
  charts!: LedgerWordDto[];

  @ShownList(() => LedgerWordDto)
  postings!: LedgerWordDto[];
}

export class EntryQuery extends BookQuery {
  @TextField({ max: 200, optional: true, description: 'Only entries that touch this account' })
  account?: string;

  @TextField({ max: 80, optional: true, description: 'Only entries that touch accounts of this kind' })
  chart?: string;

  @IdField({ optional: true, description: 'Only entries about this object' })
  subject?: string;

  @CountField({ optional: true, description: 'Only entries numbered below this one (the next page)' })
  before?: string;

  @QueryIntegerField({ min: 1, max: 200, optional: true, description: 'Entries per page; default 50' })
  limit?: number;
}

export class AccountBalanceDto {
  @ShownText()
  key!: string;

  @ShownText()
  chart!: string;

  @ShownText()
  nameKo!: string;

  @ShownText()
  nameEn!: string;

  @ShownText()
  class!: string;

  @ShownText()
  unit!: string;

  @ShownText()
  normalSide!: string;

  @ShownWon({ description: 'On the normal side' })
  balance!: string;

  @ShownWon()
  held!: string;

  @ShownWon({ nullable: true })
  floor!: string | null;

  @ShownInteger()
  lineCount!: number;
}

export class EntryLineDto {
  @ShownText()
  account!: string;

  @ShownText()
  chart!: string;

  @ShownText()
  nameKo!: string;

  @ShownText()
  nameEn!: string;

  @ShownText({ description: 'D debit, C credit' })
  side!: string;

  @ShownWon()
  amountWon!: string;

  @ShownText()
  unit!: string;
}

export class EntryDto {
  @ShownText()
  id!: string;

  @ShownText()
  posting!: string;

  @ShownText()
  postingKo!: string;

  @ShownText()
  postingEn!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownInstant({ description: 'From when the fact counts as known' })
  knownAt!: Date;

  @ShownInstant({ description: 'When the database saw it' })
  recordedAt!: Date;

  @ShownText()
  memo!: string;

  @ShownText()
  subjectKind!: string;

  @ShownText()
  subjectId!: string;

  @ShownText()
  command!: string;

  @ShownText()
  commandId!: string;

  @ShownText({ description: 'Login of who did it' })
  actor!: string;

  @ShownText({ description: 'Name of who did it' })
  actorName!: string;

  @ShownText({ nullable: true })
  reverses!: string | null;

  @ShownText({ nullable: true })
  reversedBy!: string | null;

  @ShownList(() => EntryLineDto)
  lines!: EntryLineDto[];
}

export class ClosePeriodDto {
  @TextField({ max: 80 })
  book!: string;

  @DateField({ description: 'Nothing dated on or before this day is posted any more' })
  closedThrough!: string;
}

export class ReopenPeriodDto {
  @TextField({ max: 80 })
  book!: string;

  @DateField({ optional: true, description: 'The books stay closed through this day; absent: all of them are open again' })
  closedThrough?: string;

  @TextField({ min: 5, max: 500 })
  reason!: string;
}

export class ReopenedPeriodDto {
  @ShownText()
  book!: string;

  @ShownDate({ nullable: true })
  closedThrough!: string | null;
}

export class PeriodDto {
  @ShownText()
  book!: string;

  @ShownDate()
  closedThrough!: string;
}
