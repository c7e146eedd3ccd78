import { ShownDate, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText } from '#libs/http';

class ChangedFromDto {
  @ShownText()
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownDate()
  asOf!: string;

  @ShownInstant({ description: 'Exclusive bound of what was known' })
  knownBefore!: string;

  @ShownText()
  dataSha256!: string;
}

class ChangedFigureDto {
  @ShownText()
  place!: string;

  @ShownText()
  item!: string;

  @ShownText({ nullable: true })
  before!: string | null;

  @ShownText({ nullable: true })
  after!: string | null;
}

class EntryBetweenDto {
  @ShownText()
  number!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  posting!: string;

  @ShownText()
  memo!: string;

  @ShownText()
  by!: string;
}

class DecisionBetweenDto {
  @ShownText()
  title!: string;

  @ShownText()
  by!: string;

  @ShownInstant()
  at!: string;

  @ShownText({ nullable: true })
  reason!: string | null;
}

class RuleBetweenDto {
  @ShownText()
  key!: string;

  @ShownText({ description: 'As JSON' })
  value!: string;

  @ShownDate()
  effectiveFrom!: string;

  @ShownText()
  clause!: string;

  @ShownText()
  by!: string;
}

/** What is different from the version before, and what became known in between. */
export class ReportChangesDto {
  @ShownObject(() => ChangedFromDto)
  from!: ChangedFromDto;

  @ShownList(() => ChangedFigureDto)
  figures!: readonly ChangedFigureDto[];

  @ShownList(() => EntryBetweenDto)
  entries!: readonly EntryBetweenDto[];

  @ShownList(() => DecisionBetweenDto)
  decisions!: readonly DecisionBetweenDto[];

  @ShownList(() => RuleBetweenDto)
  rules!: readonly RuleBetweenDto[];
}
