import { ChoiceField, DateField, ObjectField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownText, TextField } from '#libs/http';
import { BusinessInput } from '../../business/business.dto.js';
import { ORDER_KINDS } from '../service-order.js';

export class RegisterAccreditedLabDto {
  @ObjectField(() => BusinessInput)
  lab!: BusinessInput;

  @ChoiceField(ORDER_KINDS)
  kind!: string;

  @TextField({ max: 100, description: 'Who accredits: KOLAS, a designation of the ministry, …' })
  scheme!: string;

  @TextField({ max: 100 })
  number!: string;

  @DateField()
  validFrom!: string;

  @DateField({ optional: true, description: 'Left out: without an end' })
  validThrough?: string;
}

export class RegisteredAccreditedLabDto {
  @ShownId()
  id!: string;

  @ShownId()
  partyId!: string;
}

export class AccreditedLabDto {
  @ShownId()
  id!: string;

  @ShownId()
  partyId!: string;

  @ShownText()
  name!: string;

  @ShownChoice(ORDER_KINDS)
  kind!: string;

  @ShownText()
  scheme!: string;

  @ShownText()
  number!: string;

  @ShownDate()
  validFrom!: string;

  @ShownDate({ nullable: true })
  validThrough!: string | null;

  @ShownFlag({ description: 'Today' })
  valid!: boolean;
}
