import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import type { ReportDraft } from '../report/report.js';
import { groundedDraft, recordsOf, type RecordLine } from './ground.model.js';
import type { RecordOrigin } from './ground.js';
import { figuresOf, tracedDraft, type TracedFigure, type TraceLine } from './trace.model.js';

/**
 * A draft whose figures are traced to entries, formulas, records and rules in the caller's one snapshot: three statements, however
 * many figures there are. `books` are the names of the books where a report has several. Throws `InvariantError` where a figure is not
 * the sum of its entries, or not what its formula gives.
 */
export async function traced(tx: Tx, draft: ReportDraft, point: TimePoint, books: ReadonlyMap<string, string> = new Map()): Promise<ReportDraft> {
  const figures = figuresOf(draft);
  const withEntries = figures.length === 0 ? draft : tracedDraft(draft, figures, await readLines(tx, figures, point), { books, charts: await readChartNames(tx, figures) });
  return groundedDraft(withEntries, await readRecords(tx, recordsOf(draft)));
}

/** The commands that wrote records; one statement, with a part for each register. */
async function readRecords(tx: Tx, records: readonly RecordOrigin[]): Promise<RecordLine[]> {
  const registers = [...new Set(records.map(({ register }) => register))];
  if (registers.length === 0) return [];
  // The names are those of a closed list.
  const parts = registers.map((register) => `select '${register}' as register, r.id::text as id, r.command_id from ${register} r where r.id = any ($1::uuid[])`);
  // The author of a command is known to whoever sees what it wrote, also where its input is not.
  return tx.query(
    `select x.register, x.id, c.command, coalesce(k.name_ko, c.command) as title, c.acted_at as "actedAt"
       from (${parts.join(' union all ')}) x join command_author c on c.id = x.command_id left join command_kind k on k.command = c.command`,
    [records.map(({ id }) => id)],
  );
}

/** What the entries in sight add to each figure, in the order of their numbers; those that add nothing are left out. */
async function readLines(tx: Tx, figures: readonly TracedFigure[], { asOf, knownBefore }: TimePoint): Promise<TraceLine[]> {
  const terms = figures.flatMap((figure, at) => figure.terms.map((term) => ({ ...term, figure: at, since: term.from ?? null, before: term.before ?? null })));
  const rows: (Omit<TraceLine, 'amountWon'> & { readonly amountWon: string })[] = await tx.query(
    `select t.figure, e.id::text as "entryId", e.effective_on as "effectiveOn", p.name_ko as posting,
            sum(t.sign * case when l.side = a.normal_side then l.amount else -l.amount end)::text as "amountWon"
       from jsonb_to_recordset($1::jsonb) as t(figure int, book text, chart text, parts text[], postings text[], without text[], since date, before date, sign int)
       join journal_entry e on e.book = t.book and e.effective_on <= $2::date and e.known_at < $3::timestamptz
        and (t.since is null or e.effective_on >= t.since) and (t.before is null or e.effective_on < t.before)
        and (t.postings is null or e.posting = any (t.postings)) and (t.without is null or e.posting <> all (t.without))
       join entry_line l on l.entry_id = e.id
       join ledger_account a on a.id = l.account_id and a.chart = t.chart and (t.parts is null or split_part(a.key, '/', 4) = any (t.parts))
       join posting_rule p on p.code = e.posting
      group by t.figure, e.id, p.name_ko
     having sum(t.sign * case when l.side = a.normal_side then l.amount else -l.amount end) <> 0
      order by t.figure, e.id`,
    [JSON.stringify(terms), asOf, knownBefore],
  );
  return rows.map((row) => ({ ...row, amountWon: BigInt(row.amountWon) }));
}

async function readChartNames(tx: Tx, figures: readonly TracedFigure[]): Promise<ReadonlyMap<string, string>> {
  const codes = new Set(figures.flatMap(({ terms }) => terms.map(({ chart }) => chart)));
  const rows: { code: string; name: string }[] = await tx.query('select code, name_ko as name from ledger_chart where code = any ($1)', [[...codes]]);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
