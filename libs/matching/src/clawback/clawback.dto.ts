import { DateField, FlagField, IntegerField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInstant, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { RoomBalancesDto } from '../room/room.dto.js';

export class ProposeMatchingClawbackDto {
  @WonField({ min: 0n, description: 'What a settlement outside of the program left' })
  unspentWon!: string;

  @WonField({ min: 0n, description: 'What it disallowed' })
  disallowedWon!: string;

  @WonField({ min: 0n, description: 'Interest on the government’s part' })
  interestWon!: string;

  @TextField({ min: 5, max: 300 })
  reason!: string;
}

export class ProposedMatchingClawbackDto {
  @ShownId()
  clawbackId!: string;
}

export class DecideMatchingClawbackDto {
  @WonField({ description: 'As it was proposed' })
  amountWon!: string;

  @DateField()
  noticeOn!: string;

  @DateField({ optional: true, description: 'Default: the earliest that the statute allows, on a business day' })
  dueOn?: string;

  @IntegerField({ min: 1, max: 60, optional: true, description: 'Default 1' })
  instalments?: number;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DemandedMatchingClawbackDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownText()
  number!: string;

  @ShownWon({ description: 'Without what is below ten won' })
  demandedWon!: string;

  @ShownDate()
  dueOn!: string;
}

export class DecidedMatchingClawbackDto {
  @ShownId()
  clawbackId!: string;

  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => RoomBalancesDto)
  before!: RoomBalancesDto;

  @ShownObject(() => RoomBalancesDto)
  after!: RoomBalancesDto;

  @ShownObject(() => DemandedMatchingClawbackDto, { nullable: true })
  recovery!: DemandedMatchingClawbackDto | null;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class MatchingClawbackDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  debtor!: string;

  @ShownWon()
  overReleasedWon!: string;

  @ShownWon()
  disallowedWon!: string;

  @ShownWon()
  unspentWon!: string;

  @ShownWon()
  interestWon!: string;

  @ShownWon()
  totalWon!: string;

  @ShownText({ description: 'What led to it' })
  cause!: string;

  @ShownWon()
  allowedWon!: string;

  @ShownWon()
  releasedWon!: string;

  @ShownChoice(['PROPOSED', 'DECIDED', 'OVERTAKEN'])
  state!: string;

  @ShownInstant()
  proposedAt!: string;

  @ShownText({ nullable: true })
  proposedBy!: string | null;

  @ShownText({ nullable: true })
  decidedBy!: string | null;

  @ShownId({ nullable: true, description: 'The recovery by which it is collected' })
  recoveryId!: string | null;

  @ShownText({ nullable: true })
  recoveryNumber!: string | null;

  @ShownDate({ nullable: true })
  dueOn!: string | null;
}
