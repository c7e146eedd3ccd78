import {
  ChoiceField, DateField, FlagField, IdField, IntegerField, ListField, ObjectField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { INSTITUTION_TYPES } from '../share/share.js';
import { GRANT_LIFE } from './agreement.js';
import { LinePlanInput, SourcePlanInput, StageInput } from './plan/plan.dto.js';

const ROLES = ['LEAD', 'JOINT', 'COMMISSIONED'];
const STATES = Object.keys(GRANT_LIFE.states);

export class OrganisationInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;

  @FlagField({ optional: true, description: 'A public body or university, not a company' })
  institution?: boolean;
}

export class ConcludeGrantAgreementDto {
  @IdField({ optional: true, description: 'The application it follows from' })
  applicationId?: string;

  @ChoiceField(ROLES, { optional: true, description: 'LEAD (default), or JOINT or COMMISSIONED under the agreement leadId' })
  role?: string;

  @IdField({ optional: true })
  leadId?: string;

  @ObjectField(() => OrganisationInput)
  organisation!: OrganisationInput;

  @ChoiceField([...INSTITUTION_TYPES], { description: 'Decides who pays what' })
  institution!: string;

  @TextField({ max: 60, optional: true, description: 'As the national system writes it; any spelling is kept' })
  projectNumber?: string;

  @TextField({ max: 60, optional: true })
  umbrellaNumber?: string;

  @TextField({ max: 500 })
  title!: string;

  @TextField({ max: 200, optional: true })
  subProgramme?: string;

  @TextField({ max: 100, optional: true })
  investigator?: string;

  @TextField({ max: 20, optional: true, description: 'National researcher number, eight digits' })
  investigatorNumber?: string;

  @DateField()
  agreedOn!: string;

  @DateField()
  periodFrom!: string;

  @DateField()
  periodTo!: string;

  @ListField(() => StageInput, { optional: true, min: 1, max: 10, description: 'Default: one stage over the whole period' })
  stages?: StageInput[];

  @ListField(() => SourcePlanInput, { min: 1, max: 200 })
  sources!: SourcePlanInput[];

  @ListField(() => LinePlanInput, { min: 1, max: 600 })
  lines!: LinePlanInput[];

  @IdField({ optional: true, description: 'The signed agreement' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class YearNeedDto {
  @ShownInteger()
  fiscalYear!: number;

  @ShownWon()
  neededWon!: string;

  @ShownWon({ nullable: true, description: 'Null where no budget of the year is decided: it is committed later' })
  availableWon!: string | null;
}

export class ConcludedGrantAgreementDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => YearNeedDto)
  years!: YearNeedDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class FundGrantYearDto {
  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @WonField()
  amountWon!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class FundedGrantYearDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownWon()
  fundedBeforeWon!: string;

  @ShownWon()
  fundedAfterWon!: string;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class AgreementMoneyDto {
  @ShownWon()
  governmentPlannedWon!: string;

  @ShownWon()
  cashPlannedWon!: string;

  @ShownWon()
  inKindPlannedWon!: string;

  @ShownWon()
  ownCashPlannedWon!: string;

  @ShownWon({ description: 'Of the budget, agreed and not yet decided to be paid' })
  committedWon!: string;

  @ShownWon({ description: 'Decided to be paid and not yet transferred' })
  payableWon!: string;

  @ShownWon({ description: 'Paid by the government' })
  governmentWon!: string;

  @ShownWon({ description: 'Cash paid in by the institution' })
  ownWon!: string;

  @ShownWon({ description: 'Cash paid in by provinces and others' })
  otherWon!: string;

  @ShownWon()
  interestWon!: string;

  @ShownWon({ description: 'On the account of the project' })
  cashWon!: string;

  @ShownWon()
  spentWon!: string;

  @ShownWon()
  returnedWon!: string;

  @ShownWon()
  inKindUsedWon!: string;
}

export class GrantAgreementSummaryDto {
  @ShownId()
  id!: string;

  @ShownId()
  callId!: string;

  @ShownText()
  number!: string;

  @ShownChoice(ROLES)
  role!: string;

  @ShownId({ nullable: true })
  leadId!: string | null;

  @ShownId({ nullable: true })
  applicationId!: string | null;

  @ShownId()
  partyId!: string;

  @ShownText()
  partyName!: string;

  @ShownChoice([...INSTITUTION_TYPES])
  institution!: string;

  @ShownText({ nullable: true })
  projectNumber!: string | null;

  @ShownText({ nullable: true })
  umbrellaNumber!: string | null;

  @ShownText()
  title!: string;

  @ShownText({ nullable: true })
  subProgramme!: string | null;

  @Personal()
  @ShownText({ nullable: true })
  investigator!: string | null;

  @ShownDate()
  agreedOn!: string;

  @ShownChoice(STATES)
  state!: string;

  @ShownInteger()
  version!: number;

  @ShownDate()
  periodFrom!: string;

  @ShownDate()
  periodTo!: string;

  @ShownObject(() => AgreementMoneyDto)
  money!: AgreementMoneyDto;
}
