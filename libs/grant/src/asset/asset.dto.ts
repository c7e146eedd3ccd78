import { BilingualDto, ChoiceField, DateField, FlagField, IdField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { ASSET_CONDITIONS, ASSET_DEEDS, ASSET_KINDS } from './asset.js';

export class RegisterGrantAssetDto {
  @ChoiceField(ASSET_KINDS)
  kind!: string;

  @TextField({ max: 200 })
  name!: string;

  @TextField({ max: 100, optional: true })
  maker?: string;

  @TextField({ max: 100, optional: true })
  serial?: string;

  @TextField({ max: 50, optional: true, description: 'Number of the national register of equipment' })
  registryNumber?: string;

  @TextField({ max: 200, description: 'Where it stands' })
  location!: string;

  @IdField({ optional: true, description: 'The expense that paid it' })
  expenseId?: string;

  @DateField()
  acquiredOn!: string;

  @WonField({ description: 'Acquisition value' })
  amountWon!: string;

  @DateField({ optional: true, description: 'Default: the years that the call sets for its kind' })
  restrictedUntil?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class RegisteredGrantAssetDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon({ description: 'The government’s part of the value' })
  governmentWon!: string;

  @ShownDate()
  restrictedUntil!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class ConfirmGrantAssetDto {
  @DateField({ description: 'Last day of the period that it is about' })
  periodTo!: string;

  @DateField({ optional: true, description: 'Default: today' })
  checkedOn?: string;

  @ChoiceField(ASSET_CONDITIONS)
  condition!: string;

  @TextField({ max: 200, optional: true, description: 'Default: where it stood before' })
  location?: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  note?: string;

  @IdField({ optional: true, description: 'A photo or the report' })
  documentId?: string;
}

export class ConfirmedGrantAssetDto {
  @ShownId()
  id!: string;

  @ShownDate({ nullable: true })
  nextDueOn!: string | null;
}

export class AssetCheckDto {
  @ShownId()
  id!: string;

  @ShownDate()
  periodTo!: string;

  @ShownDate()
  checkedOn!: string;

  @ShownChoice(ASSET_CONDITIONS)
  condition!: string;

  @ShownObject(() => BilingualDto)
  conditionName!: BilingualDto;

  @ShownText()
  location!: string;

  @ShownText({ nullable: true })
  note!: string | null;
}

export class AssetDisposalDto {
  @ShownId()
  id!: string;

  @ShownDate()
  disposedOn!: string;

  @ShownWon()
  proceedsWon!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownText({ nullable: true, description: 'Number of the notice' })
  claim!: string | null;
}

export class AssetApprovalDto {
  @ShownId()
  id!: string;

  @ShownChoice(ASSET_DEEDS)
  deed!: string;

  @ShownObject(() => BilingualDto)
  deedName!: BilingualDto;

  @ShownText({ nullable: true })
  counterparty!: string | null;

  @ShownWon()
  expectedWon!: string;

  @ShownText()
  reason!: string;

  @ShownDate()
  decidedOn!: string;

  @ShownDate()
  validThrough!: string;

  @ShownChoice(['OPEN', 'USED', 'LAPSED'])
  state!: string;

  @ShownObject(() => AssetDisposalDto, { nullable: true })
  disposal!: AssetDisposalDto | null;
}

export class GrantAssetDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  institution!: string;

  @ShownText()
  number!: string;

  @ShownChoice(ASSET_KINDS)
  kind!: string;

  @ShownObject(() => BilingualDto)
  kindName!: BilingualDto;

  @ShownText()
  name!: string;

  @ShownText({ nullable: true })
  maker!: string | null;

  @ShownText({ nullable: true })
  serial!: string | null;

  @ShownText({ nullable: true })
  registryNumber!: string | null;

  @ShownText()
  location!: string;

  @ShownText({ nullable: true })
  expenseNumber!: string | null;

  @ShownDate()
  acquiredOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownDate()
  restrictedUntil!: string;

  @ShownChoice(['RESTRICTED', 'FREE', 'GONE'])
  state!: string;

  @ShownDate({ nullable: true, description: 'Last day of the period to be confirmed next' })
  nextPeriodTo!: string | null;

  @ShownDate({ nullable: true })
  nextDueOn!: string | null;

  @ShownFlag()
  overdue!: boolean;

  @ShownList(() => AssetCheckDto)
  checks!: AssetCheckDto[];

  @ShownList(() => AssetApprovalDto)
  approvals!: AssetApprovalDto[];
}
