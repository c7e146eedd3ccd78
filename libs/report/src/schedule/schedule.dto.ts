import { BilingualDto, ChoiceField, DateField, IdField, IdsField, IntegerField, ShownChoice, ShownDate, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, TextField } from '#libs/http';
import { ISSUE_STATUSES } from '../issue/issue.js';
import { DELIVERY_STATES, MOST_DAYS_AFTER, SCHEDULE_PERIODS, SCHEDULED_KINDS, type ScheduledKind, type SchedulePeriod } from './schedule.js';

const MOST_RECIPIENTS = 50;

export class LayReportScheduleDto {
  @TextField({ min: 2, max: 100, description: 'What people call it' })
  name!: string;

  @ChoiceField(SCHEDULED_KINDS)
  kind!: ScheduledKind;

  @IdField({ optional: true, description: 'Without it: everything that the kind is about and that you see when a period ends' })
  subjectId?: string;

  @ChoiceField(SCHEDULE_PERIODS)
  period!: SchedulePeriod;

  @IntegerField({ min: 1, max: MOST_DAYS_AFTER, description: 'Days from the end of the period to the draft; a day off moves it to the next working day' })
  daysAfter!: number;

  @DateField({ description: 'Periods that end from this day on, and after the schedule is laid' })
  fromOn!: string;

  @DateField({ optional: true, description: 'The last day on which a period may end' })
  untilOn?: string;

  @IdsField({ min: 1, max: MOST_RECIPIENTS, description: 'Accounts that may take reports away' })
  recipientIds!: string[];
}

export class EndReportScheduleDto {
  @TextField({ min: 2, max: 500 })
  reason!: string;
}

export class LaidReportScheduleDto {
  @ShownId()
  id!: string;
}

export class ReportScheduleDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;

  @ShownChoice(SCHEDULED_KINDS)
  kind!: string;

  @ShownText({ nullable: true, description: 'Null: everything that the kind is about' })
  subjectNumber!: string | null;

  @ShownText({ nullable: true })
  subjectName!: string | null;

  @ShownChoice(SCHEDULE_PERIODS)
  period!: string;

  @ShownInteger()
  daysAfter!: number;

  @ShownDate()
  fromOn!: string;

  @ShownDate({ nullable: true })
  untilOn!: string | null;

  @ShownText({ description: 'In whose name reports are drafted' })
  ownerName!: string;

  @ShownTexts({ description: 'Names of the recipients' })
  recipients!: readonly string[];

  @ShownDate({ nullable: true, description: 'The working day of the next draft' })
  nextOn!: string | null;

  @ShownDate({ nullable: true })
  endedOn!: string | null;

  @ShownText({ nullable: true })
  endReason!: string | null;
}

class PossibleRecipientDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;
}

class PossibleSubjectDto {
  @ShownChoice(SCHEDULED_KINDS)
  kind!: string;

  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText()
  name!: string;
}

export class ReportScheduleChoicesDto {
  @ShownList(() => PossibleRecipientDto)
  recipients!: PossibleRecipientDto[];

  @ShownList(() => PossibleSubjectDto, { description: 'What each kind can be about today; the annual report is about nothing in particular' })
  subjects!: PossibleSubjectDto[];
}

export class ReportDeliveryDto {
  @ShownId()
  issueId!: string;

  @ShownText()
  number!: string;

  @ShownInteger()
  version!: number;

  @ShownChoice(ISSUE_STATUSES)
  status!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownText()
  subjectNumber!: string;

  @ShownText()
  subjectName!: string;

  @ShownDate()
  asOf!: string;

  @ShownInstant()
  deliveredAt!: Date;

  @ShownChoice(DELIVERY_STATES, { description: 'TAKEN: you have downloaded it' })
  state!: string;

  @ShownInstant({ nullable: true, description: 'When you took it away first' })
  takenAt!: Date | null;
}
