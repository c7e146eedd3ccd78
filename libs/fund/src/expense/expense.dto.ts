import { ChoiceField, DateField, FlagField, IdField, ObjectField, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { CounterpartyInput } from '../exit/exit.dto.js';
import { DUE_DILIGENCE_KINDS } from '../fee/due-diligence.rules.js';
import { SpendingPlanDto } from '../fee/fee.dto.js';
import { EXPENSE_KINDS } from './expense.js';

export class PayExpenseDto {
  @ChoiceField(EXPENSE_KINDS)
  kind!: string;

  @IdField({ optional: true, description: 'The bill that is paid; a management fee has one' })
  billId?: string;

  @TextField({ max: 100, description: 'What for' })
  label!: string;

  @DateField()
  paidOn!: string;

  @WonField()
  amountWon!: string;

  @DateField({ optional: true })
  periodFrom?: string;

  @DateField({ optional: true })
  periodTo?: string;

  @ObjectField(() => CounterpartyInput, { optional: true, description: 'Who is paid; the general partner where a management fee names nobody' })
  payee?: CounterpartyInput;

  @TextField({ max: 100, optional: true })
  bankReference?: string;

  @IdField({ optional: true })
  documentId?: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  note?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class PaidExpenseDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownWon()
  cashBeforeWon!: string;

  @ShownWon()
  cashAfterWon!: string;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class VoidExpenseDto {
  @TextField({ max: 1000, multiline: true, description: 'Why it was wrong' })
  reason!: string;
}

export class VoidedExpenseDto {
  @ShownId()
  id!: string;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class SettleDueDiligenceDto {
  @TextField({ max: 300, description: 'Whom was looked into' })
  company!: string;

  @ChoiceField(DUE_DILIGENCE_KINDS)
  kind!: string;

  @IdField({ optional: true, description: 'The deal that came of it; leave out where the fund did not invest' })
  investmentId?: string;

  @WonField()
  costWon!: string;

  @DateField()
  paidOn!: string;

  @ObjectField(() => CounterpartyInput, { description: 'Who looked' })
  payee!: CounterpartyInput;

  @IdField({ optional: true })
  documentId?: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  note?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class SettledDueDiligenceDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownWon({ description: 'Paid by the fund' })
  fundWon!: string;

  @ShownWon({ description: 'Borne by the general partner' })
  generalPartnerWon!: string;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class ExpenseDto {
  @ShownId()
  id!: string;

  @ShownText()
  kind!: string;

  @ShownText()
  label!: string;

  @ShownDate({ nullable: true })
  periodFrom!: string | null;

  @ShownDate({ nullable: true })
  periodTo!: string | null;

  @ShownDate()
  paidOn!: string;

  @ShownWon()
  paidWon!: string;

  @ShownText({ nullable: true, description: 'Null where a register does not say' })
  payee!: string | null;

  @ShownId({ nullable: true })
  billId!: string | null;

  @ShownText({ nullable: true })
  bankReference!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownDate({ nullable: true })
  voidedOn!: string | null;

  @ShownText({ nullable: true })
  voidReason!: string | null;

  @ShownText()
  recordedBy!: string;
}

export class DueDiligenceDto {
  @ShownId()
  id!: string;

  @ShownText()
  company!: string;

  @ShownText()
  kind!: string;

  @ShownText({ nullable: true, description: 'Number of the deal that came of it' })
  investment!: string | null;

  @ShownWon()
  costWon!: string;

  @ShownWon()
  fundWon!: string;

  @ShownWon()
  generalPartnerWon!: string;

  @ShownDate({ nullable: true })
  paidOn!: string | null;

  @ShownText()
  clause!: string;

  @ShownFlag({ description: 'The payment of the fund was voided' })
  voided!: boolean;
}

export class ExpensesDto {
  @ShownList(() => ExpenseDto)
  payments!: ExpenseDto[];

  @ShownList(() => DueDiligenceDto)
  dueDiligence!: DueDiligenceDto[];

  @ShownObject(() => SpendingPlanDto)
  plan!: SpendingPlanDto;
}
