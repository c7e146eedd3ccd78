import { ChoiceField, ShownChoice, ShownDate, ShownId, ShownText, TextField } from '#libs/http';
import { Matches } from 'class-validator';
import { TEXT_PARTS, type TextPart } from './report-text.js';

const LONGEST_BODY = 4000;

export class DecideReportTextDto {
  @ChoiceField(TEXT_PARTS)
  part!: TextPart;

  @TextField({ min: 5, max: LONGEST_BODY, multiline: true, description: 'What the part says; lines become paragraphs' })
  @Matches(/\S.{3,}\S/su)
  body!: string;
}

export class DecidedReportTextDto {
  @ShownId()
  id!: string;
}

export class ReportTextDto {
  @ShownChoice(TEXT_PARTS)
  part!: TextPart;

  @ShownText()
  body!: string;

  @ShownText({ description: 'Name of who decided it' })
  author!: string;

  @ShownDate()
  decidedOn!: string;
}
