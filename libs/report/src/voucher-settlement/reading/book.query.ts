import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { BOOK, type BookMovement, type PartMovement } from '../voucher-settlement.js';

/** `$1` the programme year, `$2` as of, `$3` known before: what every statement about a year begins with. */
export type YearPoint = readonly [yearId: string, asOf: LocalDate, knownBefore: Date];

const LINES = `
  from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
 where e.book = 'voucher/' || $1::uuid and e.effective_on <= $2::date and e.known_at < $3::timestamptz`;

const DELTA = `sum(case when l.side = a.normal_side then l.amount else -l.amount end)::text as "deltaWon"`;

/** Accounts of which a year has one for each voucher or payee. */
const SUB_LEDGERS = [BOOK.balance, BOOK.redeemed, BOOK.ownMoney];

type Row<T extends { readonly deltaWon: bigint }> = Omit<T, 'deltaWon'> & { readonly deltaWon: string };

/** The whole book by kind of account, posting rule and quarter. */
export async function readBook(tx: Tx, point: YearPoint): Promise<BookMovement[]> {
  const rows: Row<BookMovement>[] = await tx.query(
    `select a.chart, e.posting, date_trunc('quarter', e.effective_on)::date as "quarterOn", ${DELTA} ${LINES} group by 1, 2, 3 order by 1, 3, 2`,
    [...point],
  );
  return rows.map((row) => ({ ...row, deltaWon: BigInt(row.deltaWon) }));
}

/** The sub-ledgers by account; the key of an account ends in what it is the account of. */
export async function readParts(tx: Tx, point: YearPoint): Promise<PartMovement[]> {
  const rows: Row<PartMovement>[] = await tx.query(
    `select a.chart, right(a.key, 36) as "partId", e.posting, ${DELTA} ${LINES} and a.chart = any($4) group by 1, 2, 3 order by 1, 2, 3`,
    [...point, SUB_LEDGERS],
  );
  return rows.map((row) => ({ ...row, deltaWon: BigInt(row.deltaWon) }));
}

/** What an entry is about: entries are found by it. */
type Subject = readonly [kind: 'voucher' | 'service' | 'voucher-budget' | 'voucher-year' | 'clawback', id: string];

/**
 * The day on which a fact counts: that of the entry by these posting rules which its command made for the subject. Where the
 * books were closed by then, the entry lies later than the fact; figures follow the books.
 */
export const bookedOn = (commandId: string, [kind, subject]: Subject, postings: readonly string[], factOn: string): string =>
  `coalesce((select min(j.effective_on) from journal_entry j where j.subject_kind = '${kind}' and j.subject_id = ${subject} and j.command_id = ${commandId} and j.posting in (${postings.map((each) => `'${each}'`).join(', ')})), ${factOn})`;
