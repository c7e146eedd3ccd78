import {
  ChoiceField,
  DateField,
  IdField,
  ObjectField,
  Personal,
  QueryIntegerField,
  SecretField,
  ShownDate,
  ShownFlag,
  ShownId,
  ShownInstant,
  ShownList,
  ShownObject,
  ShownText,
  ShownTexts,
  BilingualDto,
  TextField,
  VerdictDto,
} from '#libs/http';
import { BANKS } from '#libs/identifier';
import { ORGANISATION_KINDS } from '../party.js';

const BANK_CODES = [...new Set(BANKS.map(({ code }) => code))].sort();

function BankCodeField(): PropertyDecorator {
  return ChoiceField(BANK_CODES, { description: 'Three-digit code of the clearing institute (금융결제원)' });
}

/** Never part of an address, an example or an answer but that of unmasking. */
function AccountNumberField(): PropertyDecorator {
  return SecretField({ max: 40, description: '10 to 16 digits; hyphens and spaces are allowed' });
}

export class AccountOrganisationInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;

  @ChoiceField([...ORGANISATION_KINDS])
  kind!: string;
}

export class RegisterBankAccountDto {
  @IdField({ optional: true, description: 'A party on record; left out where organisation says whose it is' })
  partyId?: string;

  @ObjectField(() => AccountOrganisationInput, { optional: true, description: 'Instead of partyId: known by its number, and taken up where nobody has it yet' })
  organisation?: AccountOrganisationInput;

  @BankCodeField()
  bankCode!: string;

  @AccountNumberField()
  accountNumber!: string;

  @TextField({ max: 100, description: 'The holder as the bank names it' })
  holder!: string;

  @DateField({ description: 'The first day on which it may be used' })
  effectiveFrom!: string;
}

export class CloseBankAccountDto {
  @DateField({ description: 'The last day on which it may be used' })
  closedOn!: string;

  @TextField({ min: 2, max: 500 })
  reason!: string;
}

export class FindBankAccountDto {
  @BankCodeField()
  bankCode!: string;

  @AccountNumberField()
  accountNumber!: string;
}

export class UnmaskBankAccountDto {
  @TextField({ min: 5, max: 500, description: 'Why; kept in the access log' })
  reason!: string;
}

export class BankAccountQuery {
  @IdField({ optional: true, description: 'Only accounts of this party' })
  partyId?: string;

  @IdField({ optional: true, description: 'Only accounts after this one (the next page)' })
  after?: string;

  @QueryIntegerField({ min: 1, max: 200, optional: true, description: 'Per page; default 100' })
  limit?: number;
}

export class RegisteredBankAccountDto {
  @ShownId()
  id!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class ClosedBankAccountDto {
  @ShownId()
  id!: string;
}

export class BankDto {
  @ShownText()
  code!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;
}

export class BankAccountDto {
  @ShownId()
  id!: string;

  @ShownId()
  partyId!: string;

  @ShownText()
  partyName!: string;

  @ShownText()
  bankCode!: string;

  @ShownObject(() => BilingualDto)
  bankName!: BilingualDto;

  @Personal()
  @ShownText({ description: 'All but the last four digits covered' })
  maskedNumber!: string;

  @Personal()
  @ShownText({ description: 'All but the first letter covered' })
  maskedHolder!: string;

  @ShownFlag({ description: 'The holder is the party by name' })
  holderIsParty!: boolean;

  @ShownDate()
  effectiveFrom!: string;

  @ShownDate({ nullable: true })
  closedOn!: string | null;

  @ShownInstant()
  recordedAt!: Date;

  @ShownTexts({ description: 'Other parties that have the same number' })
  alsoAt!: string[];
}

export class UnmaskedBankAccountDto {
  @ShownText()
  bankCode!: string;

  @Personal()
  @ShownText()
  accountNumber!: string;

  @Personal()
  @ShownText()
  holder!: string;
}
