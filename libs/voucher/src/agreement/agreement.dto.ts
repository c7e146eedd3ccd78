import { DateField, FlagField, IdField, ListField, ShownFlag, ShownId, ShownList, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';

export class AgreementInput {
  @IdField()
  voucherId!: string;

  @WonField({ description: 'Public money: no more than the face value, and than was asked for' })
  amountWon!: string;

  @IdField({ optional: true, description: 'Wanted where the terms ask for a broker' })
  brokerId?: string;

  @IdField({ optional: true, description: 'The agreement as it was signed' })
  documentId?: string;
}

export class AgreeVouchersDto {
  @DateField()
  agreedOn!: string;

  @ListField(() => AgreementInput, { min: 1, max: 1000 })
  vouchers!: AgreementInput[];

  @FlagField({ optional: true, description: 'Only the verdicts and the own money that would be due' })
  dryRun?: boolean;
}

export class DepositInput {
  @IdField()
  voucherId!: string;

  @WonField()
  amountWon!: string;

  @DateField({ description: 'Value date at the bank' })
  valueOn!: string;

  @TextField({ max: 100, optional: true })
  bankReference?: string;
}

export class DepositOwnMoneyDto {
  @ListField(() => DepositInput, { min: 1, max: 1000, description: 'As the statement of the bank lists them' })
  deposits!: DepositInput[];

  @FlagField({ optional: true, description: 'Only what would be posted' })
  dryRun?: boolean;
}

export class ReturnOwnMoneyDto {
  @WonField()
  amountWon!: string;

  @DateField({ description: 'Value date at the bank' })
  valueOn!: string;

  @TextField({ max: 100, optional: true })
  bankReference?: string;

  @FlagField({ optional: true, description: 'Only what would be posted' })
  dryRun?: boolean;
}

export class AgreedVoucherDto {
  @ShownId()
  voucherId!: string;

  @ShownText({ description: 'Of the application' })
  number!: string;

  @ShownText()
  company!: string;

  @ShownFlag()
  agreed!: boolean;

  @ShownWon()
  amountWon!: string;

  @ShownWon({ description: 'What the company is to pay in before the issue' })
  selfBurdenWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class OwnLotDto {
  @ShownId()
  voucherId!: string;

  @ShownText({ description: 'Of the voucher, or of the application before the issue' })
  number!: string;

  @ShownText()
  company!: string;

  @ShownWon()
  paidBeforeWon!: string;

  @ShownWon()
  paidAfterWon!: string;

  @ShownWon({ description: 'The most that may be paid in' })
  dueWon!: string;
}

export class DepositedOwnMoneyDto {
  @ShownList(() => OwnLotDto)
  vouchers!: OwnLotDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];

  @ShownFlag()
  dryRun!: boolean;
}

export class ReturnedOwnMoneyDto {
  @ShownWon()
  leftBeforeWon!: string;

  @ShownWon()
  leftAfterWon!: string;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];

  @ShownFlag()
  dryRun!: boolean;
}
