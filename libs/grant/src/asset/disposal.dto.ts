import { ChoiceField, DateField, FlagField, IdField, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { ASSET_DEEDS } from './asset.js';

export class ApproveDisposalGrantAssetDto {
  @ChoiceField(ASSET_DEEDS)
  deed!: string;

  @TextField({ max: 200, optional: true, description: 'With whom; not for what is discarded or used otherwise' })
  counterparty?: string;

  @WonField({ min: 0n, description: 'What it is expected to bring' })
  expectedWon!: string;

  @TextField({ max: 1000, min: 5, multiline: true })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ApprovedDisposalDto {
  @ShownId({ description: 'The approval' })
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownDate()
  validThrough!: string;

  @ShownWon({ description: 'The government’s part of what is expected' })
  governmentWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];
}

export class DisposeGrantAssetDto {
  @IdField({ description: 'The approval under which it was done' })
  approvalId!: string;

  @DateField()
  disposedOn!: string;

  @WonField({ min: 0n })
  proceedsWon!: string;

  @IdField({ optional: true, description: 'The contract' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class AssetClaimDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  dueOn!: string;
}

export class DisposedGrantAssetDto {
  @ShownId({ nullable: true })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  proceedsWon!: string;

  @ShownWon()
  governmentWon!: string;

  @ShownObject(() => AssetClaimDto, { nullable: true })
  claim!: AssetClaimDto | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
