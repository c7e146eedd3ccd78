import type { Tx } from '#libs/database';
import type { DecisionBetween, EntryBetween, RuleBetween } from './change.js';

/** What became known from the one bound to before the other, about a subject of reports. Bounds are ISO 8601. */
export interface Between {
  readonly subjectId: string;
  readonly from: string;
  readonly before: string;
}

/** The book of a subject: of a partner that of its fund, of an agreement or a settlement that of its call; null for a whole year, which is all books. */
const BOOK = `(select case when length($1) = 36 then coalesce(
  (select book from subject_book where id::text = $1 limit 1),
  (select 'fund/' || fund_id from fund_partner where id::text = $1),
  (select 'grant/' || call_id from grant_agreement where id::text = $1),
  (select 'grant/' || call_id from grant_settlement where id::text = $1)) end)`;

/** Entries of the book that became known in between, in their order. */
export async function listEntriesBetween(tx: Tx, { subjectId, from, before }: Between): Promise<EntryBetween[]> {
  return tx.query(
    `select e.id::text as number, e.effective_on::text as "effectiveOn", r.name_ko as posting, e.memo, coalesce(u.name, c.actor_login) as by
       from journal_entry e join posting_rule r on r.code = e.posting join command_log c on c.id = e.command_id left join app_user u on u.id = c.actor_id
      where e.known_at >= $2 and e.known_at < $3 and (length($1) = 4 or e.book = ${BOOK})
      order by e.id`,
    [subjectId, from, before],
  );
}

/** Commands in between that made an entry of the book or name the subject, in their order; issues of reports change no figure. */
export async function listDecisionsBetween(tx: Tx, { subjectId, from, before }: Between): Promise<DecisionBetween[]> {
  const rows: (Omit<DecisionBetween, 'at'> & { at: Date })[] = await tx.query(
    `select coalesce(k.name_ko, c.command) as title, coalesce(u.name, c.actor_login) as by, c.acted_at as at, c.reason
       from command_log c left join command_kind k on k.command = c.command left join app_user u on u.id = c.actor_id
      where c.outcome = 'DONE' and c.acted_at >= $2 and c.acted_at < $3 and c.command not like 'report.%'
        and (length($1) = 4 or $1 = any(c.subject_ids::text[]) or exists (select 1 from journal_entry e where e.command_id = c.id and e.book = ${BOOK}))
      order by c.acted_at, c.id`,
    [subjectId, from, before],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Rules that became known in between, for the book or for everybody. */
export async function listRulesBetween(tx: Tx, { subjectId, from, before }: Between): Promise<RuleBetween[]> {
  return tx.query(
    `select p.key, p.value::text as value, p.effective_from::text as "effectiveFrom", p.clause, coalesce(u.name, c.actor_login) as by
       from policy p join command_log c on c.id = p.command_id left join app_user u on u.id = c.actor_id
      where p.known_at >= $2 and p.known_at < $3 and (length($1) = 4 or p.scope in ('*', ${BOOK}))
      order by p.id`,
    [subjectId, from, before],
  );
}
