import { Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownText, ShownWon, VerdictDto } from '#libs/http';
import { INSTITUTION_TYPES } from '../share/share.js';
import { APPLICANT_ROLES, APPLICATION_LIFE } from './application.js';

const STATES = Object.keys(APPLICATION_LIFE.states);

export class GrantRuleResultDto {
  @ShownText()
  rule!: string;

  @ShownChoice(['PASS', 'WARN', 'BLOCK'])
  result!: string;
}

/** One application without anything about a person. */
export class GrantApplicationSummaryDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownDate()
  receivedOn!: string;

  @ShownText()
  title!: string;

  @ShownText({ nullable: true })
  subProgramme!: string | null;

  @ShownText({ description: 'The lead institution' })
  lead!: string;

  @ShownInteger({ description: 'Institutions that take part' })
  institutions!: number;

  @ShownWon({ description: 'Asked of the government by all of them' })
  requestedWon!: string;

  @ShownChoice(STATES)
  state!: string;

  @ShownDate()
  sinceOn!: string;

  @ShownList(() => GrantRuleResultDto, { description: 'How each rule stands today' })
  rules!: GrantRuleResultDto[];

  @ShownInteger({ description: 'Evaluators free of conflicts' })
  free!: number;

  @ShownInteger()
  conflicted!: number;

  @ShownInteger({ description: 'Scores of the present round' })
  scored!: number;

  @ShownText({ nullable: true, description: 'Decimal; null before the first score, and for an evaluator who is yet to score' })
  meanScore!: string | null;

  @ShownChoice(['FREE', 'CONFLICTED'], { nullable: true, description: 'What the reader has declared as an evaluator' })
  ownDeclaration!: string | null;

  @ShownText({ nullable: true })
  ownScore!: string | null;

  @ShownInteger({ nullable: true })
  rank!: number | null;

  @ShownDate({ nullable: true })
  notifiedOn!: string | null;

  @ShownDate({ nullable: true, description: 'Of a selected one: the last day to agree' })
  agreeBy!: string | null;

  @ShownText({ nullable: true, description: 'Why it was turned down or withdrawn' })
  reason!: string | null;

  @ShownId({ nullable: true })
  agreementId!: string | null;
}

export class GrantApplicantDto {
  @ShownChoice([...APPLICANT_ROLES])
  role!: string;

  @ShownId()
  partyId!: string;

  @ShownText()
  party!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;

  @ShownChoice([...INSTITUTION_TYPES])
  institution!: string;

  @Personal()
  @ShownText({ nullable: true })
  investigator!: string | null;

  @Personal()
  @ShownText({ nullable: true })
  investigatorNumber!: string | null;

  @ShownWon()
  governmentWon!: string;

  @ShownWon()
  ownCashWon!: string;

  @ShownWon()
  ownInKindWon!: string;

  @ShownWon()
  localWon!: string;

  @ShownWon()
  otherWon!: string;
}

export class GrantEvaluationDto {
  @Personal()
  @ShownText()
  evaluator!: string;

  @ShownFlag()
  conflicted!: boolean;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownText({ nullable: true, description: 'Null before it is given, and for an evaluator who is yet to score' })
  score!: string | null;

  @ShownText({ nullable: true })
  comment!: string | null;
}

export class GrantApplicationStepDto {
  @ShownText()
  event!: string;

  @ShownDate()
  happenedOn!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText({ description: 'Login of who did it' })
  by!: string;

  @ShownText({ description: 'Name of who did it' })
  byName!: string;

  @ShownInstant()
  recordedAt!: Date;
}

export class GrantApplicationDto extends GrantApplicationSummaryDto {
  @ShownId()
  callId!: string;

  @ShownText({ nullable: true })
  technology!: string | null;

  @ShownText({ nullable: true })
  broker!: string | null;

  @ShownDate()
  periodFrom!: string;

  @ShownDate()
  periodTo!: string;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownInteger({ description: 'Of evaluation: an objection that is upheld begins another one' })
  round!: number;

  @ShownList(() => GrantApplicantDto)
  applicants!: GrantApplicantDto[];

  @ShownList(() => VerdictDto, { description: 'As things stand today' })
  verdicts!: VerdictDto[];

  @ShownList(() => GrantEvaluationDto)
  evaluations!: GrantEvaluationDto[];

  @ShownList(() => GrantApplicationStepDto)
  steps!: GrantApplicationStepDto[];
}
