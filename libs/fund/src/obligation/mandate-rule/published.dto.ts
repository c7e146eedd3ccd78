import { BilingualDto, ShownChoice, ShownFlag, ShownInteger, ShownList, ShownObject, ShownText } from '#libs/http';
import { MANDATE_BASES } from '../mandate/mandate.js';
import { ShownConditionGroupDto } from './mandate-rule.dto.js';

export class DimensionValueDto {
  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;
}

export class DimensionDto {
  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownList(() => DimensionValueDto, { nullable: true, description: 'Null where any text may be a value' })
  values!: DimensionValueDto[] | null;
}

export class PublishedRuleDto {
  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownInteger()
  ratioBasisPoints!: number;

  @ShownChoice(MANDATE_BASES)
  denominator!: string;

  @ShownList(() => ShownConditionGroupDto)
  counts!: ShownConditionGroupDto[];

  @ShownObject(() => BilingualDto)
  countsInWords!: BilingualDto;

  @ShownFlag({ description: 'One rule for each contributing city' })
  forEachStake!: boolean;
}

export class PublishedMandateDto {
  @ShownText()
  code!: string;

  @ShownInteger()
  year!: number;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownText()
  clause!: string;

  @ShownList(() => PublishedRuleDto)
  rules!: PublishedRuleDto[];
}
