import { BilingualDto, ChoiceField, DateField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, TextField } from '#libs/http';
import { ZONE_MODES } from './zone.js';

export const TERM_SOURCES = ['LAW', 'AGREEMENT', 'NOTICE', 'SEED', 'PRACTICE', 'ASSUMPTION'];

export class ZoneQuery {
  @DateField({ optional: true, description: 'Absent: today' })
  on?: string;
}

export class RecordZoneDto {
  @TextField({ max: 40, description: 'Capitals, digits and hyphens; the same code again says something further of that zone' })
  code!: string;

  @TextField({ max: 100 })
  nameKo!: string;

  @TextField({ max: 100 })
  nameEn!: string;

  @ChoiceField([...ZONE_MODES], { description: 'Designated for a wide area, or compactly' })
  mode!: string;

  @TextField({ max: 500 })
  regions!: string;

  @DateField()
  from!: string;

  @DateField({ optional: true, description: 'Its last day; left out: until further notice' })
  to?: string;

  @ChoiceField(TERM_SOURCES)
  source!: string;

  @TextField({ max: 300, description: 'Where that is written' })
  clause!: string;
}

export class RecordedZoneDto {
  @ShownId()
  id!: string;

  @ShownText()
  code!: string;
}

export class ZoneDto {
  @ShownId()
  id!: string;

  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownChoice([...ZONE_MODES])
  mode!: string;

  @ShownText()
  regions!: string;

  @ShownDate()
  from!: string;

  @ShownDate({ nullable: true })
  to!: string | null;

  @ShownChoice(TERM_SOURCES)
  source!: string;

  @ShownText()
  clause!: string;

  @ShownFlag({ description: 'A zone on the day that was asked for' })
  designated!: boolean;
}

export class ZonesDto {
  @ShownDate({ description: 'The day that was asked for' })
  on!: string;

  @ShownList(() => ZoneDto, { description: 'Everything that was said of zones' })
  zones!: ZoneDto[];
}
