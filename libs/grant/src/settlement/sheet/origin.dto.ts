import { ShownChoice, ShownDate, ShownId, ShownInteger, ShownList, ShownText, ShownTexts, ShownWon } from '#libs/http';

export class OriginPlanDto {
  @ShownId()
  lineId!: string;

  @ShownInteger()
  version!: number;

  @ShownText()
  manner!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownChoice(['PLANNED', 'CARRIED', 'INTEREST'])
  kind!: string;

  @ShownWon()
  amountWon!: string;
}

export class OriginExpenseDto {
  @ShownId()
  id!: string;

  @ShownId()
  lineId!: string;

  @ShownText()
  number!: string;

  @ShownDate()
  spentOn!: string;

  @ShownText()
  payee!: string;

  @ShownText({ nullable: true })
  purpose!: string | null;

  @ShownText({ nullable: true })
  evidence!: string | null;

  @ShownText({ nullable: true })
  decision!: string | null;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText({ nullable: true })
  clause!: string | null;

  @ShownWon()
  amountWon!: string;

  @ShownWon()
  disallowedWon!: string;

  @ShownTexts({ description: 'Entries of the ledger' })
  entryIds!: string[];
}

export class OriginInterestDto {
  @ShownId()
  id!: string;

  @ShownChoice(['DURING', 'AFTER'])
  time!: string;

  @ShownDate({ nullable: true })
  earnedOn!: string | null;

  @ShownWon()
  earnedWon!: string;

  @ShownWon()
  usedWon!: string;
}

export class OriginsDto {
  @ShownList(() => OriginPlanDto)
  plan!: OriginPlanDto[];

  @ShownList(() => OriginExpenseDto)
  expenses!: OriginExpenseDto[];

  @ShownList(() => OriginInterestDto)
  interest!: OriginInterestDto[];
}
