import { ChoiceField, IdField, ListField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, TextField } from '#libs/http';
import { MonthField } from '../access-log/access-log.dto.js';
import { CONCLUSIONS } from './access-review.js';

export class FindingDto {
  @IdField({ description: 'Whose figures' })
  userId!: string;

  @ChoiceField(CONCLUSIONS)
  conclusion!: 'JUSTIFIED' | 'FOLLOW_UP';

  @TextField({ min: 2, max: 1000, multiline: true })
  note!: string;
}

export class CompleteAccessReviewDto {
  @MonthField()
  month!: string;

  @ListField(() => FindingDto, { max: 500, description: 'One for everybody whose figures are over a limit' })
  findings!: FindingDto[];

  @TextField({ min: 2, max: 4000, multiline: true, description: 'What was looked at and what came of it' })
  note!: string;
}

export class CompletedAccessReviewDto {
  @ShownId()
  id!: string;
}

export class ShownFindingDto {
  @ShownId()
  userId!: string;

  @Personal()
  @ShownText({ nullable: true })
  login!: string | null;

  @ShownChoice(CONCLUSIONS)
  conclusion!: string;

  @ShownText()
  note!: string;
}

export class DoneReviewDto {
  @ShownId()
  id!: string;

  @ShownText()
  reviewerName!: string;

  @ShownText()
  note!: string;

  @ShownList(() => ShownFindingDto)
  findings!: ShownFindingDto[];

  @ShownInteger({ description: 'People in the log of that month' })
  people!: number;

  @ShownInteger()
  entries!: number;

  @ShownInstant()
  reviewedAt!: Date;
}

export class AccessReviewDto {
  @ShownText()
  month!: string;

  @ShownDate({ description: 'The last day on which the review is in time' })
  dueOn!: string;

  @ShownFlag()
  overdue!: boolean;

  @ShownObject(() => DoneReviewDto, { nullable: true })
  review!: DoneReviewDto | null;
}
