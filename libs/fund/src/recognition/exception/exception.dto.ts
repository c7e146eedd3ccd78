import { DateField, FlagField, IdField, ShownDate, ShownFlag, ShownId, ShownInstant, ShownList, ShownText, TextField } from '#libs/http';

export class RecordRecognitionExceptionDto {
  @TextField({ max: 100, description: 'Number of the answer' })
  number!: string;

  @TextField({ max: 200, description: 'Who answered: the ministry, the fund of funds, the advisory committee' })
  issuer!: string;

  @TextField({ max: 2000, multiline: true, description: 'What it recognises' })
  subject!: string;

  @IdField({ optional: true, description: 'A deal of the company that it is about; leave out where it covers every company of the fund' })
  investmentId?: string;

  @DateField()
  validFrom!: string;

  @DateField({ optional: true })
  validTo?: string;

  @IdField({ optional: true, description: 'The answer as an uploaded document' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class RecognitionExceptionDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText()
  issuer!: string;

  @ShownText()
  subject!: string;

  @ShownText({ nullable: true, description: 'Null: every company of the fund' })
  company!: string | null;

  @ShownDate()
  validFrom!: string;

  @ShownDate({ nullable: true })
  validTo!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ description: 'Name of who recorded it' })
  recordedBy!: string;

  @ShownInstant()
  knownAt!: Date;

  @ShownDate({ nullable: true, description: 'The first day on which it covered nothing more; null while it was not withdrawn' })
  withdrawnFrom!: string | null;

  @ShownText({ nullable: true })
  withdrawalReason!: string | null;
}

export class WithdrawRecognitionExceptionDto {
  @DateField({ description: 'The first day on which it covers nothing more, within its term' })
  withdrawnFrom!: string;

  @TextField({ max: 500, multiline: true })
  reason!: string;

  @FlagField({ optional: true, description: 'Only show which recognitions of later payments cite it' })
  dryRun?: boolean;
}

export class CoveredDealDto {
  @ShownId()
  investmentId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownDate()
  paidOn!: string;
}

export class WithdrawnExceptionDto {
  @ShownText()
  number!: string;

  @ShownDate()
  withdrawnFrom!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => CoveredDealDto, { description: 'Recognitions of payments from that day on: they stand until the document that cites the answer is recorded as invalid' })
  covered!: CoveredDealDto[];
}

export class RecordedExceptionDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;
}
