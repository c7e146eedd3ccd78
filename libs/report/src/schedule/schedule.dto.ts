import { BilingualDto, ChoiceField, IdField, IdsField, IntegerField, ShownChoice, ShownDate, ShownId, ShownInstant, ShownInteger, ShownList, ShownObject, ShownText, ShownTexts, TextField } from '#libs/http';
import { MOST_DAYS_AFTER, SCHEDULE_PERIODS, SCHEDULED_KINDS, type ScheduledKind, type SchedulePeriod } from './schedule.js';
import { TURN_STATES } from './turn.query.js';

const MOST_RECIPIENTS = 50;

export class LayReportScheduleDto {
  @ChoiceField(SCHEDULED_KINDS)
  kind!: ScheduledKind;

  @IdField({ optional: true, description: 'Without it: everything that the kind is about and that you see when the report is due' })
  subjectId?: string;

  @ChoiceField(SCHEDULE_PERIODS)
  period!: SchedulePeriod;

  @IntegerField({ min: 1, max: MOST_DAYS_AFTER, description: 'Days from the end of the period to the draft; a day off moves it to the next working day' })
  daysAfter!: number;

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

export class DraftedReportScheduleDto {
  @ShownId()
  id!: string;

  @ShownInteger({ description: 'How many reports were due and not drafted' })
  tried!: number;

  @ShownInteger({ description: 'How many of them could not be drafted; the reasons are with the schedule' })
  refused!: number;
}

export class ReportScheduleDto {
  @ShownId()
  id!: string;

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

  @ShownDate({ description: 'Periods that end from this day on' })
  laidOn!: string;

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

  @ShownInteger({ description: 'How many reports could not be drafted when it was tried last' })
  refused!: number;
}

export class ScheduleTurnDto {
  @ShownText({ description: 'Id of what the report is about, or a fiscal year' })
  subjectId!: string;

  @ShownText({ nullable: true })
  subjectNumber!: string | null;

  @ShownText({ nullable: true })
  subjectName!: string | null;

  @ShownDate()
  periodEndsOn!: string;

  @ShownChoice(TURN_STATES, { description: 'WAITING for signatures; STOPPED: returned, recalled, refused when it ran or not signed in time; REFUSED: could not be drafted' })
  state!: string;

  @ShownInteger()
  attempts!: number;

  @ShownInstant({ description: 'The latest attempt' })
  triedAt!: Date;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'Why it could not be drafted, and what to do' })
  problem!: BilingualDto | null;

  @ShownText({ nullable: true })
  approvalId!: string | null;

  @ShownText({ nullable: true })
  issueId!: string | null;

  @ShownText({ nullable: true })
  issueNumber!: string | null;
}

export class ReportScheduleDetailDto extends ReportScheduleDto {
  @ShownList(() => ScheduleTurnDto, { description: 'The latest period first' })
  turns!: ScheduleTurnDto[];
}

class PossibleRecipientDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;

  @ShownTexts({ description: 'What gives them reports to take away' })
  roles!: readonly string[];
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
