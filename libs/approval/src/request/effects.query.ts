import { askPrepared, type Tx } from '#libs/database';
import type { EffectBalance, EffectEntry, Effects } from './approval-request.js';

/** What tells accounts of one kind apart is the last part of their key: the partner, the investment. */
const ABOUT = `
    left join lateral (
      select label from subject_label where id = (regexp_match(a.key, '/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$'))[1]::uuid limit 1) as about on true`;
const NAME = `jsonb_build_object('ko', c.name_ko || coalesce(' · ' || about.label, ''), 'en', c.name_en || coalesce(' · ' || about.label, ''))`;

const ENTRIES = `
  select e.posting, jsonb_build_object('ko', r.name_ko, 'en', r.name_en) as name, e.book, e.effective_on as "effectiveOn", e.memo,
         jsonb_agg(jsonb_build_object('account', a.key, 'name', ${NAME},
                                      'unit', a.unit, 'side', l.side, 'amount', l.amount::text) order by l.line_no) as lines
    from journal_entry e
    join posting_rule r on r.code = e.posting
    join entry_line l on l.entry_id = e.id
    join ledger_account a on a.id = l.account_id
    join ledger_chart c on c.code = a.chart
    ${ABOUT}
   where e.command_id = $1
   group by e.id, r.code order by e.id`;

const BALANCES = `
  with moved as (
    select l.account_id, sum(case when l.side = a.normal_side then l.amount else -l.amount end) as delta
      from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
     where e.command_id = $1 group by l.account_id)
  select a.key as account, ${NAME} as name, a.unit, (b.balance - m.delta)::text as before,
         b.balance::text as after, b.held::text, b.floor::text
    from moved m
    join account_balance b using (account_id)
    join ledger_account a on a.id = m.account_id
    join ledger_chart c on c.code = a.chart
    ${ABOUT}
   order by b.floor is null, a.key`;

/**
 * What a command has posted, within the transaction in which it did; the accounts with a floor first. Prepared, because to plan the
 * view of all labels takes longer than to read it.
 */
export async function effectsOf(tx: Tx, commandId: string): Promise<Effects> {
  const entries = await askPrepared<EffectEntry>(tx, ENTRIES, [commandId]);
  const balances = await askPrepared<EffectBalance>(tx, BALANCES, [commandId]);
  return { entries, balances };
}
