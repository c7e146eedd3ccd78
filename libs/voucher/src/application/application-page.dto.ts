import { Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownText, ShownWon, VerdictDto } from '#libs/http';

const RESULTS = ['PASS', 'WARN', 'BLOCK'] as const;

export class RuleResultDto {
  @ShownText()
  rule!: string;

  @ShownChoice(RESULTS)
  result!: string;
}

/** One application without anything about a person. */
export class ApplicationSummaryDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownDate()
  receivedOn!: string;

  @ShownText({ nullable: true })
  receivedTime!: string | null;

  @ShownId()
  companyId!: string;

  @ShownText()
  company!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;

  @ShownText()
  state!: string;

  @ShownDate()
  sinceOn!: string;

  @ShownText({ nullable: true })
  contractNumber!: string | null;

  @ShownDate({ nullable: true })
  contractOn!: string | null;

  @ShownText({ nullable: true })
  technology!: string | null;

  @ShownText({ nullable: true })
  institution!: string | null;

  @ShownWon()
  requestedWon!: string;

  @ShownList(() => RuleResultDto, { description: 'How each rule stands today' })
  rules!: RuleResultDto[];

  @ShownInteger({ description: 'Evaluators free of conflicts' })
  free!: number;

  @ShownInteger()
  conflicted!: number;

  @ShownInteger()
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
  agreedOn!: string | null;

  @ShownWon({ nullable: true })
  agreedWon!: string | null;

  @ShownText({ nullable: true })
  brokerName!: string | null;

  @ShownWon({ nullable: true, description: 'Own money by the agreement' })
  ownDueWon!: string | null;

  @ShownWon({ description: 'Own money paid in and not returned' })
  ownPaidWon!: string;

  @ShownText({ nullable: true, description: 'Number of the voucher issued on it' })
  voucherNumber!: string | null;
}

export class EvaluationDto {
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

export class ApplicationStepDto {
  @ShownText()
  event!: string;

  @ShownDate()
  happenedOn!: string;

  @Personal()
  @ShownText()
  by!: string;

  @ShownInstant()
  recordedAt!: Date;

  @ShownText({ nullable: true })
  reason!: string | null;
}

export class ApplicationDto extends ApplicationSummaryDto {
  @Personal()
  @ShownText({ nullable: true })
  representative!: string | null;

  @Personal()
  @ShownText({ nullable: true })
  officers!: string | null;

  @Personal()
  @ShownText({ nullable: true })
  researcher!: string | null;

  @Personal()
  @ShownText({ nullable: true })
  researcherNumber!: string | null;

  @ShownText({ nullable: true })
  services!: string | null;

  @ShownFlag({ nullable: true })
  consented!: boolean | null;

  @ShownText({ nullable: true })
  clearance!: string | null;

  @Personal()
  @ShownText({ nullable: true })
  phone!: string | null;

  @ShownText({ nullable: true })
  address!: string | null;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownList(() => VerdictDto, { description: 'As things stand today' })
  verdicts!: VerdictDto[];

  @ShownList(() => EvaluationDto)
  evaluations!: EvaluationDto[];

  @ShownList(() => ApplicationStepDto)
  steps!: ApplicationStepDto[];
}
