import { BasisPointsField, BilingualDto, ChoiceField, DateField, FlagField, IdField, IntegerField, ObjectField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { BusinessInput } from '../business/business.dto.js';
import { ROYALTY_PAYERS } from './royalty.js';

const USES = ['LICENCE', 'OWN_USE'];

export class RegisterGrantRoyaltyDto {
  @ObjectField(() => BusinessInput)
  company!: BusinessInput;

  @TextField({ max: 300, description: 'The result' })
  name!: string;

  @TextField({ max: 50, optional: true })
  patentNumber?: string;

  @ChoiceField(USES)
  use!: string;

  @BasisPointsField({ optional: true, description: 'Of a result that is used: the part of the sales that it makes (기술기여도)' })
  contributionBasisPoints?: number;

  @DateField({ description: 'Day of the licence, or of the first use' })
  contractedOn!: string;
}

export class RegisteredGrantRoyaltyDto {
  @ShownId()
  id!: string;
}

export class DeclareGrantRoyaltyDto {
  @IntegerField({ min: 2000, max: 2200 })
  year!: number;

  @WonField({ min: 0n, description: 'Licence income, or sales with the result' })
  incomeWon!: string;

  @DateField({ optional: true, description: 'First day of the year on which money came; none for a year without income' })
  collectedOn?: string;

  @DateField({ optional: true, description: 'Default: today' })
  declaredOn?: string;

  @IntegerField({ optional: true, min: 0, max: 100_000, description: 'Jobs that came of it' })
  jobs?: number;

  @IdField({ optional: true })
  documentId?: string;
}

export class StatementYearDto {
  @ShownInteger()
  year!: number;

  @ShownWon()
  licenceWon!: string;

  @ShownWon()
  salesWon!: string;

  @ShownWon({ description: 'By the rate, before the cap' })
  computedWon!: string;

  @ShownWon()
  dueWon!: string;

  @ShownWon()
  claimedWon!: string;

  @ShownWon({ description: 'Still to be claimed, in tens of won' })
  noticeWon!: string;

  @ShownChoice(['FULL', 'CAPPED', 'CAP_REACHED', 'ENDED', 'NO_INCOME'])
  reason!: string;
}

export class RoyaltyStatementDto {
  @ShownChoice(ROYALTY_PAYERS, { nullable: true, description: 'Null: a non-profit owner, who divides instead' })
  payer!: string | null;

  @ShownWon()
  grantWon!: string;

  @ShownWon({ description: 'Of the whole life' })
  capWon!: string;

  @ShownWon()
  claimedWon!: string;

  @ShownDate({ description: 'Last day on which income still costs' })
  endsOn!: string;

  @ShownText()
  clause!: string;

  @ShownList(() => StatementYearDto)
  years!: StatementYearDto[];
}

export class DeclaredGrantRoyaltyDto {
  @ShownId()
  id!: string;

  @ShownInteger({ description: 'More than 1: a correction' })
  turn!: number;

  @ShownObject(() => RoyaltyStatementDto)
  statement!: RoyaltyStatementDto;
}

export class NotifyGrantRoyaltyDto {
  @IntegerField({ min: 2000, max: 2200 })
  year!: number;

  @WonField({ min: 0n, description: 'As the statement shows it for the year' })
  amountWon!: string;

  @DateField({ optional: true, description: 'Day of the notice; default: today' })
  noticeOn?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class NotifiedGrantRoyaltyDto {
  @ShownId({ nullable: true, description: 'The claim; null where a preview is refused' })
  id!: string | null;

  @ShownText({ nullable: true })
  number!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  dueOn!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownObject(() => RoyaltyStatementDto)
  statement!: RoyaltyStatementDto;

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class DeclarationDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  year!: number;

  @ShownInteger()
  turn!: number;

  @ShownWon()
  incomeWon!: string;

  @ShownDate({ nullable: true })
  collectedOn!: string | null;

  @ShownDate()
  declaredOn!: string;

  @ShownInteger({ nullable: true })
  jobs!: number | null;
}

export class DivisionPartDto {
  @ShownChoice(['RESEARCHERS', 'TRANSFER', 'CONTRIBUTORS', 'OTHERS'])
  recipient!: string;

  @ShownObject(() => BilingualDto)
  name!: BilingualDto;

  @ShownInteger({ nullable: true, description: 'Least part; null for whoever takes what is left' })
  leastBasisPoints!: number | null;

  @ShownWon()
  amountWon!: string;
}

export class DivisionDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  year!: number;

  @ShownChoice(['INNOVATION_ACT', 'TRANSFER_ACT'])
  basis!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  dividedOn!: string;

  @ShownList(() => DivisionPartDto)
  parts!: DivisionPartDto[];
}

export class TechnologyDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  company!: string;

  @ShownText()
  name!: string;

  @ShownText({ nullable: true })
  patentNumber!: string | null;

  @ShownChoice(USES)
  use!: string;

  @ShownObject(() => BilingualDto)
  useName!: BilingualDto;

  @ShownInteger({ nullable: true })
  contributionBasisPoints!: number | null;

  @ShownDate()
  contractedOn!: string;

  @ShownList(() => DeclarationDto)
  declarations!: DeclarationDto[];

  @ShownList(() => DivisionDto)
  divisions!: DivisionDto[];
}

export class AgreementRoyaltyDto {
  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  title!: string;

  @ShownText()
  institution!: string;

  @ShownObject(() => RoyaltyStatementDto)
  statement!: RoyaltyStatementDto;

  @ShownList(() => TechnologyDto)
  technologies!: TechnologyDto[];
}
