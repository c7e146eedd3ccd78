import { ChoiceField, DateField, IdField, IntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownText, ShownWon, TextField } from '#libs/http';

const KINDS = ['SETTLEMENT', 'FISCAL_YEAR'] as const;
const OPINIONS = ['CLEAN', 'QUALIFIED', 'ADVERSE', 'DISCLAIMED'] as const;

export class RecordVerificationDto {
  @ChoiceField(KINDS)
  kind!: string;

  @IntegerField({ optional: true, min: 1, max: 20 })
  stage?: number;

  @IntegerField({ optional: true, min: 2000, max: 2200 })
  fiscalYear?: number;

  @TextField({ max: 200, description: 'Firm or person who audited' })
  auditor!: string;

  @TextField({ max: 50, optional: true })
  auditorNumber?: string;

  @ChoiceField(OPINIONS)
  opinion!: string;

  @TextField({ max: 4000, optional: true, multiline: true })
  findings?: string;

  @DateField()
  reportedOn!: string;

  @DateField()
  receivedOn!: string;

  @IdField({ optional: true })
  documentId?: string;
}

export class RecordedVerificationDto {
  @ShownId()
  id!: string;
}

export class VerificationDemandDto {
  @ShownChoice(KINDS)
  kind!: string;

  @ShownInteger({ nullable: true })
  fiscalYear!: number | null;

  @ShownFlag()
  required!: boolean;

  @ShownWon({ description: 'Public money that decides' })
  amountWon!: string;

  @ShownWon({ nullable: true, description: 'From which amount on' })
  fromWon!: string | null;

  @ShownDate({ nullable: true })
  dueOn!: string | null;

  @ShownText()
  clause!: string;
}

export class VerificationDto {
  @ShownId()
  id!: string;

  @ShownChoice(KINDS)
  kind!: string;

  @ShownInteger({ nullable: true })
  stage!: number | null;

  @ShownInteger({ nullable: true })
  fiscalYear!: number | null;

  @ShownText()
  auditor!: string;

  @ShownChoice(OPINIONS)
  opinion!: string;

  @ShownText({ nullable: true })
  findings!: string | null;

  @ShownDate()
  reportedOn!: string;

  @ShownDate()
  receivedOn!: string;

  @ShownId({ nullable: true })
  documentId!: string | null;
}

export class VerificationPageDto {
  @ShownList(() => VerificationDemandDto)
  demands!: VerificationDemandDto[];

  @ShownList(() => VerificationDto)
  reports!: VerificationDto[];
}
