import {
  BasisPointsField, ChoiceField, DateField, FlagField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { FEE_BASES } from './fee.js';

export class FeeTermInput {
  @DateField()
  from!: string;

  @DateField()
  to!: string;

  @ChoiceField(FEE_BASES)
  base!: string;

  @BasisPointsField({ description: 'Of the base, a year' })
  rateBasisPoints!: number;

  @TextField({ max: 300 })
  clause!: string;
}

export class FeeReductionInput {
  @DateField()
  from!: string;

  @DateField()
  to!: string;

  @BasisPointsField({ description: 'Part of the fee that is left: 8000 is four fifths' })
  keepsBasisPoints!: number;

  @TextField({ max: 300 })
  reason!: string;

  @TextField({ max: 300 })
  clause!: string;
}

export class DecideFeeTermsDto {
  @ListField(() => FeeTermInput, { max: 50, description: 'All stretches; they take the place of those before' })
  terms!: FeeTermInput[];

  @ListField(() => FeeReductionInput, { max: 50, optional: true })
  reductions?: FeeReductionInput[];

  @TextField({ max: 300 })
  clause!: string;

  @TextField({ max: 1000, multiline: true })
  reason!: string;
}

export class DecidedFeeTermsDto {
  @ShownId()
  id!: string;
}

export class BillFeeDto {
  @DateField({ description: 'Last day of the period that comes next' })
  periodTo!: string;

  @DateField()
  billedOn!: string;

  @FlagField({ optional: true, description: 'Only show the bill' })
  dryRun?: boolean;
}

export class VoidFeeDto {
  @TextField({ max: 1000, multiline: true, description: 'Why it was wrong' })
  reason!: string;
}

export class VoidedFeeDto {
  @ShownId()
  id!: string;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class FeePieceDto {
  @ShownDate()
  from!: string;

  @ShownDate()
  to!: string;

  @ShownInteger({ description: 'Both days included; a year has 365' })
  days!: number;

  @ShownChoice(FEE_BASES)
  base!: string;

  @ShownWon()
  baseWon!: string;

  @ShownInteger()
  rateBasisPoints!: number;

  @ShownInteger({ description: '10000 where nothing was reduced' })
  keepsBasisPoints!: number;

  @ShownWon()
  amountWon!: string;

  @ShownText()
  clause!: string;
}

export class PlannedFeeDto {
  @ShownDate()
  periodFrom!: string;

  @ShownDate()
  periodTo!: string;

  @ShownList(() => FeePieceDto)
  pieces!: FeePieceDto[];

  @ShownWon({ description: 'Base × rate × days ÷ 365 of the period, floored on the running sum of the year' })
  accruedWon!: string;

  @ShownWon({ description: 'What reductions took off' })
  reducedByWon!: string;

  @ShownWon({ description: 'What earlier bills of the year are off by what is known now' })
  adjustmentWon!: string;

  @ShownWon()
  amountWon!: string;
}

export class BilledFeeDto extends PlannedFeeDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class FeeBillDto {
  @ShownId()
  id!: string;

  @ShownDate()
  periodFrom!: string;

  @ShownDate()
  periodTo!: string;

  @ShownDate()
  billedOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon()
  reducedByWon!: string;

  @ShownWon()
  adjustmentWon!: string;

  @ShownWon()
  paidWon!: string;

  @ShownText()
  clause!: string;

  @ShownList(() => FeePieceDto)
  pieces!: FeePieceDto[];

  @ShownDate({ nullable: true })
  voidedOn!: string | null;

  @ShownText({ nullable: true })
  voidReason!: string | null;

  @ShownText()
  recordedBy!: string;
}

export class FeeTermDto {
  @ShownDate()
  from!: string;

  @ShownDate()
  to!: string;

  @ShownChoice(FEE_BASES)
  base!: string;

  @ShownInteger()
  rateBasisPoints!: number;

  @ShownText()
  clause!: string;
}

export class FeeReductionDto {
  @ShownDate()
  from!: string;

  @ShownDate()
  to!: string;

  @ShownInteger()
  keepsBasisPoints!: number;

  @ShownText()
  reason!: string;

  @ShownText()
  clause!: string;
}

export class SpendingPlanDto {
  @ShownWon({ description: 'Fees and expenses planned for the whole life' })
  planWon!: string;

  @ShownWon()
  paidWon!: string;

  @ShownWon({ description: 'Billed and not paid' })
  owedWon!: string;

  @ShownWon({ description: 'Below zero where the plan is passed: decide it anew' })
  leftWon!: string;

  @ShownText()
  clause!: string;
}

export class FeeScheduleDto {
  @ShownChoice(['SCHEDULE', 'POLICY'], { description: 'Put in for this fund, or following from the rates in force' })
  source!: string;

  @ShownList(() => FeeTermDto)
  terms!: FeeTermDto[];

  @ShownList(() => FeeReductionDto)
  reductions!: FeeReductionDto[];

  @ShownList(() => FeeBillDto, { description: 'Made so far, oldest first' })
  bills!: FeeBillDto[];

  @ShownList(() => PlannedFeeDto, { description: 'To be billed until the end of the quarter asked about, the next one first' })
  coming!: PlannedFeeDto[];

  @ShownObject(() => SpendingPlanDto)
  plan!: SpendingPlanDto;
}
