import { DateField, FlagField, IdField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { RoomBalancesDto } from '../room/room.dto.js';

export class RequestMatchingReleaseDto {
  @WonField()
  amountWon!: string;

  @TextField({ max: 60, description: 'What it is called, e.g. 1차 지급' })
  label!: string;

  @TextField({ max: 200, description: 'What had to be reached' })
  milestone!: string;

  @DateField({ optional: true, description: 'The day on which it was accepted; without it the release waits for the acceptance' })
  milestoneMetOn?: string;

  @IdField({ optional: true, description: 'The protocol of acceptance' })
  documentId?: string;

  @TextField({ max: 500, optional: true })
  note?: string;

  @FlagField({ optional: true, description: 'Only show what may be released' })
  dryRun?: boolean;
}

export class DecideMatchingReleaseDto {
  @WonField({ description: 'As it was asked for' })
  amountWon!: string;

  @DateField({ optional: true, description: 'Not paid before; default: today' })
  payFrom?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class StepMatchingReleaseDto {
  @TextField({ min: 2, max: 500 })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class SteppedMatchingReleaseDto {
  @ShownId({ nullable: true, description: 'Null in the dry run of a request' })
  releaseId!: string | null;

  @ShownFlag()
  dryRun!: boolean;

  @ShownObject(() => RoomBalancesDto)
  before!: RoomBalancesDto;

  @ShownObject(() => RoomBalancesDto)
  after!: RoomBalancesDto;

  @ShownList(() => VerdictDto)
  verdicts!: VerdictDto[];

  @ShownList(() => PostedEntryDto)
  entries!: PostedEntryDto[];
}

export class MatchingReleaseDto {
  @ShownId({ description: 'Of its tranche' })
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownText()
  performer!: string;

  @ShownText()
  label!: string;

  @ShownWon()
  amountWon!: string;

  @ShownInteger({ description: 'Out of whose budget' })
  fiscalYear!: number;

  @ShownText({ nullable: true })
  milestone!: string | null;

  @ShownDate({ nullable: true, description: 'Null: not accepted yet' })
  milestoneMetOn!: string | null;

  @ShownChoice(['REQUESTED', 'DECIDED', 'SENT_BACK', 'VOIDED'])
  state!: string;

  @ShownDate()
  sinceOn!: string;

  @ShownWon({ description: 'Allowed when it was asked for' })
  allowedWon!: string;

  @ShownWon({ description: 'Released when it was asked for' })
  releasedWon!: string;

  @ShownText({ nullable: true })
  requestedBy!: string | null;

  @ShownChoice(['OWED', 'IN_RUN', 'PAID', 'WITHDRAWN'], { nullable: true, description: 'Where its payment stands; null: not owed' })
  payment!: string | null;

  @ShownDate({ nullable: true })
  paidOn!: string | null;

  @ShownText({ nullable: true })
  runNumber!: string | null;
}
