import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { notFound } from '#libs/errors';
import type { Ledger } from '../entry/ledger.js';

export interface PeriodClose {
  readonly book: string;
  readonly closedThrough: LocalDate;
}

/** `period.close`: corrections of what lies before are posted in the open period from then on. */
export const closePeriod = (ledger: Ledger): Command<PeriodClose, PeriodClose> => ({
  name: 'period.close',
  async execute(tx, context, input) {
    const books: unknown[] = await tx.query('select 1 from ledger_account where book = $1 limit 1', [input.book]);
    if (books.length === 0) throw notFound({ ko: '장부', en: 'book' }, input.book);
    await ledger.closePeriod(tx, context, input.book, input.closedThrough);
    return input;
  },
});
