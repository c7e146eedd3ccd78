import { DateField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownList, ShownText, TextField } from '#libs/http';

export class RegisterBrokerDto {
  @TextField({ max: 40, description: 'Number of the registration' })
  number!: string;

  @TextField({ max: 100 })
  name!: string;

  @TextField({ max: 200, optional: true })
  organisation?: string;

  @TextField({ max: 100, optional: true, description: 'Field of technology' })
  field?: string;

  @TextField({ max: 100, optional: true })
  area?: string;

  @DateField()
  registeredOn!: string;

  @DateField({ optional: true, description: 'Last day; absent: open-ended' })
  validTo?: string;
}

export class RenewBrokerDto {
  @DateField({ description: 'The new last day' })
  validTo!: string;

  @TextField({ max: 500 })
  reason!: string;
}

export class StrikeOffBrokerDto {
  @DateField({ description: 'No longer registered from this day on' })
  effectiveOn!: string;

  @TextField({ min: 5, max: 500 })
  reason!: string;
}

export class BrokerIdDto {
  @ShownId()
  id!: string;
}

export class BrokerTurnDto {
  @ShownChoice(['STRUCK_OFF', 'RENEWED'])
  kind!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  reason!: string;
}

export class BrokerDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText()
  name!: string;

  @ShownText({ nullable: true })
  organisation!: string | null;

  @ShownText({ nullable: true })
  field!: string | null;

  @ShownText({ nullable: true })
  area!: string | null;

  @ShownDate()
  registeredOn!: string;

  @ShownDate({ nullable: true, description: 'Last day with all renewals; null: open-ended' })
  goodThrough!: string | null;

  @ShownDate({ nullable: true })
  struckOffOn!: string | null;

  @ShownFlag({ description: 'Registered and active today' })
  active!: boolean;

  @ShownList(() => BrokerTurnDto)
  turns!: BrokerTurnDto[];
}
