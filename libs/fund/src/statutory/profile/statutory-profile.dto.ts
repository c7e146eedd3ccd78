import { ChoiceField, DateField, FlagField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownPercent, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { FUND_PURPOSES, GENERAL_PARTNER_KINDS } from '../statutory.js';

const VERDICTS = ['MET', 'IN_PROGRESS', 'NOT_MET', 'EXEMPT', 'NOT_TESTED'];

export class RecordStatutoryProfileDto {
  @ChoiceField(FUND_PURPOSES)
  purpose!: string;

  @FlagField({ description: 'The fund of funds has set a ratio of its own (벤처투자법 §70⑥)' })
  specialRatio!: boolean;

  @DateField({ optional: true, description: 'Last day of the grace that the Minister granted (§51⑤)' })
  graceTo?: string;

  @TextField({ max: 300 })
  clause!: string;

  @DateField()
  effectiveFrom!: string;

  @FlagField({ optional: true, description: 'Only show what it would change' })
  dryRun?: boolean;
}

export class RecordGeneralPartnerProfileDto {
  @ChoiceField(GENERAL_PARTNER_KINDS)
  kind!: string;

  @WonField({ optional: true, min: 0n, description: 'Own capital of a venture investment company, which §38 adds to the base' })
  ownCapitalWon?: string;

  @TextField({ max: 300 })
  clause!: string;

  @DateField()
  effectiveFrom!: string;

  @FlagField({ optional: true, description: 'Only show what it would change' })
  dryRun?: boolean;
}

export class StatutoryFiguresDto {
  @ShownWon()
  baseWon!: string;

  @ShownWon()
  countedWon!: string;

  @ShownPercent({ nullable: true, description: 'Truncated; null on a base of zero' })
  ratioPercent!: string | null;

  @ShownWon()
  requiredWon!: string;

  @ShownWon()
  shortfallWon!: string;

  @ShownFlag()
  met!: boolean;
}

export class StatutoryStandingDto {
  @ShownObject(() => StatutoryFiguresDto)
  figures!: StatutoryFiguresDto;

  @ShownChoice(VERDICTS)
  verdict!: string;
}

export class StatutoryChangeDto {
  @ShownId()
  generalPartnerId!: string;

  @ShownId({ nullable: true, description: 'Null: all funds of the manager together' })
  fundId!: string | null;

  @ShownText({ description: 'Which wording of the law' })
  versionId!: string;

  @ShownObject(() => StatutoryStandingDto, { nullable: true, description: 'Null where the wording did not hold' })
  before!: StatutoryStandingDto | null;

  @ShownObject(() => StatutoryStandingDto, { nullable: true, description: 'Null where the wording holds no more' })
  after!: StatutoryStandingDto | null;
}

export class RecordedProfileDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownDate({ description: 'The day of the figures: the one it applies from, or today where that is later' })
  on!: string;

  @ShownList(() => StatutoryChangeDto)
  changes!: StatutoryChangeDto[];
}

export class StatutoryFundDto {
  @ShownId()
  fundId!: string;

  @ShownText()
  fundNumber!: string;

  @ShownText()
  fundName!: string;

  @ShownText({ description: 'Which wording of the law holds for it' })
  versionId!: string;

  @ShownText()
  clause!: string;

  @ShownDate()
  registeredOn!: string;

  @ShownDate()
  testOn!: string;

  @ShownFlag({ description: 'Part of what its manager is tested on' })
  inBase!: boolean;

  @ShownInteger({ nullable: true, description: 'Null where the wording asks the manager only' })
  ratioBasisPoints!: number | null;

  @ShownChoice(FUND_PURPOSES)
  purpose!: string;

  @ShownFlag()
  specialRatio!: boolean;

  @ShownDate({ nullable: true })
  graceTo!: string | null;

  @ShownObject(() => StatutoryFiguresDto)
  figures!: StatutoryFiguresDto;

  @ShownChoice(VERDICTS)
  verdict!: string;
}

export class StatutoryGroupDto {
  @ShownText()
  versionId!: string;

  @ShownText()
  clause!: string;

  @ShownInteger()
  ratioBasisPoints!: number;

  @ShownInteger()
  fundCount!: number;

  @ShownObject(() => StatutoryFiguresDto)
  figures!: StatutoryFiguresDto;

  @ShownObject(() => StatutoryFiguresDto, { description: 'The same for the funds whose test day has passed' })
  due!: StatutoryFiguresDto;

  @ShownDate({ nullable: true })
  nextTestOn!: string | null;

  @ShownChoice(VERDICTS)
  verdict!: string;
}

export class StatutoryPartnerDto {
  @ShownId()
  generalPartnerId!: string;

  @ShownText()
  name!: string;

  @ShownChoice(GENERAL_PARTNER_KINDS)
  kind!: string;

  @ShownFlag({ description: 'Nobody has recorded the kind: the general case is assumed' })
  assumed!: boolean;

  @ShownFlag({ description: 'Some of its funds lie outside of your scope: the figures are of the others' })
  partial!: boolean;

  @ShownWon()
  ownCapitalWon!: string;

  @ShownList(() => StatutoryGroupDto, { description: 'Its funds together, under each wording that holds for some of them' })
  groups!: StatutoryGroupDto[];

  @ShownList(() => StatutoryFundDto)
  funds!: StatutoryFundDto[];
}
