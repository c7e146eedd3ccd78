import {
  ChoiceField, CountField, DateField, FlagField, IdField, ObjectField, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { ObligationEffectDto } from '../obligation/obligation-effect.dto.js';
import { RateDto } from '../performance/performance.dto.js';
import { EXIT_KINDS } from './exit.js';

export class CounterpartyInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, optional: true, description: 'Ten digits, with or without hyphens; without one the name decides who it is' })
  businessNumber?: string;
}

export class RecordExitDto {
  @IdField()
  investmentId!: string;

  @ChoiceField(EXIT_KINDS)
  kind!: string;

  @DateField()
  exitedOn!: string;

  @CountField({ optional: true, description: 'Takes its part of the cost; leave out for all that is left' })
  shares?: string;

  @WonField({ optional: true })
  pricePerShareWon?: string;

  @WonField({ min: 0n, description: 'What came, before fees and taxes, without what is held back' })
  proceedsWon!: string;

  @WonField({ optional: true, description: 'Part of the cost, where shares do not say it' })
  costWon?: string;

  @WonField({ min: 0n, optional: true })
  feeWon?: string;

  @WonField({ min: 0n, optional: true })
  taxWon?: string;

  @WonField({ min: 0n, optional: true, description: 'Part of the proceeds that is interest' })
  interestWon?: string;

  @WonField({ min: 0n, optional: true, description: 'Held back by an agent' })
  escrowWon?: string;

  @DateField({ optional: true })
  escrowUntil?: string;

  @ObjectField(() => CounterpartyInput, { optional: true, description: 'The buyer; needed for a merger and a sale over the counter' })
  counterparty?: CounterpartyInput;

  @IdField({ optional: true, description: 'Consent of all partners to a sale to a related party' })
  consentDocumentId?: string;

  @IdField({ optional: true, description: 'The contract of the sale' })
  documentId?: string;

  @TextField({ max: 2000, optional: true, multiline: true })
  note?: string;

  @FlagField({ optional: true, description: 'Only show what would become of it' })
  dryRun?: boolean;
}

export class RecordedExitDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownFlag()
  blocked!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownWon({ description: 'Cost that goes with the exit' })
  costWon!: string;

  @ShownWon()
  costAfterWon!: string;

  @ShownWon({ description: 'What is left is worth' })
  fairValueAfterWon!: string;

  @ShownWon({ description: 'Proceeds less cost, before fees and taxes' })
  gainWon!: string;

  @ShownWon({ description: 'Proceeds less fees and taxes' })
  netWon!: string;

  @ShownText({ nullable: true, description: 'Of the whole deal: (net proceeds so far + fair value of the rest) ÷ cost' })
  multiple!: string | null;

  @ShownObject(() => RateDto, { description: 'Of the whole deal, with the rest at fair value' })
  rate!: RateDto;

  @ShownWon()
  cashBeforeWon!: string;

  @ShownWon()
  cashAfterWon!: string;

  @ShownObject(() => ObligationEffectDto)
  before!: ObligationEffectDto;

  @ShownObject(() => ObligationEffectDto)
  after!: ObligationEffectDto;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class FundExitDto {
  @ShownId()
  id!: string;

  @ShownId()
  investmentId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownText()
  kind!: string;

  @ShownDate()
  exitedOn!: string;

  @ShownText({ nullable: true })
  shares!: string | null;

  @ShownWon({ nullable: true })
  pricePerShareWon!: string | null;

  @ShownWon()
  proceedsWon!: string;

  @ShownWon()
  costWon!: string;

  @ShownWon({ description: 'Fees and taxes' })
  expenseWon!: string;

  @ShownWon({ nullable: true })
  feeWon!: string | null;

  @ShownWon({ nullable: true })
  taxWon!: string | null;

  @ShownWon({ nullable: true })
  interestWon!: string | null;

  @ShownWon()
  escrowWon!: string;

  @ShownWon({ description: 'Still held back' })
  escrowLeftWon!: string;

  @ShownDate({ nullable: true })
  escrowUntil!: string | null;

  @ShownText({ nullable: true })
  counterparty!: string | null;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownFlag({ description: 'Money of an earlier exit that had been held back' })
  isEscrow!: boolean;
}

export class ReceiveEscrowDto {
  @IdField()
  exitId!: string;

  @DateField()
  settledOn!: string;

  @WonField({ min: 0n })
  receivedWon!: string;

  @WonField({ min: 0n, optional: true, description: 'Goes back to the buyer for good' })
  forfeitedWon?: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  note?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ReceivedEscrowDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ description: 'Still held back afterwards' })
  leftWon!: string;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
