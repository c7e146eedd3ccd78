import { ShownChoice, ShownFacts, ShownObject, ShownText } from './responses.js';

export class BilingualDto {
  @ShownText()
  ko!: string;

  @ShownText()
  en!: string;
}

export class VerdictDto {
  @ShownText({ description: 'Stable name of the rule' })
  rule!: string;

  @ShownText({ description: 'Clause of law, agreement or notice' })
  clause!: string;

  @ShownChoice(['PASS', 'WARN', 'BLOCK'])
  result!: string;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;

  @ShownFacts()
  inputs!: Record<string, unknown>;
}
