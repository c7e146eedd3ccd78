import { ChoiceField, DateField, FlagField, ShownChoice, ShownDate, ShownFlag, ShownInstant, ShownList, ShownText, TextField, VerdictDto } from '#libs/http';
import { TERM_SOURCES } from '../year/year.dto.js';
import { YEAR_TERMS } from './term.js';

export class DecideVoucherTermDto {
  @ChoiceField(Object.keys(YEAR_TERMS), { description: 'The term' })
  key!: string;

  @TextField({ max: 4000, multiline: true, description: 'As the term asks: won as digits, basis points, a count, true/false, a code, or a menu line by line' })
  value!: string;

  @DateField()
  effectiveFrom!: string;

  @TextField({ max: 300, description: 'Notice or decision it rests on' })
  clause!: string;

  @ChoiceField(TERM_SOURCES)
  source!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecidedVoucherTermDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownText({ nullable: true, description: 'In force on that day before the decision; null: nobody had decided' })
  before!: string | null;

  @ShownText()
  after!: string;
}

export class VoucherTermDecisionDto {
  @ShownText()
  key!: string;

  @ShownText({ description: 'What a value of it looks like' })
  kind!: string;

  @ShownText()
  value!: string;

  @ShownText()
  clause!: string;

  @ShownChoice([...TERM_SOURCES, 'SEED'])
  source!: string;

  @ShownDate()
  effectiveFrom!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownText({ description: 'Login of who decided' })
  actor!: string;

  @ShownText({ description: 'Name of who decided' })
  actorName!: string;
}
