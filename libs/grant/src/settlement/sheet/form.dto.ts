import { BilingualDto, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownPercent, ShownText, ShownWon } from '#libs/http';

export class FormYearDto {
  @ShownInteger()
  fiscalYear!: number;

  @ShownWon()
  governmentCashWon!: string;

  @ShownWon()
  ownCashWon!: string;

  @ShownWon()
  ownInKindWon!: string;

  @ShownWon()
  localCashWon!: string;

  @ShownWon()
  localInKindWon!: string;

  @ShownWon()
  otherCashWon!: string;

  @ShownWon()
  otherInKindWon!: string;

  @ShownWon()
  totalWon!: string;
}

export class FormHeaderDto {
  @ShownChoice(['RND', 'SUBSIDY'])
  regime!: string;

  @ShownText()
  agency!: string;

  @ShownText()
  programme!: string;

  @ShownText({ nullable: true })
  subProgramme!: string | null;

  @ShownText({ nullable: true })
  umbrellaNumber!: string | null;

  @ShownText({ nullable: true })
  projectNumber!: string | null;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  title!: string;

  @ShownText()
  institutionName!: string;

  @ShownText()
  institution!: string;

  @ShownChoice(['LEAD', 'JOINT', 'COMMISSIONED'])
  role!: string;

  @Personal()
  @ShownText({ nullable: true })
  investigator!: string | null;

  @ShownInteger()
  stage!: number;

  @ShownDate()
  from!: string;

  @ShownDate()
  to!: string;

  @ShownList(() => FormYearDto)
  years!: FormYearDto[];
}

export class FormLineDto {
  @ShownId()
  lineId!: string;

  @ShownText()
  line!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownChoice(['CASH', 'IN_KIND'])
  resource!: string;

  @ShownFlag()
  indirect!: boolean;

  @ShownWon({ description: '① from the stage before' })
  carriedWon!: string;

  @ShownWon({ description: '② as agreed' })
  plannedWon!: string;

  @ShownWon({ description: '③ changes since' })
  changeWon!: string;

  @ShownWon({ description: '④ interest taken in' })
  interestInWon!: string;

  @ShownWon({ description: '⑤ = ① + ② + ③ + ④' })
  subtotalWon!: string;

  @ShownWon({ description: '⑥ used' })
  usedWon!: string;

  @ShownWon({ description: '⑤ − ⑥' })
  balanceWon!: string;

  @ShownPercent({ nullable: true })
  usedPercent!: string | null;

  @ShownWon({ description: 'Of ⑥, what is not accepted' })
  disallowedWon!: string;

  @ShownWon()
  carriedForwardWon!: string;

  @ShownWon()
  retainedWon!: string;

  @ShownFlag({ description: 'What is left of it goes back' })
  returned!: boolean;
}

export class FormInterestDto {
  @ShownChoice(['DURING', 'AFTER'])
  time!: string;

  @ShownWon()
  earnedWon!: string;

  @ShownWon()
  projectWon!: string;

  @ShownWon()
  reinvestedWon!: string;

  @ShownWon()
  resultsWon!: string;

  @ShownWon()
  otherWon!: string;

  @ShownWon()
  treasuryWon!: string;

  @ShownWon()
  balanceWon!: string;
}

export class GovernmentPartDto {
  @ShownText()
  numerator!: string;

  @ShownText()
  denominator!: string;
}

export class FormReturnDto {
  @ShownWon()
  unusedWon!: string;

  @ShownWon()
  disallowedWon!: string;

  @ShownWon({ description: 'A' })
  cashWon!: string;

  @ShownObject(() => GovernmentPartDto, { description: 'B, exact' })
  governmentPart!: GovernmentPartDto;

  @ShownWon({ description: 'C = ⌊A × B⌋' })
  returnedWon!: string;

  @ShownWon({ description: 'Of C, what was never paid' })
  neverPaidWon!: string;

  @ShownWon()
  inKindShortageWon!: string;

  @ShownWon()
  indirectProportionalWon!: string;

  @ShownWon()
  ownUnpaidWon!: string;

  @ShownWon({ description: 'D' })
  interestWon!: string;

  @ShownWon({ description: 'E = ⌊D × B⌋' })
  returnedInterestWon!: string;

  @ShownWon()
  totalWon!: string;

  @ShownWon({ description: 'As the notice demands it' })
  noticeWon!: string;

  @ShownWon()
  droppedWon!: string;
}

export class FormDisallowedDto {
  @ShownId()
  expenseId!: string;

  @ShownText()
  number!: string;

  @ShownDate()
  spentOn!: string;

  @ShownText()
  payee!: string;

  @ShownText()
  line!: string;

  @ShownChoice(['CASH', 'IN_KIND'])
  resource!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon()
  disallowedWon!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText({ nullable: true })
  clause!: string | null;
}

export class FormClausesDto {
  @ShownText()
  recovery!: string;

  @ShownText()
  interest!: string;
}

/** Form 7: as it was decided, or would be. */
export class SettlementFormDto {
  @ShownObject(() => FormHeaderDto)
  header!: FormHeaderDto;

  @ShownList(() => FormLineDto)
  lines!: FormLineDto[];

  @ShownList(() => FormInterestDto)
  interest!: FormInterestDto[];

  @ShownObject(() => FormReturnDto)
  returns!: FormReturnDto;

  @ShownList(() => FormDisallowedDto)
  disallowed!: FormDisallowedDto[];

  @ShownObject(() => FormClausesDto)
  clauses!: FormClausesDto;
}
