import { BilingualDto, ChoiceField, IdField, ShownChoice, ShownFacts, ShownId, ShownInstant, ShownList, ShownObject, ShownText, TextField } from '#libs/http';
import { SIGNALS, VERDICTS } from './warning.js';

export class SignFactDto {
  @ShownText()
  label!: string;

  @ShownId({ nullable: true, description: 'The voucher where it is found' })
  voucherId!: string | null;

  @ShownFacts()
  values!: Record<string, unknown>;
}

export class SignDecisionDto {
  @ShownChoice(VERDICTS)
  verdict!: string;

  @ShownText()
  reason!: string;

  @ShownInstant()
  decidedAt!: string;

  @ShownText()
  actor!: string;
}

export class WarningSignDto {
  @ShownChoice(SIGNALS)
  signal!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownObject(() => BilingualDto, { description: 'The pattern it points to' })
  pattern!: BilingualDto;

  @ShownObject(() => BilingualDto, { description: 'What it often is where nothing is wrong' })
  innocent!: BilingualDto;

  @ShownId()
  subjectId!: string;

  @ShownText()
  subject!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownList(() => SignFactDto)
  facts!: SignFactDto[];

  @ShownText({ description: 'Of the facts as they are; a decision names it' })
  fingerprint!: string;

  @ShownObject(() => SignDecisionDto, { nullable: true, description: 'What was decided on these very facts' })
  decision!: SignDecisionDto | null;

  @ShownObject(() => SignDecisionDto, { nullable: true, description: 'The latest decision on the same subject, when the facts were others' })
  earlier!: SignDecisionDto | null;
}

export class DecideWarningSignDto {
  @ChoiceField(SIGNALS)
  signal!: string;

  @IdField()
  subjectId!: string;

  @TextField({ min: 64, max: 64 })
  fingerprint!: string;

  @ChoiceField(VERDICTS)
  verdict!: string;

  @TextField({ min: 5, max: 1000, multiline: true })
  reason!: string;
}

export class DecidedSignDto {
  @ShownId()
  id!: string;
}
