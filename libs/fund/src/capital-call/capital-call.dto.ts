import { ChoiceField, DateField, FlagField, IdField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { SHARE_STATES } from '../overdue/overdue.js';
import { CALL_KINDS, CALL_PURPOSES } from './capital-call.js';

export class IssueCapitalCallDto {
  @WonField({ description: 'Called from all partners together' })
  amountWon!: string;

  @ChoiceField(CALL_KINDS, { optional: true, description: 'At once, in instalments, or on demand (when absent)' })
  kind?: string;

  @ChoiceField(CALL_PURPOSES, { optional: true, description: 'What the money is for; investments when absent' })
  purposeCode?: string;

  @TextField({ max: 300, description: 'The purpose in words, as the notice says it' })
  purpose!: string;

  @TextField({ max: 200, optional: true, description: 'Whom partners may ask, as the notice says it' })
  contact?: string;

  @DateField()
  noticeOn!: string;

  @DateField()
  dueOn!: string;

  @FlagField({ optional: true, description: 'Only show the shares and rules' })
  dryRun?: boolean;
}

export class ReceiveCapitalDto {
  @IdField({ description: 'The partner who paid' })
  partnerId!: string;

  @WonField()
  amountWon!: string;

  @DateField({ description: 'Value date at the bank' })
  valueOn!: string;

  @TextField({ max: 100, optional: true })
  bankReference?: string;

  @TextField({ max: 500, optional: true })
  note?: string;

  @FlagField({ optional: true, description: 'Only show what would be posted' })
  dryRun?: boolean;
}

export class ReceiptDto {
  @ShownId()
  id!: string;

  @ShownDate()
  valueOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownText({ nullable: true })
  bankReference!: string | null;

  @ShownText({ nullable: true })
  note!: string | null;
}

export class InterestWaiverDto {
  @ShownId()
  id!: string;

  @ShownDate()
  waivedOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownText()
  reason!: string;
}

export class OverdueInterestDto {
  @ShownWon({ description: 'From the day after the due date to the date of the figures' })
  accruedWon!: string;

  @ShownWon()
  receivedWon!: string;

  @ShownWon()
  waivedWon!: string;

  @ShownWon({ description: 'Accrued, less what was received and waived' })
  dueWon!: string;

  @ShownInteger({ description: 'Rate of the agreement on the due date, in basis points a year' })
  rateBasisPoints!: number;

  @ShownList(() => ReceiptDto)
  receipts!: ReceiptDto[];

  @ShownList(() => InterestWaiverDto)
  waivers!: InterestWaiverDto[];
}

export class CallShareDto {
  @ShownId()
  partnerId!: string;

  @ShownText()
  partner!: string;

  @ShownWon()
  calledWon!: string;

  @ShownWon()
  paidWon!: string;

  @ShownWon()
  unpaidWon!: string;

  @ShownInteger({ description: 'Days from the due date to the last payment, or to the date of the figures while unpaid' })
  daysLate!: number;

  @ShownWon({ description: 'Interest accrued, whether received or not' })
  overdueInterestWon!: string;

  @ShownChoice(SHARE_STATES)
  state!: string;

  @ShownDate({ description: 'The last day on which a late partner may pay without being in default' })
  cureEndsOn!: string;

  @ShownObject(() => OverdueInterestDto)
  interest!: OverdueInterestDto;

  @ShownList(() => ReceiptDto)
  receipts!: ReceiptDto[];
}

export class CapitalCallDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  number!: number;

  @ShownChoice(CALL_KINDS, { nullable: true, description: 'Null for a call that a register tells of' })
  kind!: string | null;

  @ShownChoice(CALL_PURPOSES, { nullable: true })
  purposeCode!: string | null;

  @ShownText()
  purpose!: string;

  @ShownText({ nullable: true })
  contact!: string | null;

  @ShownText({ description: 'What the agreement lets be done about a partner in default' })
  remedies!: string;

  @ShownDate({ nullable: true })
  noticeOn!: string | null;

  @ShownDate()
  dueOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon()
  paidWon!: string;

  @ShownWon()
  unpaidWon!: string;

  @ShownList(() => CallShareDto)
  shares!: CallShareDto[];
}

export class PlannedShareDto {
  @ShownId()
  partnerId!: string;

  @ShownText()
  partner!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon({ description: 'Commitment not called after this call' })
  uncalledAfterWon!: string;
}

export class IssuedCallDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownInteger()
  number!: number;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PlannedShareDto)
  shares!: PlannedShareDto[];

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class ReceivedCapitalDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  unpaidWon!: string;

  @ShownWon({ description: 'Interest due on what came late' })
  overdueInterestWon!: string;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
