import type { Tx } from '#libs/database';
import type { GrantExpenseFacts, GrantInterestFacts } from '../grant-settlement.js';
import { amounts, counts, type Digits, type GrantPoint } from './point.js';

const SEEN = (alias: string, day: string): string => `${alias}.${day} <= $2::date and ${alias}.known_at < $3::timestamptz`;

const PAPERS = `
  select coalesce(json_agg(json_build_object('paper', n.paper, 'reference', n.reference, 'fileName', d.file_name, 'sha256', d.sha256) order by n.attached_on, n.paper, n.id), '[]'::json)
    from grant_evidence n left join document d on d.id = n.document_id where n.expense_id = e.id and ${SEEN('n', 'attached_on')}`;

/** Expenses that stand at the point, with the latest review by then. */
export async function readExpenses(tx: Tx, point: GrantPoint): Promise<GrantExpenseFacts[]> {
  const rows: Digits<GrantExpenseFacts>[] = await tx.query(
    `select e.id, e.agreement_id as "agreementId", e.line_id as "lineId", e.number, e.spent_on as "spentOn", e.payee_name as payee, e.purpose, e.amount_won::text as "amountWon",
            e.evidence_kind as "evidenceKind", e.evidence_number as "evidenceNumber", r.decision, coalesce(r.disallowed_won, 0)::text as "disallowedWon", r.reason, r.clause, (${PAPERS}) as papers
       from grant_expense e join grant_agreement a on a.id = e.agreement_id
       left join lateral (select * from grant_expense_review r where r.expense_id = e.id and ${SEEN('r', 'reviewed_on')} order by r.turn desc limit 1) r on true
      where e.call_id = $1::uuid and e.agreement_id = any($4::uuid[]) and ${counts('e', ['grant-expense', 'e.id'], 'e.spent_on')}
        and not exists (select 1 from grant_expense_void v where v.expense_id = e.id and ${counts('v', ['grant-expense', 'v.expense_id'], 'v.voided_on')})
      order by a.number, e.spent_on, e.number`,
    [...point],
  );
  return rows.map((row) => amounts<GrantExpenseFacts>(row));
}

const EARNED_ON = `coalesce(i.earned_on, (i.known_at at time zone 'Asia/Seoul')::date)`;
const used = (purpose: string, name: string): string => `coalesce(sum(u.amount_won) filter (where u.purpose = '${purpose}'), 0) as ${name}`;

/** Interest that stands at the point by agreement, during and after the period, and what it was used for by then. */
export async function readInterest(tx: Tx, point: GrantPoint): Promise<GrantInterestFacts[]> {
  const rows: Digits<GrantInterestFacts>[] = await tx.query(
    `select i.agreement_id as "agreementId", i.time, sum(i.earned_won)::text as "earnedWon", sum(u.project)::text as "projectWon", sum(u.reinvested)::text as "reinvestedWon",
            sum(u.results)::text as "resultsWon", sum(u.other)::text as "otherWon", sum(u.treasury)::text as "treasuryWon", (sum(i.earned_won) - sum(u.everything))::text as "balanceWon"
       from grant_interest i join grant_agreement a on a.id = i.agreement_id
       cross join lateral (
         select ${used('PROJECT', 'project')}, ${used('REINVESTMENT', 'reinvested')}, ${used('RESULTS', 'results')}, ${used('OTHER', 'other')}, ${used('TREASURY', 'treasury')}, coalesce(sum(u.amount_won), 0) as everything
           from grant_interest_use u where u.interest_id = i.id and ${counts('u', ['grant-interest', 'u.interest_id'], 'u.used_on')}) u
      where a.call_id = $1::uuid and i.agreement_id = any($4::uuid[]) and ${counts('i', ['grant-interest', 'i.id'], EARNED_ON)}
        and not exists (select 1 from grant_interest_void v where v.interest_id = i.id and ${counts('v', ['grant-interest', 'v.interest_id'], 'v.voided_on')})
      group by a.number, i.agreement_id, i.time order by a.number, i.time desc`,
    [...point],
  );
  return rows.map((row) => amounts<GrantInterestFacts>(row));
}
