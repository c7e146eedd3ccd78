import { BasisPointsField, ChoiceField, DateField, FlagField, ObjectField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownText, TextField } from '#libs/http';
import { RECORDED_RELATIONS } from './related-party.js';

export class RelatedPartyInput {
  @ChoiceField(['COMPANY', 'INSTITUTION', 'PERSON'])
  kind!: string;

  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, optional: true, description: 'Ten digits; a person has none' })
  businessNumber?: string;
}

export class RecordRelationDto {
  @ObjectField(() => RelatedPartyInput, { description: 'Read from left to right: the general partner EMPLOYS somebody, somebody is MARRIED_TO …' })
  from!: RelatedPartyInput;

  @ChoiceField(RECORDED_RELATIONS)
  relation!: string;

  @ObjectField(() => RelatedPartyInput)
  to!: RelatedPartyInput;

  @BasisPointsField({ optional: true, description: 'OWNED_BY: part of the shares; needed there' })
  shareBasisPoints?: number;

  @FlagField({ optional: true, description: 'EMPLOYS: one of the managers whom the agreements name' })
  keyManager?: boolean;

  @DateField()
  validFrom!: string;

  @TextField({ max: 300, description: 'What it is known from (register of shareholders, declaration)' })
  source!: string;
}

export class RecordedRelationDto {
  @ShownId()
  id!: string;
}

export class EndRelationDto {
  @DateField({ description: 'The last day on which it stood' })
  endedOn!: string;

  @TextField({ min: 2, max: 2000, multiline: true })
  reason!: string;
}

export class RelationDto {
  @ShownId()
  id!: string;

  @ShownId()
  fromId!: string;

  @Personal()
  @ShownText()
  from!: string;

  @ShownText()
  fromKind!: string;

  @ShownChoice(RECORDED_RELATIONS)
  relation!: string;

  @ShownId()
  toId!: string;

  @Personal()
  @ShownText()
  to!: string;

  @ShownText()
  toKind!: string;

  @ShownInteger({ nullable: true })
  shareBasisPoints!: number | null;

  @ShownFlag()
  keyManager!: boolean;

  @ShownDate()
  validFrom!: string;

  @ShownDate({ nullable: true, description: 'The last day on which it stood; null while it does' })
  validTo!: string | null;

  @ShownText()
  source!: string;

  @ShownText()
  recordedBy!: string;

  @ShownText({ description: 'Name of who recorded it' })
  recorderName!: string;
}
