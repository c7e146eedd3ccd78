import { BilingualDto, DateField, IdField, Personal, ShownDate, ShownId, ShownInteger, ShownObject, ShownText, TextField } from '#libs/http';

export class OpenStatementAccountDto {
  @IdField({ description: 'A registered bank account of the agency' })
  bankAccountId!: string;

  @TextField({ max: 60, description: 'As the house calls it' })
  name!: string;

  @DateField({ description: 'The first day whose movements are kept' })
  keptFrom!: string;
}

export class OpenedStatementAccountDto {
  @ShownId()
  id!: string;
}

export class StatementAccountDto {
  @ShownId()
  id!: string;

  @ShownText({ nullable: true, description: 'The only set of books whose money is on it, e.g. `fund/<id>`; null for an account of the house' })
  book!: string | null;

  @ShownText()
  name!: string;

  @ShownText({ description: 'Whose account it is' })
  holder!: string;

  @ShownObject(() => BilingualDto)
  bankName!: BilingualDto;

  @Personal()
  @ShownText({ description: 'All but the last four digits covered' })
  maskedNumber!: string;

  @ShownDate()
  keptFrom!: string;

  @ShownInteger()
  lines!: number;

  @ShownInteger({ description: 'Lines of which something is not explained' })
  openLines!: number;

  @ShownDate({ nullable: true })
  firstOn!: string | null;

  @ShownDate({ nullable: true })
  lastOn!: string | null;
}
