import {
  BilingualDto,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IntegerField,
  ListField,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownId,
  ShownInstant,
  ShownInteger,
  ShownList,
  ShownObject,
  ShownText,
  ShownTexts,
  ShownWon,
  TextField,
  TextsField,
  VerdictDto,
  WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { MANDATE_BASES, MANDATE_LEVELS } from '../mandate/mandate.js';

const MEASURES = ['CUMULATIVE_COST', 'OUTSTANDING_COST'] as const;
export const MANDATE_TESTS = ['BY_DEADLINE', 'AT_ALL_TIMES', 'MILESTONES'] as const;
const SOURCES = ['LAW', 'AGREEMENT', 'NOTICE', 'SEED', 'PRACTICE', 'ASSUMPTION'] as const;

export class ConditionDto {
  @TextField({ max: 30, description: 'A property of deals: see GET /deal-dimensions' })
  dimension!: string;

  @TextsField({ max: 20, maxLength: 60, description: 'Any one of these values' })
  values!: string[];

  @FlagField({ optional: true, description: 'None of these values' })
  negated?: boolean;
}

export class ConditionGroupDto {
  @ListField(() => ConditionDto, { min: 1, max: 8, description: 'All of them hold' })
  conditions!: ConditionDto[];
}

export class MilestoneDto {
  @DateField()
  on!: string;

  @IntegerField({ min: 1, max: 100_000, description: 'Hundredths of a percent' })
  ratioBasisPoints!: number;
}

/** What a rule asks for. */
export class RuleTermsDto {
  @TextField({ max: 100 })
  nameKo!: string;

  @TextField({ max: 100 })
  nameEn!: string;

  @ListField(() => ConditionGroupDto, { max: 6, description: 'A deal counts that meets every condition of any one group; without a group every deal counts' })
  counts!: ConditionGroupDto[];

  @ChoiceField(MANDATE_BASES)
  denominator!: string;

  @WonField({ optional: true, description: 'Of FIXED_AMOUNT' })
  fixedBaseWon?: string;

  @IdField({ optional: true, description: 'Of PARTNER_STAKE: a partner of the fund' })
  stakePartnerId?: string;

  @IntegerField({ min: 1, max: 100_000, description: 'Hundredths of a percent: 5000 is 50 %, 20000 is twice the base' })
  ratioBasisPoints!: number;

  @ChoiceField(MEASURES, { optional: true, description: 'CUMULATIVE_COST unless said otherwise: it does not fall on exit' })
  measure?: string;

  @ChoiceField(MANDATE_TESTS)
  test!: string;

  @DateField({ optional: true, description: 'Of BY_DEADLINE' })
  deadlineOn?: string;

  @ListField(() => MilestoneDto, { optional: true, min: 1, max: 20, description: 'Of MILESTONES' })
  milestones?: MilestoneDto[];

  @DateField({ description: 'Pace is measured from here' })
  startsOn!: string;

  @IntegerField({ optional: true, min: 0, max: 3660 })
  graceDays?: number;

  @IntegerField({ optional: true, min: 0, max: 3660 })
  cureDays?: number;

  @TextField({ optional: true, max: 500, multiline: true, description: 'What follows from a breach' })
  penalty?: string;

  @TextField({ max: 300 })
  clause!: string;

  @ChoiceField(SOURCES)
  source!: string;
}

export class DecideMandateDto extends RuleTermsDto {
  @ChoiceField(MANDATE_LEVELS)
  level!: string;

  @IdField({ description: 'The fund, general partner (party) or programme whose rule it is' })
  keyId!: string;

  @IdField({ optional: true, description: 'The rule that is worded anew; without it a new rule' })
  ruleId?: string;

  @DateField({ description: 'The wording holds from this day on; reports of earlier days do not know it' })
  effectiveFrom!: string;

  @FlagField({ optional: true, description: 'Only show what it would ask for' })
  dryRun?: boolean;
}

export class EndMandateDto {
  @DateField({ description: 'From this day on it asks for nothing' })
  endedOn!: string;

  @TextField({ max: 500, multiline: true })
  reason!: string;
}

export class ShownConditionDto {
  @ShownText()
  dimension!: string;

  @ShownTexts()
  values!: string[];

  @ShownFlag()
  negated!: boolean;
}

export class ShownConditionGroupDto {
  @ShownList(() => ShownConditionDto)
  conditions!: ShownConditionDto[];
}

export class ShownMilestoneDto {
  @ShownDate()
  on!: string;

  @ShownInteger()
  ratioBasisPoints!: number;
}

/** A rule with its class in words. */
export class MandateRuleDto {
  @ShownText({ description: 'The same through all wordings' })
  id!: string;

  @ShownChoice(MANDATE_LEVELS)
  level!: string;

  @ShownId({ description: 'The fund, general partner or programme whose rule it is' })
  keyId!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownObject(() => BilingualDto, { description: 'Which deals count, in words' })
  countsInWords!: BilingualDto;

  @ShownList(() => ShownConditionGroupDto, { nullable: true, description: 'The same to be edited; null for a class that is nested deeper than groups' })
  counts!: ShownConditionGroupDto[] | null;

  @ShownChoice(MANDATE_BASES)
  denominator!: string;

  @ShownWon({ nullable: true })
  fixedBaseWon!: string | null;

  @ShownId({ nullable: true })
  stakePartnerId!: string | null;

  @ShownInteger()
  ratioBasisPoints!: number;

  @ShownChoice(MEASURES)
  measure!: string;

  @ShownChoice(MANDATE_TESTS)
  test!: string;

  @ShownDate({ nullable: true })
  deadlineOn!: string | null;

  @ShownList(() => ShownMilestoneDto)
  milestones!: ShownMilestoneDto[];

  @ShownDate()
  startsOn!: string;

  @ShownInteger()
  graceDays!: number;

  @ShownInteger()
  cureDays!: number;

  @ShownText()
  clause!: string;

  @ShownText()
  source!: string;

  @ShownText({ description: 'Which wording it is' })
  version!: string;
}

export class StoredRuleDto extends MandateRuleDto {
  @ShownInteger({ description: 'Wordings are counted from 1' })
  number!: number;

  @ShownDate()
  effectiveFrom!: string;

  @ShownDate({ nullable: true })
  endedOn!: string | null;

  @ShownText({ nullable: true })
  penalty!: string | null;

  @ShownInstant()
  knownAt!: Date;
}

export class EarlierStandingDto {
  @ShownWon({ nullable: true })
  requiredWon!: string | null;

  @ShownWon({ nullable: true })
  countedWon!: string | null;
}

export class DecidedMandateDto {
  @ShownText()
  ruleId!: string;

  @ShownInteger()
  number!: number;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ nullable: true, description: 'What the rule asks for in the end, as things stand; null where it counts funds outside of your scope' })
  requiredWon!: string | null;

  @ShownWon({ nullable: true })
  countedWon!: string | null;

  @ShownObject(() => EarlierStandingDto, { nullable: true, description: 'The same of the wording before; null for a new rule' })
  before!: EarlierStandingDto | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class EndedMandateDto {
  @ShownText()
  ruleId!: string;

  @ShownDate()
  endedOn!: string;
}
