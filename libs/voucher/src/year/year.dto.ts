import {
  ChoiceField, IdField, IntegerField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownText, ShownWon, TextField,
} from '#libs/http';
import { YEAR_TERMS } from '../term/term.js';
import { LEGAL_REGIMES } from './year.js';

export const TERM_SOURCES = ['LAW', 'AGREEMENT', 'NOTICE', 'PRACTICE', 'ASSUMPTION'];
const KINDS = ['AS', 'KTTN'];

export class OpeningTermInput {
  @ChoiceField(Object.keys(YEAR_TERMS), { description: 'The term' })
  key!: string;

  @TextField({ max: 4000, multiline: true, description: 'As the term asks: won as digits, basis points, a count, true/false, a code, or a menu line by line' })
  value!: string;

  @TextField({ max: 300, description: 'Notice or decision it rests on' })
  clause!: string;

  @ChoiceField(TERM_SOURCES)
  source!: string;
}

export class OpenVoucherYearDto {
  @ChoiceField(KINDS)
  kind!: string;

  @IntegerField({ min: 2000, max: 2199 })
  fiscalYear!: number;

  @ChoiceField([...LEGAL_REGIMES], { description: 'The statute by which its clawbacks are computed' })
  legalRegime!: string;

  @TextField({ max: 300, optional: true, description: 'Default: the year and the kind' })
  name?: string;

  @TextField({ max: 200, optional: true, description: 'The dedicated agency' })
  agency?: string;

  @IdField({ optional: true, description: 'Default: the programme of this kind, founded with its first year' })
  programmeId?: string;

  @ListField(() => OpeningTermInput, { optional: true, max: 30, description: 'Terms that differ from the defaults' })
  terms?: OpeningTermInput[];
}

export class OpenedVoucherYearDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;
}

export class YearTermDto {
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

  @ShownFlag({ description: 'Decided for this year, and not for its programme or for all' })
  ofThisYear!: boolean;
}

export class VoucherYearSummaryDto {
  @ShownId()
  id!: string;

  @ShownId()
  programmeId!: string;

  @ShownChoice(KINDS)
  kind!: string;

  @ShownInteger()
  fiscalYear!: number;

  @ShownText()
  name!: string;

  @ShownText()
  agency!: string;

  @ShownDate({ nullable: true })
  closedOn!: string | null;

  @ShownWon({ description: 'Granted by decisions that can be spent' })
  budgetWon!: string;

  @ShownWon({ description: 'Still to be issued' })
  budgetLeftWon!: string;

  @ShownWon({ description: 'On open vouchers' })
  outstandingWon!: string;

  @ShownInteger()
  vouchersIssued!: number;

  @ShownInteger()
  vouchersLeft!: number;

  @ShownInteger()
  companiesServed!: number;

  @ShownInteger()
  companiesLeft!: number;
}

export class VoucherYearDto extends VoucherYearSummaryDto {
  @ShownChoice([...LEGAL_REGIMES])
  legalRegime!: string;

  @ShownText({ description: 'Its set of books' })
  book!: string;

  @ShownList(() => YearTermDto)
  terms!: YearTermDto[];
}
