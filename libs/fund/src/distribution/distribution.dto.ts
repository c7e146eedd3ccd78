import {
  BilingualDto, DateField, FlagField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { WATERFALL_TIERS } from '../waterfall/waterfall.js';
import { WaterfallTermsDto } from '../waterfall/party/term.dto.js';

export class PayDistributionDto {
  @WonField({ min: 1n, description: 'Handed out in all, carry included' })
  amountWon!: string;

  @DateField({ description: 'Day of the payment' })
  paidOn!: string;

  @TextField({ max: 300, description: 'Where the money comes from' })
  source!: string;

  @WonField({ min: 0n, optional: true, description: 'Part of the capital given back that may be called again' })
  recallableWon?: string;

  @FlagField({ optional: true, description: 'Only the working, step by step' })
  dryRun?: boolean;
}

export class ReverseDistributionDto {
  @TextField({ min: 2, max: 500 })
  reason!: string;
}

export class PartAmountDto {
  @ShownId()
  partnerId!: string;

  @ShownText()
  partner!: string;

  @ShownWon()
  amountWon!: string;
}

export class DistributionPartDto extends PartAmountDto {
  @ShownWon({ description: 'Carry; below zero where it came back' })
  carryWon!: string;

  @ShownWon({ description: 'Part of the amount that may be called again' })
  recallableWon!: string;
}

export class WaterfallStepDto {
  @ShownChoice(WATERFALL_TIERS)
  tier!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownObject(() => BilingualDto, { description: 'The figures behind the amount' })
  basis!: BilingualDto;

  @ShownWon({ nullable: true, description: 'The most that this step may take; null where it takes what is left' })
  limitWon!: string | null;

  @ShownWon()
  amountWon!: string;

  @ShownWon()
  carryWon!: string;

  @ShownList(() => PartAmountDto)
  byPartner!: PartAmountDto[];
}

export class WaterfallTotalsDto {
  @ShownWon()
  contributedWon!: string;

  @ShownWon()
  returnedWon!: string;

  @ShownWon()
  preferredWon!: string;

  @ShownWon()
  catchUpWon!: string;

  @ShownWon()
  splitWon!: string;

  @ShownWon()
  carryWon!: string;

  @ShownWon()
  investorsWon!: string;
}

export class DistributionPlanDto {
  @ShownDate()
  on!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon({ description: 'What investors are owed before it to have the hurdle; below zero once they have more' })
  hurdleBalanceWon!: string;

  @ShownList(() => WaterfallStepDto)
  steps!: WaterfallStepDto[];

  @ShownWon()
  carryWon!: string;

  @ShownWon({ description: 'Carry paid earlier beyond what the facts give now' })
  overpaidCarryWon!: string;

  @ShownFlag({ description: 'What is paid differs from the steps because earlier distributions were paid otherwise' })
  setsEarlierRight!: boolean;

  @ShownObject(() => WaterfallTotalsDto)
  totals!: WaterfallTotalsDto;
}

export class DistributionSummaryDto {
  @ShownId({ nullable: true, description: 'Null for what an import told' })
  id!: string | null;

  @ShownInteger()
  number!: number;

  @ShownChoice(['PAYOUT', 'CLAWBACK', 'IMPORTED'])
  kind!: string;

  @ShownDate()
  paidOn!: string;

  @ShownWon({ description: 'Investors and carry together' })
  amountWon!: string;

  @ShownWon()
  investorsWon!: string;

  @ShownWon()
  carryWon!: string;

  @ShownWon()
  recallableWon!: string;

  @ShownText({ nullable: true })
  source!: string | null;

  @ShownFlag({ nullable: true, description: 'Whether the obligation was met on the day' })
  obligationMet!: boolean | null;

  @ShownText({ nullable: true, description: 'Why it was undone' })
  reversedReason!: string | null;

  @ShownFlag({ description: 'The last one that stands, which alone can be undone' })
  reversible!: boolean;

  @ShownObject(() => DistributionPlanDto, { nullable: true })
  plan!: DistributionPlanDto | null;

  @ShownObject(() => WaterfallTermsDto, { nullable: true })
  terms!: WaterfallTermsDto | null;

  @ShownText({ nullable: true, description: 'SHA-256 of terms and working' })
  sha256!: string | null;

  @ShownList(() => DistributionPartDto)
  parts!: DistributionPartDto[];
}

export class PaidDistributionDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownInteger()
  number!: number;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => DistributionPlanDto)
  plan!: DistributionPlanDto;

  @ShownObject(() => WaterfallTermsDto)
  terms!: WaterfallTermsDto;

  @ShownList(() => DistributionPartDto)
  parts!: DistributionPartDto[];

  @ShownFlag()
  obligationMet!: boolean;

  @ShownWon()
  cashBeforeWon!: string;

  @ShownWon()
  cashAfterWon!: string;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class ReversedDistributionDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  number!: number;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
