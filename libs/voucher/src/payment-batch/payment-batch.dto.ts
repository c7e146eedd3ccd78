import { BilingualDto, DateField, FlagField, IdsField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { BATCH_STATES } from './payment-batch.js';

const LINES = 10_000;

export class DraftPaymentBatchDto {
  @DateField({ optional: true, description: 'The day of payment; default: today' })
  payOn?: string;

  @IdsField({ optional: true, min: 1, max: LINES, description: 'Default: all that is owed and waits in no batch' })
  serviceIds?: string[];

  @WonField({ optional: true, description: 'What the preview came to; asked for unless dryRun. Another total is refused.' })
  totalWon?: string;

  @FlagField({ optional: true, description: 'Only show what would be paid to whom, and what stays out' })
  dryRun?: boolean;
}

export class ReleasePaymentBatchDto {
  @FlagField({ optional: true, description: 'Only show what would be posted' })
  dryRun?: boolean;
}

export class CancelPaymentBatchDto {
  @TextField({ min: 2, max: 500 })
  reason!: string;
}

export class DownloadPaymentBatchDto {
  @TextField({ min: 5, max: 500, description: 'Why; kept in the access log' })
  reason!: string;
}

export class PayableDto {
  @ShownId()
  serviceId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  payee!: string;

  @ShownWon()
  publicWon!: string;

  @ShownWon()
  ownWon!: string;
}

export class RefusedPayableDto {
  @ShownId()
  serviceId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  payee!: string;

  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto, { description: 'Why it stays out, and what would let it in' })
  text!: BilingualDto;
}

export class DraftedBatchDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  totalWon!: string;

  @ShownList(() => PayableDto)
  payables!: PayableDto[];

  @ShownList(() => RefusedPayableDto)
  refused!: RefusedPayableDto[];
}

export class ReleasedBatchDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  totalWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class CancelledBatchDto {
  @ShownId()
  id!: string;
}

export class PaymentBatchDto {
  @ShownId()
  id!: string;

  @ShownId()
  yearId!: string;

  @ShownText()
  number!: string;

  @ShownDate()
  payOn!: string;

  @ShownWon()
  totalWon!: string;

  @ShownInteger()
  lines!: number;

  @ShownInteger()
  payees!: number;

  @ShownChoice(BATCH_STATES)
  state!: string;

  @ShownText({ nullable: true })
  draftedBy!: string | null;

  @ShownInstant()
  draftedAt!: Date;

  @ShownTexts({ description: 'Who signed the draft' })
  signedBy!: string[];

  @ShownText({ nullable: true, description: 'Who released or cancelled it' })
  endedBy!: string | null;

  @ShownDate({ nullable: true })
  endedOn!: string | null;

  @ShownText({ nullable: true })
  reason!: string | null;
}

export class PaymentLineDto {
  @ShownInteger()
  lineNo!: number;

  @ShownId()
  serviceId!: string;

  @ShownText()
  number!: string;

  @ShownText({ nullable: true })
  voucherNumber!: string | null;

  @ShownText()
  company!: string;

  @ShownText()
  payee!: string;

  @ShownObject(() => BilingualDto)
  bankName!: BilingualDto;

  @Personal()
  @ShownText({ description: 'All but the last four digits covered' })
  maskedNumber!: string;

  @Personal()
  @ShownText({ description: 'All but the first letter covered' })
  maskedHolder!: string;

  @ShownFlag({ description: 'The account can be used today' })
  accountOpen!: boolean;

  @ShownWon()
  publicWon!: string;

  @ShownWon()
  ownWon!: string;
}

export class PaymentBatchDetailDto extends PaymentBatchDto {
  @ShownList(() => PaymentLineDto)
  items!: PaymentLineDto[];
}
