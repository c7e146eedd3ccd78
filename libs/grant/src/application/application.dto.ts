import { ChoiceField, DateField, FlagField, IdField, IdsField, IntegerField, ListField, ObjectField, ShownFlag, ShownId, ShownInteger, ShownList, ShownText, ShownTexts, TextField, VerdictDto, WonField } from '#libs/http';
import { INSTITUTION_TYPES } from '../share/share.js';
import { APPLICANT_ROLES } from './application.js';
import { ANSWER_KINDS } from './check/check.js';

export class ApplicantOrganisationInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;
}

export class ApplicantInputDto {
  @ObjectField(() => ApplicantOrganisationInput)
  organisation!: ApplicantOrganisationInput;

  @ChoiceField([...APPLICANT_ROLES], { optional: true, description: 'Default LEAD' })
  role?: string;

  @ChoiceField([...INSTITUTION_TYPES], { description: 'What it is decides who pays what' })
  institution!: string;

  @TextField({ max: 100, optional: true })
  investigator?: string;

  @TextField({ max: 20, optional: true, description: 'National researcher number, eight digits' })
  investigatorNumber?: string;

  @WonField({ min: 0n, description: 'Asked of the government' })
  governmentWon!: string;

  @WonField({ min: 0n, optional: true, description: 'Default 0' })
  ownCashWon?: string;

  @WonField({ min: 0n, optional: true, description: 'Default 0' })
  ownInKindWon?: string;

  @WonField({ min: 0n, optional: true, description: 'Of a local government; default 0' })
  localWon?: string;

  @WonField({ min: 0n, optional: true, description: 'Of others; default 0' })
  otherWon?: string;
}

export class GrantApplicationForm {
  @TextField({ max: 40, optional: true, description: 'Default: the next one of the call, APP-2021-001' })
  number?: string;

  @DateField({ optional: true, description: 'Default: today' })
  receivedOn?: string;

  @TextField({ max: 500 })
  title!: string;

  @TextField({ max: 300, optional: true })
  technology?: string;

  @TextField({ max: 200, optional: true, description: 'The tier or sub-programme it applies for' })
  subProgramme?: string;

  @TextField({ max: 200, optional: true, description: 'Who brings researcher and company together' })
  broker?: string;

  @DateField()
  periodFrom!: string;

  @DateField()
  periodTo!: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  note?: string;

  @ListField(() => ApplicantInputDto, { min: 1, max: 20, description: 'The institutions, the lead first' })
  applicants!: ApplicantInputDto[];
}

export class ReceiveGrantApplicationDto extends GrantApplicationForm {
  @FlagField({ optional: true, description: 'Only say what the check would say' })
  dryRun?: boolean;
}

export class ImportGrantApplicationsDto {
  @ListField(() => GrantApplicationForm, { min: 1, max: 500 })
  rows!: GrantApplicationForm[];

  @FlagField({ optional: true, description: 'Only whether every row can be read' })
  dryRun?: boolean;
}

export class ReceivedGrantApplicationDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  applicationId!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto, { description: 'What the check would say today; nothing of it refuses the receipt' })
  verdicts!: VerdictDto[];
}

export class ImportedGrantApplicationsDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownTexts({ description: 'The numbers given, in the order of the rows' })
  numbers!: string[];
}

export class CheckAnswerInput {
  @IdField({ description: 'The institution' })
  partyId!: string;

  @ChoiceField([...ANSWER_KINDS], { description: 'Taxes owed, projects of the investigator elsewhere, or whether supports overlap' })
  kind!: string;

  @ChoiceField(['CLEAR', 'FOUND'])
  result!: string;

  @IntegerField({ min: 0, max: 50, optional: true, description: 'Of PARTICIPATION: running projects elsewhere' })
  projects?: number;

  @IntegerField({ min: 0, max: 50, optional: true, description: 'Of them led' })
  projectsLed?: number;

  @TextField({ max: 200, description: 'Who answered' })
  source!: string;

  @DateField({ optional: true, description: 'Default: today' })
  askedOn?: string;

  @TextField({ max: 500, optional: true })
  note?: string;
}

export class AnswerGrantApplicationDto {
  @ListField(() => CheckAnswerInput, { min: 1, max: 60 })
  answers!: CheckAnswerInput[];
}

export class AnsweredGrantApplicationDto {
  @ShownId()
  applicationId!: string;

  @ShownInteger()
  recorded!: number;
}

export class CheckGrantApplicationsDto {
  @IdsField({ min: 1, max: 500 })
  applicationIds!: string[];

  @FlagField({ optional: true, description: 'Only the verdicts' })
  dryRun?: boolean;
}

export class CheckedGrantApplicationDto {
  @ShownId()
  applicationId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  title!: string;

  @ShownFlag()
  checked!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class EndGrantApplicationDto {
  @TextField({ min: 5, max: 500, description: 'As the applicant is told' })
  reason!: string;
}

export class EndedGrantApplicationDto {
  @ShownId()
  applicationId!: string;
}
