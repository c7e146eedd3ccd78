import { BilingualDto, ChoiceField, DateField, FlagField, IdField, ObjectField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownTexts, ShownWon, TextField, WonField } from '#libs/http';
import { CompanyInput } from '../investment/investment.dto.js';
import { WAIVABLE_RULES } from '../restriction/restriction.policy.js';

export const WAIVABLE = WAIVABLE_RULES.map(({ rule }) => rule);
const STATES = ['IN_FORCE', 'TO_COME', 'EXPIRED', 'REVOKED'] as const;

export class GrantWaiverDto {
  @ChoiceField(WAIVABLE, { description: 'A rule that partners agreed on among themselves; what the law forbids nobody waives' })
  rule!: string;

  @ObjectField(() => CompanyInput, { optional: true, description: 'Left out: any company' })
  company?: CompanyInput;

  @WonField({ optional: true, description: 'For deals up to this amount; left out: any amount' })
  mostWon?: string;

  @DateField()
  validFrom!: string;

  @DateField({ description: 'The last day it holds' })
  validTo!: string;

  @TextField({ min: 5, max: 2000, multiline: true })
  reason!: string;

  @IdField({ optional: true, description: 'Minutes or consent it rests on' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class GrantedWaiverDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;
}

export class RevokeWaiverDto {
  @TextField({ min: 5, max: 2000, multiline: true })
  reason!: string;
}

export class RevokedWaiverDto {
  @ShownId()
  id!: string;

  @ShownDate({ description: 'From this day on it does not hold any more' })
  endedOn!: string;
}

class WaiverUseDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;
}

export class WaiverDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText()
  rule!: string;

  @ShownObject(() => BilingualDto)
  ruleName!: BilingualDto;

  @ShownChoice(STATES)
  state!: string;

  @ShownText({ nullable: true })
  company!: string | null;

  @ShownWon({ nullable: true })
  mostWon!: string | null;

  @ShownDate()
  validFrom!: string;

  @ShownDate()
  validTo!: string;

  @ShownText()
  reason!: string;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText()
  requestedBy!: string;

  @ShownTexts({ description: 'Who signed it' })
  signers!: string[];

  @ShownDate({ nullable: true })
  endedOn!: string | null;

  @ShownText({ nullable: true })
  endReason!: string | null;

  @ShownList(() => WaiverUseDto, { description: 'Deals recorded on the strength of it' })
  usedBy!: WaiverUseDto[];
}
