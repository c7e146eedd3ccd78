import {
  ChoiceField, IdField, QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { SERVICE_LIFE } from './service.js';

const STATES = Object.keys(SERVICE_LIFE.states);

export class ServiceQuery {
  @ChoiceField(STATES, { optional: true, description: 'Only services in this state' })
  state?: string;

  @IdField({ optional: true, description: 'Only services of this voucher' })
  voucherId?: string;

  @TextField({ max: 100, optional: true, description: 'Part of a number or of the name of the company or provider' })
  search?: string;

  @QueryIntegerField({ min: 0, max: 1_000_000, optional: true, description: 'How many to leave out; default 0' })
  offset?: number;

  @QueryIntegerField({ min: 1, max: 500, optional: true, description: 'Per page; default 200' })
  limit?: number;
}

export class ServiceDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText({ nullable: true })
  name!: string | null;

  @ShownChoice(STATES)
  state!: string;

  @ShownDate({ description: 'Since when it stands there' })
  sinceOn!: string;

  @ShownId()
  voucherId!: string;

  @ShownId()
  yearId!: string;

  @ShownText({ nullable: true })
  voucherNumber!: string | null;

  @ShownText()
  voucherState!: string;

  @ShownText()
  company!: string;

  @ShownId()
  providerId!: string;

  @ShownText()
  provider!: string;

  @ShownDate()
  contractedOn!: string;

  @ShownDate({ nullable: true })
  dueOn!: string | null;

  @ShownWon({ description: 'Supply price as contracted' })
  contractedWon!: string;

  @ShownWon({ description: 'Supply price as it stands: as claimed, less what came back' })
  supplyWon!: string;

  @ShownWon()
  vatWon!: string;

  @ShownWon({ description: 'Borne by public money' })
  governmentWon!: string;

  @ShownWon({ description: 'Borne by the company' })
  selfWon!: string;

  @ShownText({ nullable: true })
  invoiceNumber!: string | null;

  @ShownDate({ nullable: true })
  invoicedOn!: string | null;

  @ShownDate({ nullable: true })
  claimedOn!: string | null;

  @ShownWon({ nullable: true })
  brokerFeeWon!: string | null;

  @ShownId({ nullable: true, description: 'Who recorded the claim; they do not decide on it' })
  claimedById!: string | null;

  @ShownText({ nullable: true })
  claimedBy!: string | null;

  @ShownId({ nullable: true, description: 'The payment run in which it is, or was, paid' })
  paymentRunId!: string | null;

  @ShownText({ nullable: true, description: 'Of the run, or of an earlier batch of payments' })
  paymentNumber!: string | null;

  @ShownList(() => VerdictDto, { description: 'What the rules remark: when it was recorded, and of a claim also as of today' })
  remarks!: VerdictDto[];
}

export class ServiceCountDto {
  @ShownChoice(STATES)
  state!: string;

  @ShownInteger()
  count!: number;

  @ShownWon()
  supplyWon!: string;
}

export class ServiceListingDto {
  @ShownList(() => ServiceCountDto, { description: 'Of all services that the search finds' })
  counts!: ServiceCountDto[];

  @ShownList(() => ServiceDto)
  services!: ServiceDto[];
}

export class ServiceStepDto {
  @ShownText({ description: 'contract, or an event of the life of a service' })
  event!: string;

  @ShownDate()
  happenedOn!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownInteger({ nullable: true, description: 'Satisfaction of the company, 1 to 5' })
  rating!: number | null;

  @ShownDate({ nullable: true })
  brokerReportedOn!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  fileName!: string | null;

  @ShownText({ nullable: true, description: 'Who serves from then on' })
  provider!: string | null;

  @ShownText({ nullable: true, description: 'Who recorded it' })
  by!: string | null;

  @ShownInstant()
  recordedAt!: Date;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class ServiceDetailDto extends ServiceDto {
  @ShownList(() => ServiceStepDto)
  steps!: ServiceStepDto[];

  @ShownFlag({ description: 'A broker has to report before it is paid' })
  brokerRequired!: boolean;
}

/** What a write moves on one voucher and in its year. */
export class VoucherMoneyDto {
  @ShownWon({ description: 'Public money on the voucher, held or not' })
  balanceWon!: string;

  @ShownWon()
  heldWon!: string;

  @ShownWon()
  availableWon!: string;

  @ShownWon({ description: "Left of the company's own lot" })
  ownMoneyWon!: string;

  @ShownWon({ description: 'On all vouchers of the year' })
  outstandingWon!: string;

  @ShownWon({ description: 'Of the year, not issued' })
  budgetLeftWon!: string;

  @ShownWon({ description: 'Of the year, returned unused' })
  returnedWon!: string;
}

/** The answer to a step that moves no money. */
export class SteppedServiceDto {
  @ShownId()
  id!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

/** What every write about the money of a service answers, or would do in a dry run. */
export class ServiceEffectDto extends SteppedServiceDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => VoucherMoneyDto)
  before!: VoucherMoneyDto;

  @ShownObject(() => VoucherMoneyDto)
  after!: VoucherMoneyDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
