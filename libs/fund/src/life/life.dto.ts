import { ChoiceField, DateField, FlagField, IdField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, TextField, VerdictDto } from '#libs/http';
import { DISSOLUTION_CAUSES } from './life.js';

export class ExtendFundDto {
  @DateField({ description: 'The new last day of the fund; later than the present one' })
  lifeTo!: string;

  @DateField({ optional: true, description: 'The new last day of the investment period, where it is extended as well' })
  investmentTo?: string;

  @DateField({ description: 'The day of the decision' })
  decidedOn!: string;

  @TextField({ max: 2000, multiline: true })
  reason!: string;

  @IdField({ optional: true, description: 'Minutes of the partners’ meeting' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class PeriodsDto {
  @ShownDate()
  foundedOn!: string;

  @ShownDate()
  investmentTo!: string;

  @ShownDate()
  lifeTo!: string;
}

export class ExtendedFundDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownInteger()
  number!: number;

  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => PeriodsDto)
  before!: PeriodsDto;

  @ShownObject(() => PeriodsDto)
  after!: PeriodsDto;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class DissolveFundDto {
  @DateField()
  dissolvedOn!: string;

  @ChoiceField(DISSOLUTION_CAUSES)
  cause!: string;

  @TextField({ max: 2000, multiline: true })
  reason!: string;

  @TextField({ max: 300, description: 'Who winds it up' })
  liquidator!: string;

  @IdField({ optional: true, description: 'Minutes of the partners’ meeting' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DissolvedFundDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownFlag({ description: 'A dry run of a dissolution that would be refused' })
  blocked!: boolean;

  @ShownDate({ description: 'The last day on which the ministry is told in time' })
  noticeDueOn!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class ExtensionDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  number!: number;

  @ShownDate()
  lifeTo!: string;

  @ShownDate({ nullable: true })
  investmentTo!: string | null;

  @ShownDate()
  decidedOn!: string;

  @ShownText()
  reason!: string;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  documentName!: string | null;
}

export class DissolutionDto {
  @ShownDate()
  dissolvedOn!: string;

  @ShownChoice(DISSOLUTION_CAUSES)
  cause!: string;

  @ShownText()
  reason!: string;

  @ShownText()
  liquidator!: string;

  @ShownDate()
  noticeDueOn!: string;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  documentName!: string | null;
}

export class FundLifeDto {
  @ShownObject(() => PeriodsDto, { description: 'As extended' })
  periods!: PeriodsDto;

  @ShownList(() => ExtensionDto)
  extensions!: ExtensionDto[];

  @ShownObject(() => DissolutionDto, { nullable: true, description: 'Null while the fund lives' })
  dissolution!: DissolutionDto | null;
}
