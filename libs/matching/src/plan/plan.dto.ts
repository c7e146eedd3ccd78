import { ChoiceField, DateField, FlagField, IntegerField, ObjectField, ShownChoice, ShownFlag, ShownId, ShownList, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { INSTITUTION_TYPES } from '#libs/grant';
import { RELATIONS } from './plan.js';

export const BOUNDS = ['MATCH', 'CAP', 'BUDGET', 'SHARE'];

export class PlanPartyInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;

  @ChoiceField([...INSTITUTION_TYPES], { description: 'What it is decides who pays what' })
  institution!: string;

  @TextField({ max: 40, optional: true, description: 'Code of the special zone in which it lies' })
  zone?: string;

  @TextField({ max: 300, optional: true, description: 'Its address; needed with a zone' })
  place?: string;
}

export class PlanProjectDto {
  @TextField({ max: 500 })
  title!: string;

  @TextField({ max: 300, optional: true })
  technology?: string;

  @DateField({ optional: true, description: 'Default: today. Its place in the queue follows from it' })
  receivedOn?: string;

  @DateField()
  periodFrom!: string;

  @DateField()
  periodTo!: string;

  @ObjectField(() => PlanPartyInput, { description: 'Who plans and brings the private cash' })
  company!: PlanPartyInput;

  @ObjectField(() => PlanPartyInput, { description: 'The institution of the researcher whom the company chose' })
  performer!: PlanPartyInput;

  @TextField({ max: 100 })
  researcher!: string;

  @TextField({ max: 20, optional: true, description: 'National researcher number, eight digits' })
  researcherNumber?: string;

  @TextField({ min: 10, max: 1000, multiline: true, description: 'Why the company chose this researcher' })
  chosenBecause!: string;

  @ChoiceField([...RELATIONS], { description: 'How company and performer stand to each other' })
  relation!: string;

  @TextField({ min: 5, max: 1000, optional: true })
  relationNote?: string;

  @WonField({ description: 'Private cash that the company commits' })
  privateWon!: string;

  @IntegerField({ min: 1, max: 100_000, optional: true, description: 'Government won for private won of this project, in basis points; default: the ratio of the pool' })
  matchBasisPoints?: number;

  @TextField({ min: 5, max: 1000, multiline: true, description: 'Who owns what comes of it' })
  ipTerms!: string;

  @TextField({ min: 5, max: 1000, multiline: true })
  royaltyTerms!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class PlannedProjectDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  applicationId!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ description: 'Asked of the government, whatever the pool has left' })
  governmentWon!: string;

  @ShownChoice(BOUNDS, { description: 'Why it is no more' })
  bound!: string;

  @ShownList(() => VerdictDto, { description: 'Of the pool and of the application; nothing of it refuses the plan' })
  verdicts!: VerdictDto[];
}
