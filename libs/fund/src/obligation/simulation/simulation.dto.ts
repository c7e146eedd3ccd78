import { DateField, IdField, ListField, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownPercent, ShownChoice, ShownText, ShownTexts, ShownWon, TextField, WonField } from '#libs/http';
import { MandateRuleDto, RuleTermsDto } from '../mandate-rule/mandate-rule.dto.js';
import { MANDATE_VERDICTS } from '../radar/radar.dto.js';

export class SimulatedTraitDto {
  @TextField({ max: 30, description: 'A property of deals: see GET /deal-dimensions' })
  dimension!: string;

  @TextField({ max: 60 })
  value!: string;
}

export class SimulatedDealDto {
  @IdField()
  fundId!: string;

  @WonField()
  amountWon!: string;

  @ListField(() => SimulatedTraitDto, { max: 12, description: 'What is taken for certain of it; a claim without a decision gives no purpose and no route' })
  traits!: SimulatedTraitDto[];
}

export class SimulateDealsDto {
  @ListField(() => SimulatedDealDto, { min: 1, max: 20, description: 'Made one after the other' })
  deals!: SimulatedDealDto[];
}

export class RuleStandingDto {
  @ShownWon()
  baseWon!: string;

  @ShownWon()
  countedWon!: string;

  @ShownPercent({ nullable: true })
  ratioPercent!: string | null;

  @ShownWon()
  requiredWon!: string;

  @ShownWon()
  shortfallWon!: string;

  @ShownWon()
  headroomWon!: string;

  @ShownFlag()
  reachable!: boolean;

  @ShownChoice(MANDATE_VERDICTS)
  verdict!: string;
}

export class SimulatedRuleDto {
  @ShownObject(() => MandateRuleDto)
  rule!: MandateRuleDto;

  @ShownText()
  ofWhom!: string;

  @ShownObject(() => RuleStandingDto)
  before!: RuleStandingDto;

  @ShownObject(() => RuleStandingDto)
  after!: RuleStandingDto;
}

export class SimulatedStepDto {
  @ShownId()
  fundId!: string;

  @ShownWon()
  amountWon!: string;

  @ShownFlag({ description: 'Every rule stays within reach' })
  admitted!: boolean;

  @ShownWon({ nullable: true, description: 'Largest deal of this kind at this point; null where no capital would do' })
  roomWon!: string | null;

  @ShownWon({ description: 'By how much this one is larger than that' })
  overWon!: string;

  @ShownTexts({ description: 'Rules that stop a larger one' })
  binding!: string[];

  @ShownFlag()
  boundByCapital!: boolean;
}

export class SimulationDto {
  @ShownList(() => SimulatedStepDto)
  steps!: SimulatedStepDto[];

  @ShownList(() => SimulatedRuleDto)
  rules!: SimulatedRuleDto[];

  @ShownFlag({ description: 'After all deals every open rule can still be met, all of them at once' })
  reachable!: boolean;

  @ShownWon({ nullable: true })
  leastFurtherWon!: string | null;

  @ShownTexts({ description: 'Rules that cannot be met together after all deals' })
  conflict!: string[];

  @ShownFlag({ description: 'Some rules count funds outside of your scope: their figures are of a part' })
  partial!: boolean;
}

export class ReplayObligationDto extends RuleTermsDto {
  @DateField({ description: 'First month of the series' })
  from!: string;

  @DateField({ description: 'Last month of the series' })
  to!: string;

  @IdField({ optional: true, description: 'The rule to compare with; the main obligation of the fund unless given' })
  againstRuleId?: string;
}

export class ReplayPointDto {
  @ShownDate()
  on!: string;

  @ShownObject(() => RuleStandingDto, { description: 'Under the draft' })
  draft!: RuleStandingDto;

  @ShownObject(() => RuleStandingDto, { nullable: true, description: 'Under the rule as it was in force on that day; null while it was not' })
  inForce!: RuleStandingDto | null;
}

export class ReplayDto {
  @ShownObject(() => MandateRuleDto)
  draft!: MandateRuleDto;

  @ShownList(() => ReplayPointDto)
  points!: ReplayPointDto[];

  @ShownInteger({ description: 'On how many of these days the draft would have been met' })
  metUnderDraft!: number;

  @ShownInteger()
  metInForce!: number;
}
