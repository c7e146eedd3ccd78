import { ChoiceField, InstantField, Personal, QueryIntegerField, ShownChoice, ShownFacts, ShownId, ShownInstant, ShownList, ShownText, TextField, VerdictDto } from '#libs/http';

/** Done, drafted and waiting for signatures, or refused. */
const OUTCOMES = ['DONE', 'SUBMITTED', 'REFUSED'];

export class CommandQuery {
  @TextField({ max: 100, optional: true, description: 'Only this command, such as investment.record' })
  command?: string;

  @TextField({ max: 100, optional: true, description: 'Only by this login' })
  login?: string;

  @ChoiceField(OUTCOMES, { optional: true })
  outcome?: string;

  @InstantField({ optional: true, description: 'Only those recorded before this instant (the next page)' })
  before?: string;

  @QueryIntegerField({ min: 1, max: 200, optional: true, description: 'Per page; default 50' })
  limit?: number;
}

export class LoggedCommandDto {
  @ShownId()
  id!: string;

  @ShownText()
  command!: string;

  @ShownText()
  login!: string;

  @ShownText()
  name!: string;

  @ShownChoice(OUTCOMES)
  outcome!: string;

  @ShownText({ nullable: true })
  reason!: string | null;

  @Personal()
  @ShownFacts({ description: 'What was asked' })
  input!: Record<string, unknown>;

  @ShownText({ description: 'SHA-256 of the canonical input' })
  inputHash!: string;

  @ShownFacts({ nullable: true, description: 'Why it was refused' })
  problem!: Record<string, unknown> | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownInstant({ description: 'By the clock of the command' })
  actedAt!: Date;

  @ShownInstant({ description: 'By the clock of the database' })
  recordedAt!: Date;

  @ShownText({ nullable: true })
  address!: string | null;
}
