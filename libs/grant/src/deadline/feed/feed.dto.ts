import { ShownId, ShownInstant, ShownText, TextField } from '#libs/http';

export class CreateCalendarFeedDto {
  @TextField({ max: 100, description: 'What it is for: phone, desk, …' })
  name!: string;
}

export class CalendarFeedDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;

  @ShownInstant()
  createdAt!: Date;

  @ShownInstant({ nullable: true })
  revokedAt!: Date | null;

  @ShownText({ nullable: true, description: 'The path of the calendar, with its secret; null once revoked' })
  path!: string | null;
}

export class ChangedCalendarFeedDto {
  @ShownId()
  id!: string;
}
