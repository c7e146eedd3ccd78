import { ChoiceField, CountField, DateField, FlagField, IdField, ObjectField, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { PARTNER_KINDS } from '../fund/fund.dto.js';

export class NewPartnerInput {
  @TextField({ max: 300 })
  name!: string;

  @ChoiceField(PARTNER_KINDS)
  kind!: string;

  @TextField({ max: 20, description: 'Ten digits, with or without hyphens' })
  businessNumber!: string;

  @FlagField({ optional: true, description: 'A professional investor, whom the head count leaves out' })
  professional?: boolean;

  @TextField({ max: 100, optional: true })
  contact?: string;
}

export class TransferCommitmentDto {
  @IdField({ description: 'The partner who hands over' })
  fromPartnerId!: string;

  @IdField({ optional: true, description: 'The partner who takes over; left out for somebody new' })
  toPartnerId?: string;

  @ObjectField(() => NewPartnerInput, { optional: true, description: 'Who becomes a partner by taking over' })
  newPartner?: NewPartnerInput;

  @CountField({ description: 'Whole units' })
  units!: string;

  @DateField({ description: 'The day on which they change hands; not before anything else on record about the transferor' })
  effectiveOn!: string;

  @TextField({ max: 300, description: 'Who consented and when', example: '조합원총회 2024-05-02 의결' })
  consent!: string;

  @IdField({ optional: true, description: 'The contract or the consent' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class PartnerHoldingDto {
  @ShownText({ description: 'Number of units' })
  units!: string;

  @ShownWon()
  commitmentWon!: string;

  @ShownWon()
  calledWon!: string;

  @ShownWon()
  paidInWon!: string;

  @ShownWon({ description: 'Of what was distributed, what may be called again' })
  recalledWon!: string;

  @ShownWon()
  distributedWon!: string;
}

export class TransferSideDto {
  @ShownText()
  name!: string;

  @ShownObject(() => PartnerHoldingDto)
  before!: PartnerHoldingDto;

  @ShownObject(() => PartnerHoldingDto)
  after!: PartnerHoldingDto;
}

export class TransferredCommitmentDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownFlag({ description: 'A dry run of a transfer that would be refused' })
  blocked!: boolean;

  @ShownObject(() => PartnerHoldingDto, { description: 'What changes hands' })
  part!: PartnerHoldingDto;

  @ShownObject(() => TransferSideDto)
  from!: TransferSideDto;

  @ShownObject(() => TransferSideDto)
  to!: TransferSideDto;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}

export class CommitmentTransferDto extends PartnerHoldingDto {
  @ShownId()
  id!: string;

  @ShownInteger()
  number!: number;

  @ShownId()
  fromId!: string;

  @ShownText()
  from!: string;

  @ShownId()
  toId!: string;

  @ShownText()
  to!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownText()
  consent!: string;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  documentName!: string | null;
}
