import { ChoiceField, DateField, FlagField, IdField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownList, ShownObject, ShownText, ShownWon, TextField, VerdictDto, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';
import { FUND_SOURCES } from '../match/match.js';
import { RoomBalancesDto } from '../room/room.dto.js';
import { DEPOSITOR_RELATIONS, FLAG_KINDS } from './deposit.js';

export class RecordMatchingDepositDto {
  @DateField({ description: 'As the statement of the account says' })
  depositedOn!: string;

  @WonField()
  amountWon!: string;

  @TextField({ max: 200, description: 'Who paid it in, as the bank names them' })
  depositor!: string;

  @ChoiceField([...DEPOSITOR_RELATIONS], { description: 'Who the depositor is to the project' })
  relation!: string;

  @ChoiceField([...FUND_SOURCES], { description: 'Where the money comes from, as declared' })
  source!: string;

  @TextField({ max: 200, optional: true, description: 'The declaration in words' })
  sourceText?: string;

  @TextField({ max: 200, optional: true, description: 'Number of the transfer' })
  reference?: string;

  @IdField({ optional: true, description: 'The declaration of the source of funds' })
  documentId?: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ProveMatchingDepositDto {
  @IdField({ description: 'The line of a statement that is its receipt' })
  lineId!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class ReverseMatchingDepositDto {
  @TextField({ min: 5, max: 500 })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class DecideMatchingFlagDto {
  @FlagField({ description: 'The money counts although it was flagged' })
  counts!: boolean;

  @TextField({ min: 5, max: 500 })
  reason!: string;

  @FlagField({ optional: true })
  dryRun?: boolean;
}

export class MovedMatchingDepositDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

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

export class MatchingFlagDto {
  @ShownId()
  id!: string;

  @ShownChoice([...FLAG_KINDS])
  kind!: string;

  @ShownFlag({ description: 'It takes the deposit out of the count until compliance decides otherwise' })
  uncounts!: boolean;

  @ShownText()
  detail!: string;

  @ShownText()
  clause!: string;

  @ShownFlag({ nullable: true, description: 'What compliance decided; null: nothing yet' })
  counts!: boolean | null;

  @ShownText({ nullable: true })
  decidedFor!: string | null;
}

export class MatchingDepositDto {
  @ShownId()
  id!: string;

  @ShownId()
  agreementId!: string;

  @ShownText()
  agreementNumber!: string;

  @ShownDate()
  depositedOn!: string;

  @ShownWon()
  amountWon!: string;

  @Personal()
  @ShownText()
  depositor!: string;

  @ShownChoice([...DEPOSITOR_RELATIONS])
  relation!: string;

  @ShownChoice([...FUND_SOURCES])
  source!: string;

  @ShownText({ nullable: true })
  sourceText!: string | null;

  @ShownDate({ description: 'Until when it may not leave' })
  lockedUntil!: string;

  @ShownText({ nullable: true })
  reference!: string | null;

  @ShownId({ nullable: true })
  documentId!: string | null;

  @ShownText({ nullable: true })
  documentName!: string | null;

  @ShownChoice(['UNPROVEN', 'PROVEN', 'REVERSED'])
  state!: string;

  @ShownFlag({ description: 'Proven, and nothing stands against it' })
  counts!: boolean;

  @ShownId({ nullable: true, description: 'The line of a statement that proves it' })
  bankLineId!: string | null;

  @ShownDate({ nullable: true })
  provenOn!: string | null;

  @ShownText({ nullable: true, description: 'What proves it: a receipt of the bank, or what a register says' })
  evidence!: string | null;

  @ShownText({ nullable: true })
  reversedFor!: string | null;

  @ShownText({ nullable: true })
  actor!: string | null;

  @ShownList(() => MatchingFlagDto)
  flags!: MatchingFlagDto[];
}

export class ReceiptCandidateDto {
  @ShownId()
  lineId!: string;

  @ShownId()
  accountId!: string;

  @ShownDate()
  valueOn!: string;

  @ShownWon()
  amountWon!: string;

  @Personal()
  @ShownText({ nullable: true })
  counterparty!: string | null;

  @ShownText({ nullable: true })
  memo!: string | null;
}
