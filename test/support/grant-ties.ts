import { withSql } from './sql.js';

/** A figure that the books and the facts say differently; won. */
export interface Untied {
  readonly figure: string;
  readonly told: string;
  readonly booked: string;
}

/** Agreements of the calls asked for. */
const OF_CALLS = `of_call as (select id from grant_call where id = any($1)), agreed as (select a.* from grant_agreement a join of_call c on c.id = a.call_id),
  latest as (select distinct on (v.agreement_id) v.* from grant_version v join agreed a on a.id = v.agreement_id order by v.agreement_id, v.version desc),
  standing_expense as (select e.* from grant_expense e join of_call c on c.id = e.call_id where not exists (select 1 from grant_expense_void v where v.expense_id = e.id)),
  standing_interest as (select i.* from grant_interest i join agreed a on a.id = i.agreement_id where not exists (select 1 from grant_interest_void v where v.interest_id = i.id)),
  -- a register brings what was paid before there were runs
  decided as (select t.*, coalesce(p.state, 'PAID') as debt, coalesce((select sum(o.amount_won) from grant_set_off o where o.tranche_id = t.id), 0) as set_off_won from grant_tranche t join agreed a on a.id = t.agreement_id join grant_tranche_state s on s.tranche_id = t.id and s.state = 'DECIDED'
                left join lateral (select ps.state from payable d join payable_state ps on ps.payable_id = d.id where d.subject_id = t.id and ps.state <> 'WITHDRAWN' limit 1) p on true),
  gave_back as (select r.agreement_id, case m.kind when 'REVERSED' then - m.amount_won else m.amount_won end as amount_won from grant_recovery_movement m join grant_recovery r on r.id = m.recovery_id join of_call c on c.id = r.call_id where m.kind in ('RECEIVED', 'OFFSET', 'REVERSED')
                 -- a penalty is paid out of the institution's own pocket
                 and (r.settlement_id is not null or exists (select 1 from grant_recovery_ground g where g.recovery_id = r.id))),
  -- what came after a write-off leaves nothing open
  owed as (select r.id, r.call_id, greatest(0, r.demanded_won + coalesce(sum(case when m.kind in ('SURCHARGED', 'REVERSED') then m.amount_won else -m.amount_won end), 0)) as open_won,
                  coalesce(sum(case m.kind when 'REVERSED' then - m.amount_won else m.amount_won end) filter (where m.kind in ('RECEIVED', 'OFFSET', 'REVERSED')), 0) as received_won
             from grant_recovery r join of_call c on c.id = r.call_id left join grant_recovery_movement m on m.recovery_id = r.id group by r.id)`;

/** What each account of an agreement, a line or a recovery holds by the facts alone: chart, part of its key, won. */
const FACTS = `
  select call_id, 'grant.committed' as chart, id as part, coalesce((select sum(f.amount_won) from grant_funding f where f.agreement_id = a.id), 0) - coalesce((select sum(d.amount_won) from decided d where d.agreement_id = a.id), 0) as told from agreed a
  union all select call_id, 'grant.payable', id, coalesce((select sum(d.amount_won - d.set_off_won) from decided d where d.agreement_id = a.id and d.debt <> 'PAID'), 0) from agreed a
  union all select call_id, 'grant.project-government', id, coalesce((select sum(case d.debt when 'PAID' then d.amount_won else d.set_off_won end) from decided d where d.agreement_id = a.id), 0) from agreed a
  union all select a.call_id, case k.own when true then 'grant.project-own' else 'grant.project-other' end, a.id,
         coalesce((select sum(s.amount_won) from grant_own_share s where s.agreement_id = a.id and (s.source = 'OWN') = k.own and not exists (select 1 from grant_own_share_reversal r where r.own_share_id = s.id)), 0)
         -- what an investor took out of the account of the project again
         - case when k.own then coalesce((select sum(w.amount_won) from matching_withdrawal w where w.agreement_id = a.id and not exists (select 1 from matching_withdrawal_reversal v where v.withdrawal_id = w.id)), 0) else 0 end
    from agreed a cross join (values (true), (false)) as k (own)
  union all select call_id, 'grant.project-interest', id, coalesce((select sum(i.earned_won) from standing_interest i where i.agreement_id = a.id), 0) from agreed a
  union all select call_id, 'grant.project-spent', id, coalesce((select sum(e.amount_won) from standing_expense e join grant_line l on l.id = e.line_id where e.agreement_id = a.id and l.resource = 'CASH'), 0)
         + coalesce((select sum(u.amount_won) from standing_interest i join grant_interest_use u on u.interest_id = i.id where i.agreement_id = a.id and u.purpose not in ('PROJECT', 'TREASURY')), 0) from agreed a
  union all select call_id, 'grant.project-returned', id, coalesce((select sum(g.amount_won) from gave_back g where g.agreement_id = a.id), 0)
         + coalesce((select sum(u.amount_won) from standing_interest i join grant_interest_use u on u.interest_id = i.id where i.agreement_id = a.id and u.purpose = 'TREASURY'), 0) from agreed a
  union all select l.call_id, 'grant.line-used', l.id, coalesce((select sum(e.amount_won) from standing_expense e where e.line_id = l.id), 0) from grant_line l join of_call c on c.id = l.call_id
  union all select l.call_id, 'grant.line', l.id, case when f.settlement_id is not null then 0 else
         coalesce((select sum(p.amount_won) from grant_line_plan p join latest v on v.id = p.version_id where p.line_id = l.id), 0) - coalesce((select sum(e.amount_won) from standing_expense e where e.line_id = l.id), 0) end
    from grant_line l join of_call c on c.id = l.call_id left join grant_settlement_final f on (f.agreement_id, f.stage) = (l.agreement_id, l.stage)
  union all select call_id, 'grant.recovery-receivable', id, open_won from owed
  union all select call_id, 'grant.recovered-cash', null, sum(received_won) - coalesce((select sum(t.amount_won) from grant_recovery_remittance t join grant_recovery r on r.id = t.recovery_id where r.call_id = o.call_id), 0) from owed o group by call_id`;

const BALANCE = `coalesce((select b.balance from ledger_account l join account_balance b on b.account_id = l.id where l.key = concat_ws('/', 'grant', %call, %chart, %part)), 0)`;
const balance = (call: string, chart: string, part: string): string => BALANCE.replace('%call', call).replace('%chart', chart).replace('%part', part);
const ofProject = (chart: string): string => balance('agreed.call_id', `'grant.project-${chart}'`, 'agreed.id');

const ACCOUNTS = `with ${OF_CALLS}, fact as (${FACTS}), both_sides as (select concat_ws('/', chart, part) as figure, told, ${balance('fact.call_id', 'fact.chart', 'fact.part')} as booked from fact)
  select figure, told::text, booked::text from both_sides where told <> booked`;

/** Money that came to a project is there, was spent or went back; what it gave back beyond its account, the institution made good. */
const CONSERVED = `with ${OF_CALLS}, both_sides as (
    select 'cash of project ' || agreed.id as figure, ${['cash', 'spent', 'returned'].map(ofProject).join(' + ')} as booked, ${['government', 'own', 'other', 'interest', 'made-good'].map(ofProject).join(' + ')} as told from agreed
    union all
    select 'budget of call ' || c.id, coalesce(sum(b.balance) filter (where a.chart in ('grant.appropriation', 'grant.appropriation-carried')), 0), coalesce(sum(b.balance) filter (where a.chart in ('grant.available', 'grant.committed', 'grant.payable')), 0)
      from of_call c join ledger_account a on a.book = 'grant/' || c.id join account_balance b on b.account_id = a.id group by c.id)
  select figure, told::text, booked::text from both_sides where told <> booked`;

/** A final settlement says of each line what the rows behind it say: planned by its version, used, and disallowed by the latest reviews. */
const SETTLED = `with ${OF_CALLS}, final as (select s.* from grant_settlement s join grant_settlement_final f on f.settlement_id = s.id join of_call c on c.id = s.call_id),
  column_pair as (
    select s.number || ' ' || l.line_id as line, k.*
      from final s join grant_settlement_line l on l.settlement_id = s.id
      cross join lateral (
        select 'given' as name, l.carried_won + l.planned_won + l.change_won + l.interest_in_won as told, coalesce((select sum(p.amount_won) from grant_line_plan p where p.version_id = s.plan_id and p.line_id = l.line_id), 0) as booked
        union all select 'used', l.used_won, coalesce((select sum(e.amount_won) from standing_expense e where e.line_id = l.line_id), 0)
        union all select 'disallowed', l.disallowed_won, coalesce((select sum((select r.disallowed_won from grant_expense_review r where r.expense_id = e.id order by r.turn desc limit 1)) from standing_expense e where e.line_id = l.line_id), 0)) k
    union all
    select s.number, 'interest', coalesce((select sum(i.earned_won) from grant_settlement_interest i where i.settlement_id = s.id), 0), coalesce((select sum(i.earned_won) from standing_interest i where (i.agreement_id, i.stage) = (s.agreement_id, s.stage)), 0) from final s)
  select line || ' ' || name as figure, told::text, booked::text from column_pair where told <> booked`;

/**
 * Figures of these calls that the facts and the books say differently: what is committed, owed, paid in,
 * spent, earned, given back and left, line by line and claim by claim; none where everything ties.
 */
export async function untiedGrants(callIds: readonly string[]): Promise<Untied[]> {
  return withSql('OWNER', async (sql) => {
    const found: Untied[] = [];
    for (const question of [ACCOUNTS, CONSERVED, SETTLED]) found.push(...(await sql.query<Untied>(question, [callIds])).rows);
    return found;
  });
}
