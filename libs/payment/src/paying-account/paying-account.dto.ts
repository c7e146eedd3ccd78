import { BilingualDto, DateField, IdField, Personal, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, TextField, VerdictDto } from '#libs/http';
import { BookField } from '../payable/payable.dto.js';

export class PayingAccountQuery {
  @BookField({ optional: true, description: 'Only accounts of this book' })
  book?: string;
}

export class DesignatePayingAccountDto {
  @BookField()
  book!: string;

  @IdField({ description: 'A registered bank account of the agency' })
  bankAccountId!: string;

  @DateField({ description: 'The first day on which the book pays from it' })
  effectiveFrom!: string;

  @TextField({ max: 70, description: 'Street of the payer’s address (도로명)' })
  street!: string;

  @TextField({ max: 16, description: 'Number of the building (건물번호)' })
  building!: string;

  @TextField({ min: 5, max: 5, description: 'Five digits (우편번호)' })
  postCode!: string;

  @TextField({ max: 35, description: 'Town or city (시·군·구)' })
  town!: string;
}

export class DesignatedPayingAccountDto {
  @ShownId()
  id!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class PayingAccountDto {
  @ShownId()
  id!: string;

  @ShownText()
  book!: string;

  @ShownText()
  payerName!: string;

  @ShownObject(() => BilingualDto)
  bankName!: BilingualDto;

  @Personal()
  @ShownText({ description: 'All but the last four digits covered' })
  maskedNumber!: string;

  @ShownDate()
  effectiveFrom!: string;

  @ShownText({ description: 'In one line' })
  address!: string;

  @ShownFlag({ description: 'It can be used today' })
  open!: boolean;
}
