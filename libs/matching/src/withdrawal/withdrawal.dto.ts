import { DateField, FlagField, IdField, Personal, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { RoomBalancesDto } from '../room/room.dto.js';

export class RecordMatchingWithdrawalDto {
  @DateField({ description: 'The day on which the money left' })
  withdrawnOn!: string;

  @WonField()
  amountWon!: string;

  @TextField({ max: 200 })
  paidTo!: string;

  @TextField({ min: 2, max: 500 })
  reason!: string;

  @IdField({ optional: true })
  documentId?: string;

  @FlagField({ optional: true, description: 'Only show what would have to come back' })
  dryRun?: boolean;
}

export class ReverseMatchingWithdrawalDto {
  @TextField({ min: 5, max: 500 })
  reason!: string;

  @FlagField({ optional: true, description: 'Only show what would count again' })
  dryRun?: boolean;
}

export class RecordedMatchingWithdrawalDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => RoomBalancesDto)
  before!: RoomBalancesDto;

  @ShownObject(() => RoomBalancesDto)
  after!: RoomBalancesDto;

  @ShownWon({ description: 'What is proposed to be clawed back for it' })
  clawbackWon!: string;

  @ShownId({ nullable: true, description: 'The proposal that stands; null in a dry run' })
  clawbackId!: string | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class MatchingWithdrawalDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownDate()
  withdrawnOn!: string;

  @ShownWon()
  amountWon!: string;

  @ShownWon({ description: 'Of it off what counted' })
  countedWon!: string;

  @Personal()
  @ShownText()
  paidTo!: string;

  @ShownText()
  reason!: string;

  @ShownText({ nullable: true })
  actor!: string | null;

  @ShownText({ nullable: true, description: 'Why it was reversed; null where it stands' })
  reversedFor!: string | null;

  @ShownText({ nullable: true })
  reversedBy!: string | null;
}
