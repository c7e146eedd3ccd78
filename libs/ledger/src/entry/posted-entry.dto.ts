import { ShownDate, ShownList, ShownText, ShownWon } from '#libs/http';
import type { PostedEntry } from './ledger.js';

export class PostedLineDto {
  @ShownText()
  account!: string;

  @ShownText()
  chart!: string;

  @ShownText({ description: 'D debit, C credit' })
  side!: string;

  @ShownWon()
  amountWon!: string;
}

/** An entry that a write made, or would make. */
export class PostedEntryDto {
  @ShownText()
  id!: string;

  @ShownText()
  posting!: string;

  @ShownText()
  memo!: string;

  @ShownDate()
  effectiveOn!: string;

  @ShownList(() => PostedLineDto)
  lines!: PostedLineDto[];
}

export const shownEntry = (entry: PostedEntry): PostedEntryDto => ({ ...entry, lines: [...entry.lines] });
