import { LinePlanInput, SourcePlanInput, YearNeedDto } from '#libs/grant';
import { BilingualDto, DateField, FlagField, IdField, ListField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { BOUNDS } from '../plan/plan.dto.js';
import { RELATIONS } from '../plan/plan.js';
import { ZONE_MODES } from '../zone/zone.js';

const ZONE_PARTIES = ['COMPANY', 'PERFORMER'];

export class ConcludeProjectDto {
  @IdField({ description: 'The plan, as its application' })
  applicationId!: string;

  @DateField()
  agreedOn!: string;

  @DateField()
  periodFrom!: string;

  @DateField()
  periodTo!: string;

  @TextField({ max: 60, optional: true })
  projectNumber?: string;

  @ListField(() => SourcePlanInput, { optional: true, min: 1, max: 200, description: 'Default: both commitments in the first year' })
  sources?: SourcePlanInput[];

  @ListField(() => LinePlanInput, { min: 1, max: 600 })
  lines!: LinePlanInput[];

  @IdField({ optional: true, description: 'The signed agreement' })
  documentId?: string;

  @WonField({ description: 'The commitment of the government, as the queue promised it' })
  amountWon!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ConcludedProjectDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  governmentWon!: string;

  @ShownWon()
  privateWon!: string;

  @ShownChoice(BOUNDS, { description: 'Why the commitment is no more' })
  bound!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => YearNeedDto)
  years!: YearNeedDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class ProjectSummaryDto {
  @ShownId({ description: 'Of its agreement' })
  agreementId!: string;

  @ShownId()
  callId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  title!: string;

  @ShownId()
  companyId!: string;

  @ShownText()
  company!: string;

  @ShownId()
  performerId!: string;

  @ShownText()
  performer!: string;

  @ShownText()
  state!: string;

  @ShownInteger({ description: 'In the order in which the pool was given out' })
  position!: number;

  @ShownDate()
  committedOn!: string;

  @ShownWon()
  privateWon!: string;

  @ShownInteger({ description: 'Government won for private won, in basis points' })
  matchBasisPoints!: number;

  @ShownWon({ description: 'The commitment of the government' })
  governmentWon!: string;

  @ShownChoice(BOUNDS)
  bound!: string;

  @ShownWon({ description: 'Private cash on the account of the project' })
  provenWon!: string;

  @ShownWon({ description: 'What the private money that counts allows in all' })
  allowedWon!: string;

  @ShownWon({ description: 'May still be released' })
  roomWon!: string;

  @ShownWon({ description: 'Decided to be paid and not claimed back' })
  releasedWon!: string;

  @ShownWon({ description: 'Released beyond what is allowed' })
  overReleasedWon!: string;

  @ShownWon({ description: 'Transferred to the performer' })
  paidWon!: string;
}

/** Where a project stood at the end of a day; won. */
export class ProjectPointDto {
  @ShownDate()
  on!: string;

  @ShownWon()
  privateWon!: string;

  @ShownWon()
  allowedWon!: string;

  @ShownWon()
  releasedWon!: string;
}

export class ClawbackFiguresDto {
  @ShownWon()
  overReleasedWon!: string;

  @ShownWon({ description: 'The government’s part of what was disallowed' })
  disallowedWon!: string;

  @ShownWon({ description: 'The government’s part of what is left' })
  unspentWon!: string;

  @ShownWon()
  interestWon!: string;

  @ShownWon()
  totalWon!: string;

  @ShownWon({ description: 'Without what is below ten won' })
  noticeWon!: string;
}

export class ProjectDto extends ProjectSummaryDto {
  @ShownId({ nullable: true })
  applicationId!: string | null;

  @ShownDate()
  periodFrom!: string;

  @ShownDate()
  periodTo!: string;

  @Personal()
  @ShownText({ nullable: true })
  researcher!: string | null;

  @ShownText({ nullable: true, description: 'Why the company chose this researcher' })
  chosenBecause!: string | null;

  @ShownChoice([...RELATIONS], { nullable: true, description: 'Between company and performer, as declared; null where a register does not say' })
  relation!: string | null;

  @ShownText({ nullable: true })
  relationNote!: string | null;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'The special zone on the day of the agreement' })
  zoneName!: BilingualDto | null;

  @ShownChoice([...ZONE_MODES], { nullable: true })
  zoneMode!: string | null;

  @ShownChoice(ZONE_PARTIES, { nullable: true, description: 'Who lies in it; null where a register does not say' })
  zoneParty!: string | null;

  @ShownText({ nullable: true })
  zoneStated!: string | null;

  @ShownInteger({ description: 'The most that the government bears of the whole, in basis points' })
  governmentAtMost!: number;

  @ShownWon()
  capWon!: string;

  @ShownWon({ description: 'Of the budget before it' })
  budgetLeftWon!: string;

  @ShownWon({ nullable: true, description: 'The commitment as a register typed it' })
  statedGovernmentWon!: string | null;

  @ShownText({ nullable: true })
  ipTerms!: string | null;

  @ShownText({ nullable: true })
  royaltyTerms!: string | null;

  @ShownList(() => ProjectPointDto, { description: 'By day, from the books' })
  course!: ProjectPointDto[];

  @ShownObject(() => ClawbackFiguresDto, { description: 'What would have to come back as things stand' })
  clawback!: ClawbackFiguresDto;
}
