import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { sqlState, type Tx } from '#libs/database';
import { DomainError, notFound } from '#libs/errors';
import { Ledger } from '../entry/ledger.js';

export interface PeriodClose {
  readonly book: string;
  readonly closedThrough: LocalDate;
}

export interface PeriodReopen {
  readonly book: string;
  /** The books stay closed through this day; null: all of them are open again. */
  readonly closedThrough: LocalDate | null;
  readonly reason: string;
}

const CHECK_VIOLATION = '23514';

@Injectable()
export class PeriodService {
  constructor(private readonly ledger: Ledger) {}

  /** `period.close`: corrections of what lies before are posted in the open period from then on. */
  readonly close: Command<PeriodClose, PeriodClose> = {
    name: 'period.close',
    execute: async (tx, context, input) => {
      await requireBook(tx, input.book);
      await this.ledger.closePeriod(tx, context, input.book, input.closedThrough);
      return input;
    },
  };

  /** `period.reopen`: never without the signatures of others, which the database asks for again. */
  readonly reopen: Command<PeriodReopen, PeriodReopen> = {
    name: 'period.reopen',
    execute: async (tx, context, input) => {
      await requireBook(tx, input.book);
      const row = [input.book, input.closedThrough, context.commandId];
      await tx.query('insert into period_reopen (book, closed_through, command_id) values ($1, $2, $3)', row).catch(openAlready);
      return input;
    },
  };
}

async function requireBook(tx: Tx, book: string): Promise<void> {
  const books: unknown[] = await tx.query('select 1 from ledger_account where book = $1 limit 1', [book]);
  if (books.length === 0) throw notFound({ ko: '장부', en: 'book' }, book);
}

function openAlready(error: unknown): never {
  if (sqlState(error) !== CHECK_VIOLATION) throw error;
  throw new DomainError('conflict', 'period.open-already', { ko: '그 기간은 이미 열려 있습니다.', en: 'The books are open from there already.' }, { cause: error });
}
