import { DateField, IdField, Personal, ShownDate, ShownId, ShownInstant, ShownText, TextField } from '#libs/http';

export class RecordPartyAddressDto {
  @IdField({ description: 'Whose address it is' })
  partyId!: string;

  @DateField({ description: 'From this day on' })
  effectiveFrom!: string;

  @TextField({ max: 16, description: 'Five digits in Korea' })
  postCode!: string;

  @TextField({ max: 70, description: 'Name of the road, without town and number' })
  street!: string;

  @TextField({ max: 16, optional: true, description: 'Number of the building' })
  building?: string;

  @TextField({ max: 35, description: 'City or county with its district' })
  town!: string;

  @TextField({ min: 2, max: 2, optional: true, description: 'ISO 3166 code; default: KR' })
  country?: string;
}

export class RecordedPartyAddressDto {
  @ShownId()
  id!: string;
}

export class PartyAddressQuery {
  @IdField()
  partyId!: string;
}

export class PartyAddressDto {
  @ShownId()
  id!: string;

  @ShownText()
  partyName!: string;

  @ShownDate()
  effectiveFrom!: string;

  @Personal()
  @ShownText()
  postCode!: string;

  @Personal()
  @ShownText()
  street!: string;

  @Personal()
  @ShownText({ nullable: true })
  building!: string | null;

  @ShownText()
  town!: string;

  @ShownText()
  country!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownText({ description: 'Login of who recorded it' })
  actor!: string;

  @ShownText({ description: 'Name of who recorded it' })
  actorName!: string;
}
