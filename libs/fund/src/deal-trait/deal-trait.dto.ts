import { ChoiceField, DateField, ShownList, TextField } from '#libs/http';
import { ShownTraitDto } from '../deal/deal-term.dto.js';
import { RECORDED_DIMENSIONS } from '../deal/deal-trait.rules.js';

export class RecordDealTraitDto {
  @ChoiceField(RECORDED_DIMENSIONS, { description: 'What follows from other facts is not recorded by hand' })
  dimension!: string;

  @TextField({ max: 100, optional: true, description: 'Left out: the deal has no such property any more' })
  value?: string;

  @DateField({ description: 'From when on' })
  effectiveOn!: string;

  @TextField({ min: 2, max: 2000, multiline: true })
  reason!: string;
}

export class RecordedDealTraitDto {
  @ShownList(() => ShownTraitDto, { description: 'What the deal is now' })
  traits!: ShownTraitDto[];
}
