import { rowsOf, type Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import type { ExtractAccount, ExtractHead, ExtractLine } from './ledger-extract.js';

const WITHIN = `e.book = $1 and e.effective_on <= $2 and e.known_at < $3`;

/** What a book holds at a point, summed up. Throws `resource.not-found` where there is no such book, or none that the reader may see. */
export async function readExtractHead(tx: Tx, book: string, { asOf, knownBefore }: TimePoint): Promise<ExtractHead> {
  const parameters = [book, asOf, knownBefore];
  const [known]: { name: string; entries: number }[] = await tx.query(
    `select coalesce((select named.label from subject_label named where named.id::text = split_part($1, '/', 2) limit 1), $1) as name,
            (select count(*)::int from journal_entry e where ${WITHIN}) as entries
      where exists (select 1 from ledger_account where book = $1)`,
    parameters,
  );
  if (known === undefined) throw notFound({ ko: '장부', en: 'book' }, book);
  const accounts: ExtractAccount[] = await tx.query(
    `select a.chart, h.name_ko as name, a.unit, count(*)::int as lines,
            coalesce(sum(l.amount) filter (where l.side = 'D'), 0)::text as debit, coalesce(sum(l.amount) filter (where l.side = 'C'), 0)::text as credit
       from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id join ledger_chart h on h.code = a.chart
      where ${WITHIN} group by a.chart, h.name_ko, a.unit order by a.chart`,
    parameters,
  );
  return { book, bookName: known.name, asOf, knownBefore: knownBefore.toISOString(), entries: known.entries, accounts };
}

/** Every line of the book in the order of the days, through a cursor. */
export function readExtractLines(tx: Tx, book: string, { asOf, knownBefore }: TimePoint): AsyncGenerator<ExtractLine, void, void> {
  return rowsOf(
    tx,
    `select e.id as "entryId", e.effective_on as "effectiveOn", (e.known_at at time zone 'Asia/Seoul')::date as "knownOn", p.name_ko as posting,
            h.name_ko as account, a.unit, l.side, l.amount::text, e.memo, c.actor_login as actor, e.reverses
       from journal_entry e join posting_rule p on p.code = e.posting join command_author c on c.id = e.command_id
       join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id join ledger_chart h on h.code = a.chart
      where ${WITHIN} order by e.effective_on, e.id, l.line_no`,
    [book, asOf, knownBefore],
  );
}
