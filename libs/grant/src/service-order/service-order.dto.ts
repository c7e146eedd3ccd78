import { BilingualDto, ChoiceField, DateField, FlagField, IdField, ObjectField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, ShownWon, TextField, TextsField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { BusinessInput } from '../business/business.dto.js';
import { ORDER_KINDS, ORDER_RESULTS, SERVICE_ORDER_LIFE } from './service-order.js';

const STATES = Object.keys(SERVICE_ORDER_LIFE.states);

export class RequestServiceOrderDto {
  @ChoiceField(ORDER_KINDS)
  kind!: string;

  @ObjectField(() => BusinessInput)
  company!: BusinessInput;

  @IdField({ optional: true, description: 'The agreement it serves, where there is one' })
  agreementId?: string;

  @IdField({ description: 'The laboratory, as it is registered' })
  labId!: string;

  @TextField({ max: 300, description: 'The equipment, or what is tested' })
  subject!: string;

  @TextsField({ max: 50, maxLength: 200, description: 'Items of the evaluation or test' })
  items!: string[];

  @WonField({ description: 'The whole fee' })
  feeWon!: string;

  @DateField({ optional: true, description: 'Default: today' })
  requestedOn?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class RequestedServiceOrderDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  governmentWon!: string;

  @ShownWon()
  companyWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class AcceptServiceOrderDto {
  @DateField({ optional: true, description: 'Default: today' })
  on?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class EndServiceOrderDto {
  @TextField({ max: 1000, min: 5, multiline: true })
  reason!: string;

  @DateField({ optional: true, description: 'Default: today' })
  on?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class CertifyServiceOrderDto {
  @TextField({ max: 100, description: 'Number of the certificate' })
  certificate!: string;

  @ChoiceField(ORDER_RESULTS)
  result!: string;

  @DateField({ optional: true, description: 'Day on which the company paid its part' })
  companyPaidOn?: string;

  @IdField({ optional: true })
  documentId?: string;

  @DateField({ optional: true, description: 'Default: today' })
  on?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ApproveServiceOrderDto {
  @WonField({ min: 0n, description: 'The government’s part, as the order says' })
  amountWon!: string;

  @DateField({ description: 'Not paid before; a day of the fiscal year of the order, or of a year that it was carried over to' })
  payOn!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class MovedServiceOrderDto {
  @ShownId()
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownChoice(STATES)
  before!: string;

  @ShownChoice(STATES)
  after!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class OrderStepDto {
  @ShownChoice(Object.keys(SERVICE_ORDER_LIFE.events))
  event!: string;

  @ShownObject(() => BilingualDto)
  eventName!: BilingualDto;

  @ShownDate()
  happenedOn!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText({ nullable: true })
  certificate!: string | null;

  @ShownChoice(ORDER_RESULTS, { nullable: true })
  result!: string | null;

  @ShownDate({ nullable: true })
  companyPaidOn!: string | null;

  @ShownText()
  actor!: string;
}

export class ServiceOrderDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownChoice(ORDER_KINDS)
  kind!: string;

  @ShownObject(() => BilingualDto)
  kindName!: BilingualDto;

  @ShownText()
  company!: string;

  @ShownText({ nullable: true })
  agreementNumber!: string | null;

  @ShownText()
  lab!: string;

  @ShownText()
  subject!: string;

  @ShownTexts()
  items!: string[];

  @ShownDate()
  requestedOn!: string;

  @ShownInteger({ description: 'Whose budget bears it' })
  fiscalYear!: number;

  @ShownInteger({ nullable: true, description: 'The last year that it was carried over to' })
  carriedTo!: number | null;

  @ShownWon()
  feeWon!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownWon()
  companyWon!: string;

  @ShownChoice(STATES)
  state!: string;

  @ShownObject(() => BilingualDto)
  stateName!: BilingualDto;

  @ShownDate()
  sinceOn!: string;

  @ShownDate({ nullable: true, description: 'Day on which a payment run paid the laboratory' })
  paidOn!: string | null;

  @ShownList(() => OrderStepDto)
  steps!: OrderStepDto[];
}
