import { BilingualDto, FlagField, IdField, ListField, ShownChoice, ShownDate, ShownFlag, ShownId, ShownInteger, ShownList, ShownObject, ShownText, ShownWon, WonField } from '#libs/http';
import { PostedEntryDto } from '#libs/ledger';

/** As many as a statement of a large fund has deposits. */
export const MOST_ITEMS = 200;
export const LINE_STATES = ['OPEN', 'PARTLY', 'MATCHED', 'WITHDRAWAL'] as const;

export class ReasonDto {
  @ShownText()
  code!: string;

  @ShownInteger()
  score!: number;

  @ShownObject(() => BilingualDto)
  text!: BilingualDto;
}

export class SuggestionDto {
  @ShownId()
  callId!: string;

  @ShownInteger()
  callNumber!: number;

  @ShownId()
  partnerId!: string;

  @ShownText()
  partner!: string;

  @ShownId({ nullable: true, description: 'The receipt on record that the line is; null where one is to be booked' })
  receiptId!: string | null;

  @ShownWon()
  capitalWon!: string;

  @ShownWon()
  interestWon!: string;

  @ShownInteger({ description: '0 to 100' })
  score!: number;

  @ShownFlag({ description: 'Amount and name agree and nothing else comes near' })
  exact!: boolean;

  @ShownList(() => ReasonDto)
  reasons!: ReasonDto[];
}

export class LineUseDto {
  @ShownInteger()
  callNumber!: number;

  @ShownText()
  partner!: string;

  @ShownId({ nullable: true })
  receiptId!: string | null;

  @ShownId({ nullable: true, description: 'Set where it is interest' })
  interestId!: string | null;

  @ShownWon()
  amountWon!: string;
}

export class CustodianLineDto {
  @ShownId()
  id!: string;

  @ShownText()
  fileName!: string;

  @ShownInteger({ description: 'Row in that file' })
  rowNo!: number;

  @ShownDate()
  valueOn!: string;

  @ShownWon({ description: 'A withdrawal is below zero' })
  amountWon!: string;

  @ShownText({ nullable: true })
  counterparty!: string | null;

  @ShownText({ nullable: true })
  memo!: string | null;

  @ShownText({ nullable: true })
  reference!: string | null;

  @ShownWon({ nullable: true })
  balanceWon!: string | null;

  @ShownWon({ description: 'Not explained yet' })
  openWon!: string;

  @ShownChoice(LINE_STATES)
  state!: string;

  @ShownList(() => LineUseDto)
  uses!: LineUseDto[];

  @ShownList(() => SuggestionDto)
  suggestions!: SuggestionDto[];
}

export class MatchItemDto {
  @IdField({ description: 'The line of the custodian' })
  lineId!: string;

  @IdField()
  callId!: string;

  @IdField({ description: 'The partner whose money it is' })
  partnerId!: string;

  @IdField({ optional: true, description: 'The receipt on record that the line is; nothing is booked then' })
  receiptId?: string;

  @WonField({ min: 0n, optional: true, description: 'What of it is capital' })
  capitalWon?: string;

  @WonField({ min: 0n, optional: true, description: 'What of it is interest on what came late' })
  interestWon?: string;
}

export class MatchCapitalDto {
  @ListField(() => MatchItemDto, { min: 1, max: MOST_ITEMS })
  items!: MatchItemDto[];

  @FlagField({ optional: true, description: 'Only show what would be posted' })
  dryRun?: boolean;
}

export class MatchedItemDto {
  @ShownId()
  lineId!: string;

  @ShownId({ nullable: true, description: 'Null where no capital was booked, and in a dry run' })
  receiptId!: string | null;

  @ShownId({ nullable: true })
  interestId!: string | null;

  @ShownWon({ description: 'What the share still owes' })
  unpaidWon!: string;

  @ShownWon({ description: 'What of the line is not explained yet' })
  lineOpenWon!: string;
}

export class MatchedCapitalDto {
  @ShownFlag()
  dryRun!: boolean;

  @ShownList(() => MatchedItemDto)
  items!: MatchedItemDto[];

  @ShownList(() => PostedEntryDto)
  postings!: PostedEntryDto[];
}
