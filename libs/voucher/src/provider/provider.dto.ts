import { DateField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField } from '#libs/http';
import { BUSINESS_STATUSES } from '#libs/identifier';

export class RegisterServiceProviderDto {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;

  @DateField({ optional: true, description: 'Default: today' })
  registeredOn?: string;
}

export class RegisteredServiceProviderDto {
  @ShownId()
  id!: string;

  @ShownId()
  partyId!: string;
}

export class TurnServiceProviderDto {
  @DateField({ optional: true, description: 'From this day on; default: today' })
  effectiveOn?: string;

  @TextField({ min: 5, max: 500 })
  reason!: string;
}

export class TurnedServiceProviderDto {
  @ShownId()
  id!: string;

  @ShownInteger({ description: 'Services that are under way with this provider' })
  openServices!: number;
}

export class ProviderTurnDto {
  @ShownChoice(['SUSPENDED', 'RESUMED'])
  kind!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  reason!: string;
}

export class KnownStatusDto {
  @ShownChoice(Object.keys(BUSINESS_STATUSES))
  status!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  source!: string;
}

export class ServiceProviderDto {
  @ShownId()
  id!: string;

  @ShownId()
  partyId!: string;

  @ShownText()
  name!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;

  @ShownDate({ nullable: true, description: 'Null: a roster names it without a day' })
  registeredOn!: string | null;

  @ShownFlag({ description: 'Registered and not suspended today' })
  active!: boolean;

  @ShownList(() => ProviderTurnDto)
  turns!: ProviderTurnDto[];

  @ShownObject(() => KnownStatusDto, { nullable: true, description: 'What the tax office says today; null: nobody asked' })
  status!: KnownStatusDto | null;

  @ShownInteger({ description: 'Services under way' })
  openServices!: number;

  @ShownWon({ description: 'Public money set aside for them' })
  openWon!: string;

  @ShownWon({ description: 'Public money decided to be paid, and paid' })
  capturedWon!: string;
}
