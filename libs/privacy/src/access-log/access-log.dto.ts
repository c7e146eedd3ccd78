import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ChoiceField,
  Personal,
  QueryIntegerField,
  ShownFlag,
  ShownId,
  ShownInstant,
  ShownInteger,
  ShownList,
  ShownObject,
  ShownText,
  ShownTexts,
  TextField,
} from '#libs/http';
import { IsOptional, Matches } from 'class-validator';

/** A month in Seoul, `YYYY-MM`. */
export function MonthField(): PropertyDecorator {
  const pattern = '^20[0-9]{2}-(0[1-9]|1[0-2])$';
  return applyDecorators(ApiProperty({ type: 'string', pattern, example: '2026-10', description: 'Month in Seoul' }), Matches(new RegExp(pattern)));
}

const BeforeField = (): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: 'string', required: false, description: 'Entries before this one (the next page)' }), IsOptional(), Matches(/^-?[1-9]\d{0,17}$/));

const ONLY = ['true'] as const;

export class MonthQuery {
  @MonthField()
  month!: string;
}

export class AccessLogQuery extends MonthQuery {
  @TextField({ max: 100, optional: true, description: 'Only by this login' })
  login?: string;

  @TextField({ max: 100, optional: true, description: 'Only of people or things with this in their name' })
  subject?: string;

  @TextField({ max: 100, optional: true, description: 'Only this deed, such as bank-account.unmask' })
  action?: string;

  @ChoiceField(ONLY, { optional: true, description: 'Only entries with a reason: downloads and unmaskings' })
  reasoned?: string;

  @ChoiceField(ONLY, { optional: true, description: 'Only outside office hours, on weekends and on public holidays' })
  offHours?: string;

  @QueryIntegerField({ min: 0, max: 1_000_000, optional: true, description: 'Only entries that told of more subjects than this' })
  moreSubjectsThan?: number;

  @BeforeField()
  before?: string;

  @QueryIntegerField({ min: 1, max: 500, optional: true, description: 'Per page; default 100' })
  limit?: number;
}

export class ExportAccessLogDto extends MonthQuery {
  @TextField({ min: 5, max: 500, description: 'Why; kept in the access log' })
  reason!: string;
}

export class PurgeAccessLogDto {
  @TextField({ min: 5, max: 500, description: 'On which decision; kept in the command log' })
  reason!: string;
}

export class AccessEntryDto {
  @ShownText({ description: 'Grows with time; the last one of a page is the next `before`' })
  id!: string;

  @ShownInstant()
  accessedAt!: Date;

  @Personal()
  @ShownText()
  login!: string;

  @Personal()
  @ShownText({ nullable: true })
  name!: string | null;

  @ShownTexts()
  roles!: string[];

  @ShownText({ nullable: true })
  address!: string | null;

  @ShownText()
  action!: string;

  @ShownText()
  subjectKind!: string;

  @ShownText({ nullable: true })
  subjectId!: string | null;

  @ShownText({ description: 'Whose data it was' })
  subjectLabel!: string;

  @ShownInteger({ nullable: true, description: 'Of how many' })
  subjectCount!: number | null;

  @ShownText({ nullable: true })
  reason!: string | null;

  @ShownFlag({ description: 'Outside office hours, on a weekend or on a public holiday' })
  offHours!: boolean;
}

export class PersonFiguresDto {
  @ShownId()
  userId!: string;

  @Personal()
  @ShownText()
  login!: string;

  @Personal()
  @ShownText({ nullable: true })
  name!: string | null;

  @ShownInteger()
  entries!: number;

  @ShownInteger({ description: 'People or accounts whose data was shown, added up' })
  subjects!: number;

  @ShownInteger({ description: 'Entries with a reason: downloads and unmaskings' })
  reasoned!: number;

  @ShownInteger()
  offHours!: number;

  @ShownInteger({ description: 'The most subjects in one answer' })
  largest!: number;

  @ShownInteger()
  refused!: number;

  @ShownTexts({ description: 'Limits of policy that the figures are over: OFF_HOURS, MANY_SUBJECTS, BULK, MANY_REASONED, REFUSALS' })
  signals!: string[];
}

export class KindFiguresDto {
  @ShownText()
  subjectKind!: string;

  @ShownText()
  action!: string;

  @ShownInteger()
  entries!: number;

  @ShownInteger()
  people!: number;

  @ShownInteger()
  subjects!: number;
}

export class AccessLimitsDto {
  @ShownInteger()
  officeFromHour!: number;

  @ShownInteger()
  officeToHour!: number;

  @ShownInteger()
  offHoursEntries!: number;

  @ShownInteger()
  subjects!: number;

  @ShownInteger()
  bulkSubjects!: number;

  @ShownInteger()
  reasonedEntries!: number;

  @ShownInteger()
  refusals!: number;
}

export class MonthFiguresDto {
  @ShownText()
  month!: string;

  @ShownList(() => PersonFiguresDto)
  people!: PersonFiguresDto[];

  @ShownList(() => KindFiguresDto)
  kinds!: KindFiguresDto[];

  @ShownObject(() => AccessLimitsDto, { description: 'What the figures are held against' })
  limits!: AccessLimitsDto;
}

export class PurgeDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  rowCount!: number;

  @ShownInstant()
  firstAccessedAt!: Date;

  @ShownInstant()
  lastAccessedAt!: Date;

  @ShownText({ description: 'SHA-256 over the rows that went' })
  rowsHash!: string;

  @ShownInstant()
  recordedAt!: Date;
}

export class RetentionDto {
  @ShownInteger()
  retentionYears!: number;

  @ShownInstant({ description: 'What was recorded before this may be destroyed' })
  olderThan!: Date;

  @ShownInteger()
  entries!: number;

  @ShownInteger()
  destroyable!: number;

  @ShownInstant({ nullable: true })
  oldestAt!: Date | null;

  @ShownList(() => PurgeDto)
  purges!: PurgeDto[];
}
