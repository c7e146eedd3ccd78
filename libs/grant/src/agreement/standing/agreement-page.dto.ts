import {
  BilingualDto, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon,
} from '#libs/http';
import { RESOURCES } from '../../line/line.js';
import { GrantAgreementSummaryDto } from '../agreement.dto.js';
import { LinePlanDto, SourcePlanDto, StageDto } from '../plan/plan.dto.js';

const MANNERS = ['CONCLUDED', 'APPROVAL', 'NOTICE'];

export class AgreementLineDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  stage!: number;

  @ShownText()
  code!: string;

  @ShownChoice([...RESOURCES])
  resource!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownFlag()
  indirect!: boolean;

  @ShownWon({ description: 'With what was carried in and interest taken in' })
  plannedWon!: string;

  @ShownWon()
  usedWon!: string;

  @ShownWon({ description: 'May still be spent' })
  leftWon!: string;
}

export class YearFundingDto {
  @ShownInteger()
  fiscalYear!: number;

  @ShownWon({ description: 'Of the government by the latest version' })
  plannedWon!: string;

  @ShownWon({ description: 'Committed from the budget of the year' })
  fundedWon!: string;

  @ShownWon({ description: 'Decided to be paid out of it' })
  decidedWon!: string;
}

export class GrantAgreementVersionDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  version!: number;

  @ShownChoice(MANNERS)
  manner!: string;

  @ShownDate()
  decidedOn!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownDate()
  periodFrom!: string;

  @ShownDate()
  periodTo!: string;

  @ShownText()
  reason!: string;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  documentName!: string | null;

  @ShownInstant()
  knownAt!: Date;

  @ShownText({ description: 'Login of who recorded it' })
  actor!: string;

  @ShownText({ description: 'Name of who recorded it' })
  actorName!: string;
}

export class GrantAgreementEventDto {
  @ShownText()
  event!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownDate()
  happenedOn!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownInstant()
  knownAt!: Date;

  @ShownText()
  actor!: string;

  @ShownText({ description: 'Name of who recorded it' })
  actorName!: string;
}

export class GrantAgreementDto extends GrantAgreementSummaryDto {
  @Personal()
  @ShownText({ nullable: true })
  investigatorNumber!: string | null;

  @ShownText({ nullable: true })
  methods!: string | null;

  @Personal()
  @ShownText({ nullable: true })
  researchers!: string | null;

  @ShownList(() => StageDto)
  stages!: StageDto[];

  @ShownList(() => SourcePlanDto)
  sources!: SourcePlanDto[];

  @ShownList(() => LinePlanDto)
  plan!: LinePlanDto[];

  @ShownList(() => AgreementLineDto)
  lines!: AgreementLineDto[];

  @ShownList(() => YearFundingDto)
  funding!: YearFundingDto[];

  @ShownList(() => GrantAgreementVersionDto, { description: 'The first one first' })
  versions!: GrantAgreementVersionDto[];

  @ShownList(() => GrantAgreementEventDto)
  events!: GrantAgreementEventDto[];
}
