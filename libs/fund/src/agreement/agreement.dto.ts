import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  ListField,
  ShownChoice,
  ShownDate,
  ShownFlag,
  ShownId,
  ShownInstant,
  ShownInteger,
  ShownList,
  ShownObject,
  ShownText,
  ShownTexts,
  TextField,
  VerdictDto,
} from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { ObligationEffectDto } from '../obligation/obligation-effect.dto.js';
import { DECIDABLE_TERMS, TERM_KINDS } from './agreement.rules.js';

const VALUE = 'Won as digits, basis points, a count, a date, true or false, or one of the choices, as the term asks';

export class DecidePolicyDto {
  @ChoiceField(Object.keys(DECIDABLE_TERMS), { description: 'The term' })
  key!: string;

  @TextField({ max: 40, description: VALUE })
  value!: string;

  @DateField()
  effectiveFrom!: string;

  @TextField({ max: 300, description: 'Clause or decision it rests on' })
  clause!: string;

  @ChoiceField(['LAW', 'AGREEMENT', 'NOTICE', 'PRACTICE', 'ASSUMPTION'])
  source!: string;

  @TextField({ max: 2000, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecidedPolicyDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => ObligationEffectDto)
  before!: ObligationEffectDto;

  @ShownObject(() => ObligationEffectDto)
  after!: ObligationEffectDto;

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class AmendedTermInput {
  @ChoiceField(Object.keys(DECIDABLE_TERMS), { description: 'The term' })
  key!: string;

  @TextField({ max: 40, description: VALUE })
  value!: string;

  @TextField({ max: 300, description: 'Clause of the agreement' })
  clause!: string;
}

export class AmendAgreementDto {
  @TextField({ max: 300, example: '규약 제2차 변경' })
  title!: string;

  @DateField({ description: 'The day of the partners’ meeting' })
  decidedOn!: string;

  @DateField({ description: 'The day from which the terms apply; terms that move the limits not in the future' })
  effectiveFrom!: string;

  @TextField({ max: 2000, multiline: true, description: 'What changes and why' })
  summary!: string;

  @IdField({ optional: true, description: 'The amended agreement or the minutes' })
  documentId?: string;

  @ListField(() => AmendedTermInput, { min: 1, max: 40 })
  terms!: AmendedTermInput[];

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ChangedTermDto {
  @ShownText()
  key!: string;

  @ShownText({ description: 'The value as it is stored' })
  value!: string;

  @ShownText()
  clause!: string;

  @ShownText({ nullable: true, description: 'What was in force before; null where nothing was' })
  before!: string | null;

  @ShownText({ nullable: true })
  beforeClause!: string | null;
}

export class AmendedAgreementDto extends DecidedPolicyDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownInteger({ description: 'Number of the version' })
  number!: number;

  @ShownList(() => ChangedTermDto)
  terms!: ChangedTermDto[];

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class AgreementTermDto extends ChangedTermDto {
  @ShownText()
  source!: string;

  @ShownDate()
  effectiveFrom!: string;

  @ShownInstant()
  knownAt!: Date;
}

export class AgreementVersionDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  number!: number;

  @ShownText()
  title!: string;

  @ShownDate()
  effectiveFrom!: string;

  @ShownDate()
  decidedOn!: string;

  @ShownText()
  summary!: string;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  documentName!: string | null;

  @ShownInstant()
  knownAt!: Date;

  @ShownFlag({ description: 'In force on the day asked for' })
  inForce!: boolean;

  @ShownList(() => AgreementTermDto)
  terms!: AgreementTermDto[];
}

export class DecidableTermDto {
  @ShownText()
  key!: string;

  @ShownChoice(TERM_KINDS)
  kind!: string;

  @ShownTexts({ description: 'What a CHOICE may be' })
  choices!: string[];

  @ShownFlag({ description: 'Moves the limits in the ledger, and therefore cannot be decided for the future' })
  movesLimits!: boolean;
}

export class AgreementDto {
  @ShownList(() => AgreementVersionDto, { description: 'The latest first' })
  versions!: AgreementVersionDto[];

  @ShownList(() => AgreementTermDto, { description: 'Terms decided one by one, outside of a version' })
  decisions!: AgreementTermDto[];

  @ShownList(() => DecidableTermDto, { description: 'Terms that may be decided anew' })
  decidable!: DecidableTermDto[];
}
