import {
  BasisPointsField,
  ChoiceField,
  DateField,
  IdField,
  ListField,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownId,
  ShownInteger,
  ShownList,
  ShownPercent,
  ShownText,
  ShownWon,
  FlagField,
  TextField,
  VerdictDto,
  WonField,
} from '#libs/http';
import { PolicyDto } from '../agreement/policy.dto.js';
import { OBLIGATION_BASES } from '../obligation/obligation.js';

export const PARTNER_KINDS = ['GENERAL', 'LIMITED', 'SPECIAL_LIMITED'] as const;

export class PartnerInput {
  @TextField({ max: 300 })
  name!: string;

  @ChoiceField(PARTNER_KINDS)
  kind!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;

  @WonField()
  commitmentWon!: string;

  @DateField({ optional: true, description: 'Default: the founding day' })
  signedOn?: string;

  @TextField({ max: 100, optional: true })
  contact?: string;

  @FlagField({ optional: true, description: 'A professional investor, whom the legal head count of limited partners leaves out' })
  professional?: boolean;
}

export class FormFundDto {
  @IdField({ description: 'The vintage it belongs to' })
  vintageId!: string;

  @TextField({ max: 13, optional: true, description: 'FND-YYYY-NN; taken in turn when left out' })
  number?: string;

  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 200 })
  custodian!: string;

  @WonField({ description: 'Face of one unit; at least 1,000,000 won' })
  unitWon!: string;

  @DateField()
  foundedOn!: string;

  @DateField({ optional: true })
  registeredOn?: string;

  @DateField()
  investmentFrom!: string;

  @DateField()
  investmentTo!: string;

  @DateField()
  lifeTo!: string;

  @BasisPointsField({ description: 'Obligation ratio; 5000 is 50 %' })
  obligationRatioBasisPoints!: number;

  @ChoiceField(OBLIGATION_BASES)
  obligationBasis!: string;

  @WonField({ optional: true, description: 'Base of FIXED_AMOUNT' })
  obligationFixedBaseWon?: string;

  @TextField({ max: 200, description: 'Clause of the agreement', example: '규약 제23조' })
  obligationClause!: string;

  @WonField({ min: 0n, description: 'Fees and expenses expected over the whole life' })
  lifetimeExpensesWon!: string;

  @BasisPointsField({ optional: true, description: 'Limit for a single company on commitments' })
  singleCompanyCapBasisPoints?: number;

  @FlagField({ optional: true, description: 'Whether proceeds may be invested again' })
  recycling?: boolean;

  @FlagField({ optional: true, description: 'An accelerator manages it: lower minimums of commitments and first payment' })
  byAccelerator?: boolean;

  @WonField({ optional: true, description: 'First payment, where commitments are paid in parts; left out where all is paid at once' })
  firstPaymentWon?: string;

  @ListField(() => PartnerInput, { min: 1, max: 200 })
  partners!: PartnerInput[];

  @FlagField({ optional: true, description: 'Only show what would happen' })
  dryRun?: boolean;
}

export class FundSummaryDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText()
  name!: string;

  @ShownId()
  programmeId!: string;

  @ShownId()
  vintageId!: string;

  @ShownInteger()
  vintageYear!: number;

  @ShownText()
  generalPartner!: string;

  @ShownWon()
  committedWon!: string;

  @ShownWon()
  paidInWon!: string;

  @ShownWon()
  investedWon!: string;

  @ShownWon()
  qualifyingWon!: string;

  @ShownPercent({ nullable: true, description: 'On the basis of the rule, truncated' })
  ratioPercent!: string | null;

  @ShownPercent({ description: 'What must be reached' })
  requiredPercent!: string;

  @ShownWon()
  headroomWon!: string;

  @ShownChoice(['MET', 'NOT_MET', 'IN_PROGRESS', 'UNREACHABLE'])
  verdict!: string;

  @ShownDate()
  investmentTo!: string;
}

export class PartnerDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  ordinal!: number;

  @ShownText()
  name!: string;

  @ShownChoice(PARTNER_KINDS)
  kind!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;

  @ShownWon()
  commitmentWon!: string;

  @ShownFlag({ description: 'A professional investor, whom the legal head count leaves out' })
  professional!: boolean;

  @ShownText({ description: 'Number of units' })
  units!: string;

  @ShownPercent()
  sharePercent!: string;

  @ShownDate()
  signedOn!: string;

  @ShownWon()
  calledWon!: string;

  @ShownWon()
  paidInWon!: string;

  @ShownWon()
  uncalledWon!: string;

  @ShownWon()
  distributedWon!: string;
}

export class FundDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText()
  name!: string;

  @ShownId()
  programmeId!: string;

  @ShownInteger()
  vintageYear!: number;

  @ShownText()
  generalPartner!: string;

  @ShownText()
  custodian!: string;

  @ShownDate({ nullable: true, description: 'Null while it lives' })
  dissolvedOn!: string | null;

  @ShownWon()
  committedWon!: string;

  @ShownWon()
  unitWon!: string;

  @ShownDate()
  foundedOn!: string;

  @ShownDate({ nullable: true })
  registeredOn!: string | null;

  @ShownDate()
  investmentFrom!: string;

  @ShownDate()
  investmentTo!: string;

  @ShownDate()
  lifeTo!: string;

  @ShownText({ description: 'Name of its set of books in the ledger' })
  book!: string;

  @ShownList(() => PartnerDto)
  partners!: PartnerDto[];

  @ShownList(() => PolicyDto)
  policies!: PolicyDto[];
}

export class FormedFundDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownFlag({ description: 'A dry run of a fund that would be refused' })
  blocked!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownWon()
  committedWon!: string;

  @ShownInteger()
  partnerCount!: number;
}

