import { ChoiceField, DateField, FlagField, ShownChoice, ShownDate, ShownFlag, ShownInstant, ShownText, TextField } from '#libs/http';

export const TERM_SOURCES = ['LAW', 'AGREEMENT', 'NOTICE', 'SEED', 'PRACTICE', 'ASSUMPTION'];
const TERM_KINDS = ['AMOUNT', 'BASIS_POINTS', 'COUNT', 'FLAG', 'WORD', 'LIST', 'TABLE'];

/** A term of a call as somebody decides it. */
export class GrantTermInput {
  @TextField({ max: 120, description: 'The term, as listed with the call' })
  key!: string;

  @TextField({ max: 4000, multiline: true, description: 'As the term asks: won as digits, basis points, a count, true/false, a word, items parted by |, or a table as JSON' })
  value!: string;

  @TextField({ max: 300, description: 'Notice or decision it rests on' })
  clause!: string;

  @ChoiceField(TERM_SOURCES)
  source!: string;
}

export class DecideGrantTermDto extends GrantTermInput {
  @DateField({ description: 'Applies from this day on' })
  effectiveFrom!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecidedGrantTermDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownText({ nullable: true, description: 'In force on that day before the decision; null: nobody had decided' })
  before!: string | null;

  @ShownText()
  after!: string;
}

/** A term in force, or a decision on one. */
export class GrantTermDto {
  @ShownText()
  key!: string;

  @ShownChoice(TERM_KINDS, { description: 'What its values look like' })
  kind!: string;

  @ShownText()
  value!: string;

  @ShownText()
  clause!: string;

  @ShownChoice(TERM_SOURCES)
  source!: string;

  @ShownDate()
  effectiveFrom!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownFlag({ description: 'Decided for this call, and not for its programme or for all' })
  ofThisCall!: boolean;
}

export class GrantTermDecisionDto extends GrantTermDto {
  @ShownText({ description: 'Login of who decided' })
  actor!: string;
}
