import {
  ChoiceField,
  CountField,
  DateField,
  FlagField,
  IdField,
  ListField,
  ObjectField,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownId,
  ShownInstant,
  ShownList,
  ShownObject,
  ShownText,
  ShownTexts,
  ShownWon,
  TextField,
  VerdictDto,
  WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { ClassificationDto, EvidenceDto, EvidenceInput, RequirementDto } from '../classification/classification.dto.js';
import { COMPANY_BASES, RECOGNITION_ROUTES } from '../classification/classification.js';
import { ConversionShownDto, DealParticularsInput, DealTermDto, ShownTraitDto } from '../deal/deal-term.dto.js';
import { ObligationEffectDto } from '../obligation/obligation-effect.dto.js';
import { FOLLOW_ON_TESTS } from '../recognition/recognition.policy.js';
import { INSTRUMENTS, INVESTMENT_KINDS } from './investment.js';

const STATUSES = ['QUALIFIED', 'NOT_QUALIFIED', 'PENDING', 'REVOKED', 'NOT_CLAIMED'] as const;

export class CompanyInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;

  @TextField({ max: 20, optional: true, description: 'Thirteen digits, with or without a hyphen' })
  corporateNumber?: string;

  @DateField({ optional: true, description: 'Entry in the corporate register; a start-up is at most seven years old' })
  incorporatedOn?: string;
}

export class RecognitionClaimInput {
  @ChoiceField(RECOGNITION_ROUTES)
  route!: string;

  @ChoiceField(COMPANY_BASES)
  companyBasis!: string;
}

export class RecordInvestmentDto extends DealParticularsInput {
  @ObjectField(() => CompanyInput)
  company!: CompanyInput;

  @ChoiceField(['NEW', 'FOLLOW_ON'])
  kind!: string;

  @IdField({ optional: true, description: 'The first investment, for a follow-on' })
  originId?: string;

  @ChoiceField(INSTRUMENTS)
  instrument!: string;

  @WonField()
  amountWon!: string;

  @DateField({ optional: true })
  committeeOn?: string;

  @DateField()
  paidOn!: string;

  @CountField({ optional: true })
  shares?: string;

  @WonField({ optional: true })
  pricePerShareWon?: string;

  @TextField({ max: 50, optional: true })
  round?: string;

  @ObjectField(() => RecognitionClaimInput, { optional: true, description: 'Leave out for a deal that does not claim main-purpose recognition' })
  recognition?: RecognitionClaimInput;

  @ListField(() => EvidenceInput, { max: 50, optional: true })
  evidence?: EvidenceInput[];

  @TextField({ max: 2000, optional: true, multiline: true })
  note?: string;

  @FlagField({ optional: true, description: 'The deal simulator: the very same code, rolled back' })
  dryRun?: boolean;
}

/** What the checks of a claim looked at, and what is to be cleared before somebody decides. */
export class ClaimChecksDto {
  @ShownChoice(FOLLOW_ON_TESTS, { description: 'Which payment the agreement tests in a follow-on' })
  followOnTest!: string;

  @ShownDate({ description: 'The payment that was looked at: the deal’s own, or the first one into the company' })
  testedOn!: string;

  @ShownTexts({ description: 'Checks among the verdicts that the claim does not pass on these documents' })
  open!: string[];
}

export class RecordedInvestmentDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText({ nullable: true })
  number!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownFlag({ description: 'A dry run of a deal that would be refused' })
  blocked!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => ObligationEffectDto)
  before!: ObligationEffectDto;

  @ShownObject(() => ObligationEffectDto, { description: 'With the deal as it is classified now (a claim is pending until decided)' })
  after!: ObligationEffectDto;

  @ShownObject(() => ObligationEffectDto, { nullable: true, description: 'With the claim accepted; null without a claim' })
  afterIfAccepted!: ObligationEffectDto | null;

  @ShownObject(() => ClaimChecksDto, { nullable: true, description: 'Null without a claim' })
  claim!: ClaimChecksDto | null;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class InvestmentSummaryDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownChoice(INVESTMENT_KINDS)
  kind!: string;

  @ShownText()
  company!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;

  @ShownChoice(INSTRUMENTS)
  instrument!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon()
  outstandingCostWon!: string;

  @ShownWon({ nullable: true, description: 'Last valuation on or before the date of the figures' })
  fairValueWon!: string | null;

  @ShownDate({ nullable: true })
  committeeOn!: string | null;

  @ShownDate()
  paidOn!: string;

  @ShownText({ nullable: true })
  round!: string | null;

  @ShownText({ nullable: true })
  route!: string | null;

  @ShownText({ nullable: true })
  companyBasis!: string | null;

  @ShownChoice(STATUSES)
  status!: string;

  @ShownDate({ nullable: true })
  decidedEffectiveOn!: string | null;

  @ShownText({ description: 'Number of warnings on record' })
  warningCount!: string;

  @ShownFlag()
  voided!: boolean;

  @ShownFlag({ description: 'The contract was undone: it counts as never invested' })
  rescinded!: boolean;

  @ShownText({ nullable: true })
  note!: string | null;
}

export class ExitDto {
  @ShownText()
  kind!: string;

  @ShownDate()
  exitedOn!: string;

  @ShownWon()
  proceedsWon!: string;

  @ShownWon()
  costWon!: string;

  @ShownWon()
  expenseWon!: string;

  @ShownText({ nullable: true })
  counterparty!: string | null;
}

export class InvestmentDto extends InvestmentSummaryDto {
  @ShownId()
  fundId!: string;

  @ShownText({ nullable: true })
  shares!: string | null;

  @ShownWon({ nullable: true })
  pricePerShareWon!: string | null;

  @ShownDate({ nullable: true })
  incorporatedOn!: string | null;

  @ShownText({ description: 'Who recorded it' })
  recordedBy!: string;

  @ShownInstant()
  recordedAt!: Date;

  @ShownList(() => ClassificationDto)
  classifications!: ClassificationDto[];

  @ShownList(() => EvidenceDto)
  evidence!: EvidenceDto[];

  @ShownList(() => RequirementDto, { description: 'Must-have documents of the claimed route' })
  requirements!: RequirementDto[];

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => ExitDto)
  exits!: ExitDto[];

  @ShownId()
  companyId!: string;

  @ShownId({ nullable: true, description: 'The first investment, of a follow-on or a conversion' })
  originId!: string | null;

  @ShownObject(() => DealTermDto, { nullable: true, description: 'Null for deals of an imported register, of which no terms are known' })
  term!: DealTermDto | null;

  @ShownList(() => ShownTraitDto, { description: 'What the deal is to the classes of an agreement' })
  traits!: ShownTraitDto[];

  @ShownList(() => ConversionShownDto, { description: 'What the holding became, in order' })
  conversions!: ConversionShownDto[];
}

export class VoidInvestmentDto {
  @TextField({ max: 2000, multiline: true, description: 'Why it should never have been recorded' })
  reason!: string;
}

export class VoidedInvestmentDto {
  @ShownId()
  id!: string;

  @ShownObject(() => ObligationEffectDto)
  after!: ObligationEffectDto;
}
