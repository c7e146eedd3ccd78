import {
  BasisPointsField, ChoiceField, DateField, FlagField, IdField, ListField, ObjectField, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, ShownWon, TextField,
  VerdictDto, WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { IMPAIRMENT_REASONS } from './impairment/impairment.js';

export class FollowOnInput {
  @DateField()
  paidOn!: string;

  @WonField({ description: 'Put in by others; CB and SAFE count' })
  amountWon!: string;

  @BasisPointsField({ optional: true, description: 'Part of the company that was bought' })
  shareBasisPoints?: number;
}

export class ImpairmentReasonInput {
  @ChoiceField(IMPAIRMENT_REASONS)
  code!: string;
}

export class ValuationInput {
  @IdField()
  investmentId!: string;

  @WonField({ min: 0n, description: 'After impairment' })
  fairValueWon!: string;

  @WonField({ min: 0n, optional: true })
  impairmentWon?: string;

  @TextField({ max: 50, description: 'Such as cost, recent round, market price' })
  method!: string;

  @ListField(() => ImpairmentReasonInput, { max: 7, optional: true, description: 'Needed where something is written down' })
  reasons?: ImpairmentReasonInput[];

  @FlagField({ optional: true, description: 'Eroded only because of the change to K-IFRS' })
  ifrsConversion?: boolean;

  @ObjectField(() => FollowOnInput, { optional: true, description: 'A round that others put money into: a meaningful one restores the value' })
  followOn?: FollowOnInput;

  @TextField({ max: 1000, optional: true, multiline: true })
  note?: string;
}

export class RecordValuationDto {
  @DateField({ description: 'The day whose end it is about; the same day again corrects' })
  valuedOn!: string;

  @ListField(() => ValuationInput, { max: 500 })
  items!: ValuationInput[];

  @TextField({ max: 200, optional: true, description: 'Who audited the values; with signedOn' })
  auditor?: string;

  @DateField({ optional: true })
  signedOn?: string;

  @IdField({ optional: true, description: 'What the auditor signed' })
  documentId?: string;

  @FlagField({ optional: true, description: 'Only show what would become of it' })
  dryRun?: boolean;
}

export class HoldingTotalsDto {
  @ShownWon()
  costWon!: string;

  @ShownWon()
  fairValueWon!: string;

  @ShownWon()
  impairmentWon!: string;

  @ShownWon({ description: 'Cost less impairment: what a fee on net cost is a part of' })
  netCostWon!: string;
}

export class JudgedValuationDto {
  @ShownId()
  investmentId!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class RecordedValuationDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownFlag({ description: 'A dry run of a sheet that would be refused' })
  blocked!: boolean;

  @ShownObject(() => HoldingTotalsDto)
  before!: HoldingTotalsDto;

  @ShownObject(() => HoldingTotalsDto)
  after!: HoldingTotalsDto;

  @ShownList(() => JudgedValuationDto)
  judged!: JudgedValuationDto[];

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class HoldingDto {
  @ShownId()
  investmentId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownText()
  instrument!: string;

  @ShownDate()
  paidOn!: string;

  @ShownWon()
  acquisitionWon!: string;

  @ShownWon({ description: 'Acquisition cost that is left' })
  costWon!: string;

  @ShownDate({ nullable: true })
  valuedOn!: string | null;

  @ShownWon({ description: 'By the last valuation; the cost where there is none' })
  fairValueWon!: string;

  @ShownWon()
  impairmentWon!: string;

  @ShownText({ nullable: true })
  method!: string | null;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownTexts({ description: 'Codes of the reasons for the impairment' })
  reasons!: string[];

  @ShownTexts({ description: 'Codes of the exceptions that applied' })
  exceptions!: string[];

  @ShownText({ nullable: true })
  auditor!: string | null;

  @ShownDate({ nullable: true })
  signedOn!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  recordedBy!: string | null;
}

export class AskedImpairmentDto {
  @ShownText()
  reason!: string;

  @ShownInteger({ description: 'Part of the cost that the reason asks to be written down' })
  basisPoints!: number;
}

export class ValuationSheetDto {
  @ShownDate()
  asOf!: string;

  @ShownObject(() => HoldingTotalsDto)
  totals!: HoldingTotalsDto;

  @ShownList(() => HoldingDto)
  holdings!: HoldingDto[];

  @ShownList(() => AskedImpairmentDto)
  asked!: AskedImpairmentDto[];
}
