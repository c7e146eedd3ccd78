import { BilingualDto, ChoiceField, DateField, IdField, QueryIntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, TextField } from '#libs/http';

const STATES = ['OVERDUE', 'SOON', 'OPEN', 'DONE', 'PASSED'];
const OWNERS = ['INSTITUTION', 'AGENCY', 'COMPANY', 'LABORATORY'];

export class GrantDeadlinesQuery {
  @IdField({ optional: true, description: 'One call; default: all in sight' })
  callId?: string;

  @ChoiceField(OWNERS, { optional: true, description: 'Who has to act' })
  owner?: string;

  @ChoiceField(['RND', 'SUBSIDY'], { optional: true })
  regime?: string;

  @ChoiceField(['DUE', 'OVERDUE', 'DONE', 'ALL'], { optional: true, description: 'Default: DUE, whatever is still to be done' })
  view?: string;

  @QueryIntegerField({ optional: true, min: 0, max: 3660, description: 'Only what falls within so many days; what is overdue always' })
  withinDays?: number;
}

export class GrantDeadlineDto {
  @ShownText({ description: 'Stable: rule, thing and event' })
  id!: string;

  @ShownText({ description: 'Name of the rule' })
  key!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownId()
  callId!: string;

  @ShownText()
  callName!: string;

  @ShownChoice(['RND', 'SUBSIDY'])
  regime!: string;

  @ShownId({ nullable: true })
  agreementId!: string | null;

  @ShownId()
  subjectId!: string;

  @ShownText()
  label!: string;

  @ShownText({ nullable: true })
  party!: string | null;

  @ShownChoice(OWNERS)
  owner!: string;

  @ShownObject(() => BilingualDto)
  ownerName!: BilingualDto;

  @ShownObject(() => BilingualDto, { description: 'What set it going' })
  occasion!: BilingualDto;

  @ShownDate()
  from!: string;

  @ShownDate({ description: 'By the calendar alone' })
  nominal!: string;

  @ShownDate({ description: 'The last day that is in time' })
  effective!: string;

  @ShownInteger({ description: 'Days from today; below zero once it is over' })
  daysLeft!: number;

  @ShownList(() => BilingualDto, { description: 'How the day was reached' })
  steps!: BilingualDto[];

  @ShownText()
  clause!: string;

  @ShownChoice(STATES)
  state!: string;

  @ShownObject(() => BilingualDto)
  stateName!: BilingualDto;

  @ShownDate({ nullable: true })
  doneOn!: string | null;

  @ShownFlag({ description: 'Nothing in the program tells that it was done: somebody says so' })
  told!: boolean;
}

export class GrantDeadlinesDto {
  @ShownDate()
  today!: string;

  @ShownInteger()
  overdue!: number;

  @ShownInteger({ description: 'Within seven days' })
  soon!: number;

  @ShownList(() => GrantDeadlineDto)
  deadlines!: GrantDeadlineDto[];
}

export class FulfilGrantDeadlineDto {
  @ChoiceField(['disclosure', 'recovery-reminder'])
  key!: string;

  @IdField()
  subjectId!: string;

  @DateField({ description: 'Day of the event that set it going' })
  from!: string;

  @DateField({ optional: true, description: 'Default: today' })
  doneOn?: string;

  @TextField({ max: 500, optional: true })
  note?: string;

  @IdField({ optional: true })
  documentId?: string;
}

export class FulfilledGrantDeadlineDto {
  @ShownText()
  id!: string;

  @ShownDate()
  effective!: string;

  @ShownFlag({ description: 'Done by its day' })
  inTime!: boolean;
}
