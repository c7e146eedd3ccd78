import { BilingualDto, DateField, FlagField, IdField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownObject, ShownText, TextField } from '#libs/http';
import { DUTY_STATES } from './duty.js';

export class FundDutyDto {
  @ShownText({ description: 'Which one, within the fund' })
  duty!: string;

  @ShownObject(() => BilingualDto)
  title!: BilingualDto;

  @ShownObject(() => BilingualDto, { description: 'What set it going' })
  reason!: BilingualDto;

  @ShownDate({ description: 'When it was set going' })
  since!: string;

  @ShownDate({ description: 'The last day in time, holidays put off' })
  dueOn!: string;

  @ShownText()
  clause!: string;

  @ShownChoice(DUTY_STATES)
  state!: string;

  @ShownDate({ nullable: true })
  doneOn!: string | null;

  @ShownText({ nullable: true })
  note!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;
}

export class FulfilDutyDto {
  @TextField({ max: 60, description: 'As the list names it', example: 'CLOSING_STATEMENTS:2025' })
  duty!: string;

  @DateField()
  doneOn!: string;

  @TextField({ max: 300, optional: true, description: 'Number of the filing, or to whom it went' })
  note?: string;

  @IdField({ optional: true, description: 'The receipt or the report' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class FulfilledDutyDto {
  @ShownText()
  duty!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownDate()
  dueOn!: string;

  @ShownFlag({ description: 'Done by its day' })
  inTime!: boolean;
}
