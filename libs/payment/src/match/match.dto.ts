import { BilingualDto, ChoiceField, DateField, FlagField, IdField, ListField, Personal, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, TextField } from '#libs/http';
import { EXPLANATION_CODES } from './match.service.js';
import { OWN_KINDS } from './own-line.rules.js';

/** As many as one sitting at the desk accepts at once. */
const MOST_ITEMS = 500;
export const LINE_STATES = ['OPEN', 'PARTLY', 'MATCHED', 'OWN', 'REVERSED'] as const;

export class BankLineQuery {
  @IdField({ description: 'An account whose statements are kept' })
  accountId!: string;

  @DateField({ optional: true, description: 'From this day; default: the first day of the latest month that has a line' })
  from?: string;

  @DateField({ optional: true, description: 'Through this day; default: the last line' })
  to?: string;
}

export class MatchReasonDto {
  @ShownText()
  code!: string;

  @ShownInteger()
  score!: number;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;
}

export class ExpectedMoveDto {
  @ShownText()
  kind!: string;

  @ShownObject(() => BilingualDto)
  kindName!: BilingualDto;

  @ShownId()
  recordId!: string;

  @ShownText()
  book!: string;

  @ShownText()
  label!: string;

  @Personal()
  @ShownText({ nullable: true })
  counterparty!: string | null;

  @ShownWon({ description: 'In above zero, out below' })
  amountWon!: string;

  @ShownDate()
  on!: string;

  @ShownFlag({ description: 'It stands in the books; otherwise it is waited for' })
  isRecorded!: boolean;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'What confirming does beyond saying which line it is; null where it only says that' })
  confirming!: BilingualDto | null;
}

export class MatchCandidateDto {
  @ShownList(() => ExpectedMoveDto)
  records!: ExpectedMoveDto[];

  @ShownInteger({ description: '0 to 100' })
  score!: number;

  @ShownChoice(['CERTAIN', 'LIKELY', 'POSSIBLE'], { description: 'CERTAIN: amount, name and day agree and nothing else comes near' })
  certainty!: string;

  @ShownList(() => MatchReasonDto)
  reasons!: MatchReasonDto[];
}

export class LineMatchDto {
  @ShownId()
  id!: string;

  @ShownObject(() => BilingualDto, { nullable: true, description: 'Null where it is explained without a record' })
  kindName!: BilingualDto | null;

  @ShownChoice(EXPLANATION_CODES, { nullable: true })
  reasonCode!: string | null;

  @ShownText()
  label!: string;

  @ShownWon()
  amountWon!: string;

  @ShownInteger()
  score!: number;

  @Personal()
  @ShownText({ nullable: true })
  confirmedBy!: string | null;
}

export class BankLineDto {
  @ShownId()
  id!: string;

  @ShownText()
  fileName!: string;

  @ShownInteger({ description: 'Row in that file' })
  rowNo!: number;

  @ShownDate()
  valueOn!: string;

  @ShownText({ nullable: true, description: 'HH:MM:SS' })
  timeOfDay!: string | null;

  @ShownWon({ description: 'In above zero, out below' })
  amountWon!: string;

  @ShownWon({ nullable: true })
  balanceWon!: string | null;

  @ShownWon({ description: 'Not explained yet' })
  openWon!: string;

  @Personal()
  @ShownText({ nullable: true })
  counterparty!: string | null;

  @ShownText({ nullable: true })
  kind!: string | null;

  @ShownText({ nullable: true })
  memo!: string | null;

  @ShownText({ nullable: true })
  reference!: string | null;

  @ShownChoice(LINE_STATES)
  state!: string;

  @ShownChoice(OWN_KINDS, { nullable: true, description: 'What the bank or the office moved by itself' })
  ownKind!: string | null;

  @ShownList(() => LineMatchDto)
  matches!: LineMatchDto[];

  @ShownList(() => MatchCandidateDto)
  candidates!: MatchCandidateDto[];
}

export class BankLinesDto {
  @ShownDate({ nullable: true })
  from!: string | null;

  @ShownDate({ nullable: true })
  to!: string | null;

  @ShownList(() => BankLineDto)
  lines!: BankLineDto[];
}

export class MatchRecordDto {
  @TextField({ max: 60, description: 'Kind of the record, as a candidate names it' })
  kind!: string;

  @IdField()
  recordId!: string;
}

export class MatchLineDto {
  @IdField()
  lineId!: string;

  @ListField(() => MatchRecordDto, { min: 1, max: 50 })
  records!: MatchRecordDto[];
}

export class ConfirmBankMatchDto {
  @ListField(() => MatchLineDto, { min: 1, max: MOST_ITEMS })
  items!: MatchLineDto[];

  @FlagField({ optional: true, description: 'Only show what would come of it' })
  dryRun?: boolean;
}

export class ExplainBankLineDto {
  @ChoiceField(EXPLANATION_CODES)
  reasonCode!: (typeof EXPLANATION_CODES)[number];

  @TextField({ min: 2, max: 300, description: 'What it was' })
  note!: string;
}

export class UndoBankMatchDto {
  @TextField({ min: 2, max: 300 })
  reason!: string;
}

export class ConfirmedMatchDto {
  @ShownId({ nullable: true, description: 'Null in a dry run' })
  id!: string | null;

  @ShownId()
  lineId!: string;

  @ShownText()
  label!: string;

  @ShownWon()
  amountWon!: string;

  @ShownInteger()
  score!: number;
}

export class ConfirmedMatchesDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => ConfirmedMatchDto)
  matches!: ConfirmedMatchDto[];
}

export class UndoneBankMatchDto {
  @ShownId()
  lineId!: string;
}
