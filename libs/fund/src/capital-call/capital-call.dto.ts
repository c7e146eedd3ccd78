import { DateField, FlagField, IdField, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';

export class IssueCapitalCallDto {
  @WonField({ description: 'Called from all partners together' })
  amountWon!: string;

  @TextField({ max: 300 })
  purpose!: string;

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

  @ShownWon()
  overdueInterestWon!: string;

  @ShownList(() => ReceiptDto)
  receipts!: ReceiptDto[];
}

export class CapitalCallDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  number!: number;

  @ShownText()
  purpose!: string;

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
}

export class ReceivedCapitalDto {
  @ShownId()
  id!: string;

  @ShownWon()
  unpaidWon!: string;

  @ShownWon({ description: 'Interest due on what came late' })
  overdueInterestWon!: string;
}
