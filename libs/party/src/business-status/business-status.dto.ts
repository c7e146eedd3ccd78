import { ChoiceField, DateField, IdField, ShownChoice, ShownDate, ShownId, ShownInstant, ShownText, TextField } from '#libs/http';
import { BUSINESS_STATUSES } from '#libs/identifier';

const STATUSES = Object.keys(BUSINESS_STATUSES);

export class RecordBusinessStatusDto {
  @IdField({ description: 'The company or provider' })
  partyId!: string;

  @ChoiceField(STATUSES)
  status!: string;

  @DateField({ description: 'From this day on: of a closed business, the day on which it closed' })
  effectiveOn!: string;

  @TextField({ max: 200, optional: true, description: 'Where the answer comes from; default: the tax office' })
  source?: string;
}

export class RecordedBusinessStatusDto {
  @ShownId()
  partyId!: string;

  @ShownChoice(STATUSES)
  status!: string;
}

export class BusinessStatusQuery {
  @IdField()
  partyId!: string;
}

export class BusinessStatusDto {
  @ShownChoice(STATUSES)
  status!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  source!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownText({ description: 'Login of who recorded it' })
  actor!: string;
}
