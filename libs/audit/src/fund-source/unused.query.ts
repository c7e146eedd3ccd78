import type { Tx } from '#libs/database';
import type { PackQuestion, PackRecord } from '../pack/pack.js';
import { DEALS, EXIT_NAMES, parametersAt, parametersOf } from './deals.query.js';

/** Partners whose commitment is not wholly paid in on the last day of the period; units that changed hands by then count for whoever took them over. */
export async function uncalledCommitments(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const rows: (PackRecord & { partyKind: string })[] = await tx.query(
    `select s.fund, s.partner, s.party_kind as "partyKind", s.committed::text as "committedWon", s.called::text as "calledWon", s.paid::text as "paidWon",
            (s.committed - s.called + s.recalled)::text as "uncalledWon", greatest(0, s.due - s.paid)::text as "overdueWon"
       from (select f.number as fund, p.ordinal, y.name as partner, y.kind as party_kind, p.commitment_won + m.commitment as committed,
                    m.called + (select coalesce(sum(h.amount_won), 0) from capital_call_share h join capital_call c on c.id = h.call_id
                      where h.partner_id = p.id and coalesce(c.notice_on, c.due_on) <= $2 and c.known_at < $3) as called,
                    m.called + (select coalesce(sum(h.amount_won), 0) from capital_call_share h join capital_call c on c.id = h.call_id
                      where h.partner_id = p.id and c.due_on < $2 and c.known_at < $3) as due,
                    m.paid_in + (select coalesce(sum(r.amount_won), 0) from receipts_standing($3) r where r.partner_id = p.id and r.value_on <= $2) as paid,
                    m.recalled + (select coalesce(sum(a.amount_won), 0) from distribution_recallable a join distribution d on d.id = a.distribution_id
                      where d.partner_id = p.id and d.paid_on <= $2 and d.known_at < $3) as recalled
               from fund_partner p join fund f on f.id = p.fund_id join party y on y.id = p.party_id
               cross join lateral (
                 select coalesce(sum(g.sign * t.commitment_won), 0) as commitment, coalesce(sum(g.sign * t.called_won), 0) as called,
                        coalesce(sum(g.sign * t.paid_in_won), 0) as paid_in, coalesce(sum(g.sign * t.recalled_won), 0) as recalled
                   from commitment_transfer t cross join lateral (select case when t.to_id = p.id then 1 else -1 end as sign) g
                  where p.id in (t.from_id, t.to_id) and t.effective_on <= $2 and t.known_at < $3) m
              where p.fund_id = any($1::uuid[]) and p.known_at < $3 and f.founded_on <= $2) s
      where s.paid < s.committed order by s.fund, s.ordinal`,
    [...parametersAt(question)],
  );
  return rows.map(({ partyKind, ...row }) => ({ ...row, partnerIsPerson: partyKind === 'PERSON' }));
}

/** Days on which a fund handed something out, as known before $4: what was undone cancels itself, and carry that came back and went on was no payout. */
const PAYOUTS = `
  (select b.fund_id, b.number, b.paid_on from distribution b left join distribution_run r on r.fund_id = b.fund_id and r.number = b.number
    where b.known_at < $4 and r.kind is distinct from 'CLAWBACK' group by b.fund_id, b.number, b.paid_on having sum(b.amount_won) > 0)`;

/** What came back in the period, and when the fund distributed next. */
export async function recoveries(tx: Tx, question: PackQuestion): Promise<PackRecord[]> {
  const everSince = DEALS.replace('i.paid_on between $2::date and $3::date', 'i.paid_on <= $3::date');
  const rows: (PackRecord & { kind: string })[] = await tx.query(
    `with deal as (${everSince})
     select d.fund, d.number, d.company, x.exited_on as "exitedOn", x.kind, x.cost_won::text as "costWon", x.proceeds_won::text as "proceedsWon",
            n.paid_on as "distributedOn", (n.paid_on - x.exited_on)::text as "dayCount"
       from deal d join investment_exit x on x.investment_id = d.id
       left join lateral (select min(b.paid_on) as paid_on from ${PAYOUTS} b where b.fund_id = d.fund_id and b.paid_on between x.exited_on and $3) n on true
      where x.exited_on between $2 and $3 and x.known_at < $4 and x.proceeds_won > 0 order by x.exited_on, d.fund, d.number`,
    [...parametersOf(question)],
  );
  return rows.map(({ kind, ...row }) => ({ ...row, what: EXIT_NAMES[kind] ?? kind }));
}
