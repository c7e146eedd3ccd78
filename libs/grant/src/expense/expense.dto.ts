import { BilingualDto, ChoiceField, DateField, FlagField, IdField, ListField, QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { EVIDENCE_KINDS } from '../evidence/evidence.js';
import { RESOURCES } from '../line/line.js';
import { EXPENSE_STATES } from './expense.query.js';

/** A month of a large project is a few hundred rows. */
const MOST_ROWS = 500;

export class ExpenseRowDto {
  @IdField()
  agreementId!: string;

  @TextField({ max: 10, description: 'Code of the line' })
  line!: string;

  @ChoiceField(RESOURCES)
  resource!: string;

  @DateField({ description: 'Day of the payment' })
  spentOn!: string;

  @DateField({ optional: true, description: 'Day of the commitment (지출원인행위), where it was earlier' })
  committedOn?: string;

  @TextField({ max: 20, optional: true, description: 'Business registration number of the payee' })
  payeeNumber?: string;

  @TextField({ max: 200 })
  payeeName!: string;

  @TextField({ max: 500, description: 'What for' })
  purpose!: string;

  @WonField({ description: 'Supply price, without VAT' })
  supplyWon!: string;

  @WonField({ min: 0n, optional: true })
  vatWon?: string;

  @FlagField({ optional: true, description: 'The project bears the VAT, because the institution cannot deduct it' })
  chargesVat?: boolean;

  @ChoiceField(EVIDENCE_KINDS, { optional: true })
  evidenceKind?: string;

  @TextField({ max: 100, optional: true, description: 'Approval number of the invoice or the slip' })
  evidenceNumber?: string;
}

export class RecordGrantExpensesDto {
  @ListField(() => ExpenseRowDto, { min: 1, max: MOST_ROWS })
  items!: ExpenseRowDto[];

  @FlagField({ optional: true, description: 'Only the verdict on every row, and what would be left of the lines' })
  dryRun?: boolean;
}

export class RecordedExpenseDto {
  @ShownInteger({ description: 'Place in the request, from 0' })
  index!: number;

  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownWon({ description: 'What the line bears' })
  amountWon!: string;

  @ShownList(() => VerdictDto, { description: 'What is to be seen to' })
  verdicts!: VerdictDto[];
}

export class RefusedExpenseDto {
  @ShownInteger({ description: 'Place in the request, from 0' })
  index!: number;

  @ShownList(() => VerdictDto, { description: 'inputs.field names the member at fault' })
  verdicts!: VerdictDto[];
}

export class LineChangeDto {
  @ShownId()
  agreementId!: string;

  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownChoice(RESOURCES)
  resource!: string;

  @ShownWon()
  leftBeforeWon!: string;

  @ShownWon()
  leftAfterWon!: string;
}

export class RecordedExpensesDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  totalWon!: string;

  @ShownList(() => RecordedExpenseDto)
  recorded!: RecordedExpenseDto[];

  @ShownList(() => RefusedExpenseDto, { description: 'Rows that were left out' })
  refused!: RefusedExpenseDto[];

  @ShownList(() => LineChangeDto)
  lines!: LineChangeDto[];

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class ExpensesQuery {
  @IdField({ optional: true })
  agreementId?: string;

  @ChoiceField(EXPENSE_STATES, { optional: true })
  state?: string;

  @TextField({ max: 10, optional: true, description: 'Code of the line' })
  line?: string;

  @TextField({ max: 100, optional: true, description: 'In payee, purpose, number or evidence' })
  search?: string;

  @QueryIntegerField({ min: 0, max: 1_000_000, optional: true })
  offset?: number;

  @QueryIntegerField({ min: 1, max: 500, optional: true, description: '200 unless told' })
  limit?: number;
}

export class GrantExpenseDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  institution!: string;

  @ShownText()
  number!: string;

  @ShownInteger()
  stage!: number;

  @ShownText({ description: 'Code of the line' })
  line!: string;

  @ShownObject(() => BilingualDto)
  lineName!: BilingualDto;

  @ShownChoice(RESOURCES)
  resource!: string;

  @ShownDate()
  spentOn!: string;

  @ShownDate({ nullable: true })
  committedOn!: string | null;

  @ShownText()
  payeeName!: string;

  @ShownText({ nullable: true })
  payeeNumber!: string | null;

  @ShownText({ nullable: true })
  purpose!: string | null;

  @ShownWon()
  supplyWon!: string;

  @ShownWon()
  vatWon!: string;

  @ShownWon({ description: 'What the line bears' })
  amountWon!: string;

  @ShownChoice(EVIDENCE_KINDS, { nullable: true })
  evidenceKind!: string | null;

  @ShownText({ nullable: true })
  evidenceNumber!: string | null;

  @ShownTexts({ description: 'Papers attached' })
  papers!: string[];

  @ShownTexts({ description: 'Papers that are wanted and missing' })
  missing!: string[];

  @ShownChoice(EXPENSE_STATES)
  state!: string;

  @ShownWon()
  disallowedWon!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownText({ nullable: true })
  clause!: string | null;

  @ShownDate({ nullable: true })
  reviewedOn!: string | null;

  @ShownText({ nullable: true })
  reviewer!: string | null;

  @ShownText()
  recorder!: string;

  @ShownDate({ nullable: true })
  voidedOn!: string | null;

  @ShownText({ nullable: true })
  voidReason!: string | null;
}

export class GrantExpensesDto {
  @ShownInteger({ description: 'Of all that match, not of this page' })
  count!: number;

  @ShownWon({ description: 'Of all that match and stand' })
  totalWon!: string;

  @ShownWon()
  disallowedWon!: string;

  @ShownList(() => GrantExpenseDto)
  expenses!: GrantExpenseDto[];
}

export class VoidGrantExpenseDto {
  @TextField({ min: 5, max: 1000, multiline: true, description: 'Why it was wrong' })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class VoidedGrantExpenseDto {
  @ShownId()
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
