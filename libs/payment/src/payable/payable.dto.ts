import { BilingualDto, DateField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField } from '#libs/http';

/** A set of books, `<instrument>/<id>`. */
export const BookField = (options: { optional?: boolean; description?: string } = {}): PropertyDecorator => TextField({ max: 60, description: 'The book, e.g. grant/<id of a call>', ...options });

export class PayableQuery {
  @BookField({ optional: true, description: 'Only debts of this book' })
  book?: string;

  @DateField({ optional: true, description: 'The day of payment that they are judged for; default: today' })
  payOn?: string;
}

export class EarlierFailureDto {
  @ShownText()
  runNumber!: string;

  @ShownChoice(['REJECTED', 'RETURNED'])
  outcome!: string;

  @ShownDate()
  happenedOn!: string;

  @ShownText({ nullable: true, description: 'ISO 20022 status reason' })
  reasonCode!: string | null;

  @ShownText({ nullable: true })
  reason!: string | null;
}

export class DebtPartDto {
  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownWon()
  amountWon!: string;
}

export class OwedPayableDto {
  @ShownId()
  id!: string;

  @ShownText()
  book!: string;

  @ShownText()
  bookLabel!: string;

  @ShownObject(() => BilingualDto)
  kindName!: BilingualDto;

  @ShownId()
  subjectId!: string;

  @ShownText()
  payee!: string;

  @ShownText()
  purpose!: string;

  @ShownWon()
  amountWon!: string;

  @ShownList(() => DebtPartDto, { description: 'The lots of money that it is made of; empty where it is one sum' })
  parts!: DebtPartDto[];

  @ShownDate()
  dueOn!: string;

  @ShownText({ nullable: true, description: 'The run in which it waits' })
  runNumber!: string | null;

  @ShownId({ nullable: true })
  runId!: string | null;

  @ShownObject(() => BilingualDto, { nullable: true })
  bankName!: BilingualDto | null;

  @Personal()
  @ShownText({ nullable: true, description: 'All but the last four digits covered; null where no account is registered' })
  maskedNumber!: string | null;

  @ShownObject(() => EarlierFailureDto, { nullable: true, description: 'How the bank refused or returned it before' })
  earlier!: EarlierFailureDto | null;
}

export class RefusedDebtDto {
  @ShownId()
  payableId!: string;

  @ShownText()
  payee!: string;

  @ShownText()
  purpose!: string;

  @ShownWon({ nullable: true })
  amountWon!: string | null;

  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto, { description: 'Why it stays out, and what would let it in' })
  text!: BilingualDto;
}

export class DueDto {
  @ShownDate()
  payOn!: string;

  @ShownWon({ description: 'What can be paid on the day' })
  totalWon!: string;

  @ShownList(() => OwedPayableDto, { description: 'What can be paid on the day' })
  payables!: OwedPayableDto[];

  @ShownList(() => OwedPayableDto, { description: 'Owed and not payable on the day; why, see refused' })
  waiting!: OwedPayableDto[];

  @ShownList(() => RefusedDebtDto)
  refused!: RefusedDebtDto[];
}

export class BookToPayDto {
  @ShownText()
  book!: string;

  @ShownText()
  label!: string;

  @ShownInteger({ description: 'Debts that wait for a run' })
  owed!: number;

  @ShownWon()
  owedWon!: string;

  @ShownFlag({ description: 'An account to pay from is designated' })
  hasAccount!: boolean;
}

