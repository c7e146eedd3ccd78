import {
  BilingualDto, DateField, FlagField, IdsField, Personal, QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, ShownWon, TextField,
  VerdictDto, WonField,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { BookField, DebtPartDto, OwedPayableDto, RefusedDebtDto } from '../payable/payable.dto.js';
import { PayingAccountDto } from '../paying-account/paying-account.dto.js';
import { FILE_FORMATS, LINE_STATES, RUN_STANDINGS } from './payment-run.js';

const LINES = 10_000;

export class PaymentRunQuery {
  @BookField({ optional: true, description: 'Only runs of this book' })
  book?: string;

  @QueryIntegerField({ min: 1, max: 500, optional: true, description: 'At most so many, the latest first; default 100' })
  limit?: number;
}

export class DraftPaymentRunDto {
  @BookField()
  book!: string;

  @DateField({ optional: true, description: 'The day of payment; default: today' })
  payOn?: string;

  @IdsField({ optional: true, min: 1, max: LINES, description: 'Default: all that the book owes and that is due on the day' })
  payableIds?: string[];

  @WonField({ optional: true, description: 'What the preview came to; asked for unless dryRun. Another total is refused.' })
  totalWon?: string;

  @FlagField({ optional: true, description: 'Only show what would be paid to whom, and what stays out' })
  dryRun?: boolean;
}

export class ReleasePaymentRunDto {
  @FlagField({ optional: true, description: 'Only show the verdicts, and what would be booked' })
  dryRun?: boolean;
}

export class VoidPaymentRunDto {
  @TextField({ min: 2, max: 500 })
  reason!: string;
}

export class DraftedRunDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  totalWon!: string;

  @ShownObject(() => PayingAccountDto, { nullable: true, description: 'The account it would leave' })
  payingAccount!: PayingAccountDto | null;

  @ShownList(() => OwedPayableDto)
  payables!: OwedPayableDto[];

  @ShownList(() => RefusedDebtDto)
  refused!: RefusedDebtDto[];

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto, { description: 'What the books will say once the bank has paid it' })
  entries!: PostedEntryDto[];
}

export class ReleasedRunDto {
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

  @ShownList(() => PostedEntryDto, { description: 'What the books will say once the bank has paid it' })
  entries!: PostedEntryDto[];
}

export class VoidedRunDto {
  @ShownId()
  id!: string;
}

export class LineCountsDto {
  @ShownInteger()
  open!: number;

  @ShownInteger()
  paid!: number;

  @ShownInteger()
  rejected!: number;

  @ShownInteger()
  returned!: number;
}

export class PaymentRunDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText()
  book!: string;

  @ShownText()
  bookLabel!: string;

  @ShownDate()
  payOn!: string;

  @ShownInteger()
  lines!: number;

  @ShownWon()
  totalWon!: string;

  @ShownWon({ description: 'What the bank has paid and not sent back' })
  paidWon!: string;

  @ShownChoice(RUN_STANDINGS, { description: 'SETTLED: the bank has answered for each line' })
  standing!: string;

  @ShownObject(() => LineCountsDto)
  counts!: LineCountsDto;

  @ShownText({ nullable: true })
  draftedBy!: string | null;

  @ShownInstant()
  draftedAt!: Date;

  @ShownTexts({ description: 'Who signed the draft' })
  signedBy!: string[];
}

export class RunLineDto {
  @ShownInteger()
  lineNo!: number;

  @ShownText({ description: 'How the bank knows the transfer' })
  endToEndId!: string;

  @ShownId()
  payableId!: string;

  @ShownObject(() => BilingualDto)
  kindName!: BilingualDto;

  @ShownId()
  subjectId!: string;

  @ShownText()
  payee!: string;

  @ShownText()
  purpose!: string;

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
  amountWon!: string;

  @ShownList(() => DebtPartDto, { description: 'The lots of money that it is made of; empty where it is one sum' })
  parts!: DebtPartDto[];

  @ShownChoice(LINE_STATES)
  state!: string;
}

export class RunStepDto {
  @ShownChoice(['draft', 'release', 'export', 'void', 'PAID', 'REJECTED', 'RETURNED'])
  what!: string;

  @ShownInteger({ nullable: true })
  lineNo!: number | null;

  @ShownDate()
  happenedOn!: string;

  @ShownText({ nullable: true })
  bankReference!: string | null;

  @ShownText({ nullable: true, description: 'ISO 20022 status reason' })
  reasonCode!: string | null;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownFlag({ description: 'Read from a file of the bank' })
  fromAnswer!: boolean;

  @ShownText({ nullable: true })
  actor!: string | null;

  @ShownInstant()
  recordedAt!: Date;
}

export class RunFileDto {
  @ShownChoice(FILE_FORMATS)
  format!: string;

  @ShownText({ description: 'SHA-256 of the file: the same each time it is made' })
  sha256!: string;

  @ShownInteger()
  sizeBytes!: number;

  @ShownInstant()
  recordedAt!: Date;
}

export class PaymentRunDetailDto extends PaymentRunDto {
  @ShownObject(() => PayingAccountDto)
  payingAccount!: PayingAccountDto;

  @ShownList(() => RunLineDto)
  items!: RunLineDto[];

  @ShownList(() => RunStepDto)
  steps!: RunStepDto[];

  @ShownList(() => RunFileDto)
  files!: RunFileDto[];
}
