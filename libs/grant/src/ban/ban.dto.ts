import { DateField, IdField, Personal, ShownDate, ShownId, ShownInstant, ShownText, TextField } from '#libs/http';

export class RecordGrantBanDto {
  @IdField({ optional: true, description: 'The institution; left out for a researcher' })
  partyId?: string;

  @TextField({ max: 100, optional: true, description: 'Name of the researcher' })
  researcher?: string;

  @TextField({ max: 20, optional: true, description: 'National researcher number, eight digits' })
  researcherNumber?: string;

  @DateField()
  fromOn!: string;

  @DateField()
  toOn!: string;

  @TextField({ min: 5, max: 500, description: 'Why' })
  ground!: string;

  @TextField({ max: 200, description: 'Where the decision stands' })
  source!: string;
}

export class RecordedGrantBanDto {
  @ShownId()
  id!: string;
}

export class GrantBanDto {
  @ShownId()
  id!: string;

  @ShownId({ nullable: true })
  partyId!: string | null;

  @Personal()
  @ShownText({ description: 'Of the institution or the researcher' })
  name!: string;

  @Personal()
  @ShownText({ nullable: true })
  researcherNumber!: string | null;

  @ShownDate()
  fromOn!: string;

  @ShownDate()
  toOn!: string;

  @ShownText()
  ground!: string;

  @ShownText()
  source!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownText({ description: 'Login of who recorded it' })
  actor!: string;

  @ShownText({ description: 'Name of who recorded it' })
  actorName!: string;
}
