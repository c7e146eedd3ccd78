import { BilingualDto, DateField, FlagField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';

export class OutcomeReceiptDto {
  @ShownId()
  id!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  valueOn!: string;

  @ShownText({ nullable: true })
  bankReference!: string | null;

  @ShownText({ nullable: true, description: 'Why it was reversed; null where it stands' })
  reversedFor!: string | null;
}

export class OutcomeClaimDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  number!: string;

  @ShownChoice(['ROYALTY', 'ASSET_PROCEEDS'])
  ground!: string;

  @ShownObject(() => BilingualDto)
  groundName!: BilingualDto;

  @ShownInteger({ nullable: true, description: 'Of a royalty: the year of the income' })
  year!: number | null;

  @ShownText({ nullable: true, description: 'Of proceeds: the asset' })
  assetName!: string | null;

  @ShownText()
  debtor!: string;

  @ShownWon({ description: 'By the formula' })
  computedWon!: string;

  @ShownWon({ description: 'As the notice asks for it: tens of won' })
  amountWon!: string;

  @ShownWon()
  openWon!: string;

  @ShownDate()
  noticeOn!: string;

  @ShownDate()
  dueOn!: string;

  @ShownChoice(['OPEN', 'OVERDUE', 'PAID'])
  state!: string;

  @ShownList(() => OutcomeReceiptDto)
  receipts!: OutcomeReceiptDto[];
}

export class OutcomeRemittanceDto {
  @ShownId()
  id!: string;

  @ShownWon()
  amountWon!: string;

  @ShownDate()
  remittedOn!: string;

  @ShownText({ description: 'Number of the payment notice of the Treasury' })
  treasuryNumber!: string;
}

export class OutcomeClaimsDto {
  @ShownWon({ description: 'Received and not yet paid to the Treasury' })
  heldWon!: string;

  @ShownWon({ description: 'Still to come' })
  openWon!: string;

  @ShownList(() => OutcomeClaimDto)
  claims!: OutcomeClaimDto[];

  @ShownList(() => OutcomeRemittanceDto)
  remittances!: OutcomeRemittanceDto[];
}

export class ReceiveOutcomeClaimDto {
  @WonField()
  amountWon!: string;

  @DateField({ description: 'Value date at the bank' })
  valueOn!: string;

  @TextField({ max: 100, optional: true })
  bankReference?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class RemitOutcomeClaimDto {
  @WonField()
  amountWon!: string;

  @DateField()
  remittedOn!: string;

  @TextField({ max: 50, description: 'Number of the payment notice of the Treasury (dBrain)' })
  treasuryNumber!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class MovedOutcomeDto {
  @ShownId()
  id!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownWon()
  amountWon!: string;

  @ShownWon({ description: 'Open of the claim, or held for the Treasury' })
  beforeWon!: string;

  @ShownWon()
  afterWon!: string;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}
