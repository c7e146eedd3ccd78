import { BilingualDto, ChoiceField, DateField, ShownDate, ShownId, ShownObject, ShownText, TextField } from '#libs/http';
import { BANKS } from '#libs/identifier';

const BANK_CODES = [...new Set(BANKS.map(({ code }) => code))].sort();

export class RegisterCustodianAccountDto {
  @ChoiceField(BANK_CODES, { description: 'Three-digit code of the clearing institute (금융결제원)' })
  bankCode!: string;

  @TextField({ max: 40, description: '10 to 16 digits; hyphens and spaces are allowed' })
  accountNumber!: string;

  @TextField({ max: 100, description: 'The holder as the bank names it' })
  holder!: string;

  @DateField({ description: 'The first day on which partners pay there' })
  effectiveFrom!: string;
}

export class RegisteredCustodianAccountDto {
  @ShownId()
  id!: string;
}

export class CustodianAccountDto {
  @ShownId()
  id!: string;

  @ShownText()
  bankCode!: string;

  @ShownObject(() => BilingualDto)
  bank!: BilingualDto;

  @ShownText({ description: 'The whole number: notices tell it to every partner' })
  accountNumber!: string;

  @ShownText()
  holder!: string;

  @ShownDate()
  effectiveFrom!: string;
}
