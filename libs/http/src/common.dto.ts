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

/** A verdict as an answer carries it. */
export function shownVerdict(verdict: { rule: string; clause: string; result: string; text: BilingualDto; inputs: Readonly<Record<string, unknown>> }): VerdictDto {
  return { ...verdict, text: { ...verdict.text }, inputs: { ...verdict.inputs } };
}
