import { RANK_CODES } from '#libs/access';
import { DateField, IdField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownText, TextField } from '#libs/http';

export class AppointDeputyDto {
  @IdField()
  deputyId!: string;

  @DateField()
  fromOn!: string;

  @DateField()
  toOn!: string;

  @TextField({ min: 2, max: 300 })
  reason!: string;
}

export class AppointedDeputyDto {
  @ShownId()
  id!: string;
}

export class DeputyDto {
  @ShownId()
  id!: string;

  @ShownText()
  absentName!: string;

  @ShownText()
  deputyName!: string;

  @ShownDate()
  fromOn!: string;

  @ShownDate()
  toOn!: string;

  @ShownText()
  reason!: string;

  @ShownDate({ nullable: true })
  endedOn!: string | null;

  @ShownFlag({ description: 'True when you arranged it' })
  own!: boolean;
}

export class ColleagueDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;

  @ShownText()
  login!: string;

  @ShownChoice(RANK_CODES)
  rank!: string;
}
