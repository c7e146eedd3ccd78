import { DateField, FlagField, IdField, ListField, ObjectField, QueryIntegerField, ShownFlag, ShownId, ShownList, ShownText, TextField, VerdictDto, WonField } from '#libs/http';

export class ApplicantInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;

  @TextField({ max: 20, optional: true, description: 'Thirteen digits, with or without a hyphen' })
  corporateNumber?: string;
}

export class ReceiveApplicationDto {
  @ObjectField(() => ApplicantInput)
  company!: ApplicantInput;

  @TextField({ max: 40, optional: true, description: 'Default: the next one of the year, APP-2021-001' })
  number?: string;

  @DateField({ optional: true, description: 'Default: today' })
  receivedOn?: string;

  @TextField({ max: 20, optional: true, description: "'09:30' or '오후 2:05'; decides between equal scores of one day" })
  receivedTime?: string;

  @TextField({ max: 100, optional: true })
  representative?: string;

  @TextField({ max: 1000, optional: true, multiline: true, description: 'Names of the officers, separated by commas' })
  officers?: string;

  @TextField({ max: 100, optional: true, description: 'Number of the technology-transfer contract' })
  contractNumber?: string;

  @DateField({ optional: true })
  contractOn?: string;

  @TextField({ max: 300, optional: true })
  technology?: string;

  @TextField({ max: 100, optional: true })
  researcher?: string;

  @TextField({ max: 20, optional: true, description: 'National researcher number, eight digits' })
  researcherNumber?: string;

  @TextField({ max: 300, optional: true, description: 'Where the researcher works' })
  institution?: string;

  @WonField({ optional: true, description: 'Default: the face value' })
  requestedWon?: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  services?: string;

  @FlagField({ optional: true, description: 'Consent to the use of data' })
  consented?: boolean;

  @TextField({ max: 200, optional: true, description: 'Document that clears a conflict of interest' })
  clearance?: string;

  @TextField({ max: 40, optional: true })
  phone?: string;

  @TextField({ max: 300, optional: true })
  address?: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  note?: string;

  @FlagField({ optional: true, description: 'Only say what the screening would say' })
  dryRun?: boolean;
}

export class ScreeningInput {
  @IdField()
  voucherId!: string;

  @TextField({ max: 200, optional: true, description: 'Document that clears a conflict of interest' })
  clearance?: string;
}

export class ScreenApplicationsDto {
  @ListField(() => ScreeningInput, { min: 1, max: 1000 })
  applications!: ScreeningInput[];

  @FlagField({ optional: true, description: 'Only the verdicts' })
  dryRun?: boolean;
}

export class RejectApplicationDto {
  @TextField({ min: 5, max: 500, description: 'As the company is told' })
  reason!: string;
}

export class ApplicationQuery {
  @TextField({ max: 40, optional: true, description: 'Only numbers after this one (the next page)' })
  after?: string;

  @QueryIntegerField({ min: 1, max: 1000, optional: true, description: 'Per page; default 500' })
  limit?: number;
}

export class ReceivedApplicationDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  voucherId!: string | null;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => VerdictDto, { description: 'What the screening would say today; nothing of it refuses the receipt' })
  verdicts!: VerdictDto[];
}

export class ScreenedApplicationDto {
  @ShownId()
  voucherId!: string;

  @ShownText()
  number!: string;

  @ShownText()
  company!: string;

  @ShownFlag()
  screened!: boolean;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class RejectedApplicationDto {
  @ShownId()
  voucherId!: string;
}
