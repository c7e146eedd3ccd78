import type { Tx } from '#libs/database';

export interface EntryView {
  readonly id: string;
  readonly posting: string;
  readonly postingKo: string;
  readonly postingEn: string;
  readonly book: string;
  readonly effectiveOn: string;
  readonly knownAt: Date;
  readonly recordedAt: Date;
  readonly memo: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly command: string;
  readonly commandId: string;
  readonly actor: string;
  readonly actorName: string;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly lines: readonly { account: string; chart: string; nameKo: string; nameEn: string; side: 'D' | 'C'; amountWon: string; unit: string }[];
}

export interface EntryFilter {
  readonly book: string;
  readonly accountKey?: string | undefined;
  readonly chart?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownBefore?: Date | undefined;
  /** Entries numbered below this one; the pages go back in time. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** A page of entries with all their lines, newest first: what a figure is made of. */
export async function listEntries(tx: Tx, filter: EntryFilter): Promise<EntryView[]> {
  return tx.query(
    `select e.id, e.posting, p.name_ko as "postingKo", p.name_en as "postingEn", e.book, e.effective_on as "effectiveOn",
            e.known_at as "knownAt", e.recorded_at as "recordedAt", e.memo, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
            c.command, e.command_id as "commandId", c.actor_login as actor, coalesce(u.name, c.actor_login) as "actorName", e.reverses,
            (select r.id from journal_entry r where r.reverses = e.id) as "reversedBy",
            (select json_agg(json_build_object('account', a.key, 'chart', a.chart, 'nameKo', h.name_ko, 'nameEn', h.name_en,
                                               'side', l.side, 'amountWon', l.amount::text, 'unit', a.unit) order by l.line_no)
               from entry_line l join ledger_account a on a.id = l.account_id join ledger_chart h on h.code = a.chart
              where l.entry_id = e.id) as lines
       from journal_entry e
       join posting_rule p on p.code = e.posting
       join command_author c on c.id = e.command_id
       left join app_user u on u.id = c.actor_id
      where e.book = $1
        and ($2::text is null or exists (select 1 from entry_line l join ledger_account a on a.id = l.account_id where l.entry_id = e.id and a.key = $2))
        and ($3::text is null or exists (select 1 from entry_line l join ledger_account a on a.id = l.account_id where l.entry_id = e.id and a.chart = $3))
        and ($4::uuid is null or e.subject_id = $4)
        and ($5::date is null or e.effective_on <= $5)
        and ($6::timestamptz is null or e.known_at < $6)
        and ($7::bigint is null or e.id < $7)
      order by e.id desc limit $8`,
    [
      filter.book,
      filter.accountKey ?? null,
      filter.chart ?? null,
      filter.subjectId ?? null,
      filter.asOf ?? null,
      filter.knownBefore ?? null,
      filter.before ?? null,
      filter.limit,
    ],
  );
}
