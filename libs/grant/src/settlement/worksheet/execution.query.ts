import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import { subtractWon, sumWon, won, type Won } from '#libs/money';
import type { Agreement } from '../../agreement/agreement.js';
import type { Resource } from '../../line/line.js';
import type { FormDisallowed, FormInterest } from '../form.js';
import type { LineExecution } from '../settlement.js';

/** A line of a stage with what it was given and used. */
export interface ExecutedLine {
  readonly lineId: string;
  readonly name: Bilingual;
  readonly execution: LineExecution;
}

/** What stands on expenses of a line that were not voided: used, and of that what the latest review does not accept. */
const STANDING = `
  select e.id, e.line_id, e.amount_won, r.decision, r.reason, r.clause, coalesce(r.disallowed_won, 0) as disallowed_won
    from grant_expense e
    left join lateral (select decision, disallowed_won, reason, clause from grant_expense_review where expense_id = e.id order by turn desc limit 1) r on true
   where e.agreement_id = $1 and not exists (select 1 from grant_expense_void v where v.expense_id = e.id)`;

interface ExecutionRow {
  readonly lineId: string;
  readonly code: string;
  readonly resource: Resource;
  readonly indirect: boolean;
  readonly name: Bilingual;
  readonly carried: string;
  readonly planned: string;
  readonly agreed: string;
  readonly interestIn: string;
  readonly used: string;
  readonly disallowed: string;
  readonly forward: string;
}

/**
 * The lines of a stage in the order of the form: ② is what the agreement as concluded planned, ③ what its latest version plans
 * beyond that, ① and ④ what that version carries in and takes in of interest. What the next stage carries in goes on from here.
 */
export async function lineExecutionsOf(tx: Tx, { id, versionId }: Agreement, stage: number): Promise<ExecutedLine[]> {
  const rows: ExecutionRow[] = await tx.query(
    `with plan as (
       select p.line_id, p.version_id = $2 as latest, v.version = 1 as first, p.kind, p.amount_won
         from grant_line_plan p join grant_version v on v.id = p.version_id where v.agreement_id = $1 and (v.id = $2 or v.version = 1)),
     standing as (${STANDING})
     select l.id as "lineId", l.code, l.resource, c.indirect, json_build_object('ko', c.name_ko, 'en', c.name_en) as name,
            coalesce((select sum(amount_won) from plan where line_id = l.id and latest and kind = 'CARRIED'), 0)::text as carried,
            coalesce((select sum(amount_won) from plan where line_id = l.id and latest and kind = 'PLANNED'), 0)::text as planned,
            coalesce((select sum(amount_won) from plan where line_id = l.id and first and kind = 'PLANNED'), 0)::text as agreed,
            coalesce((select sum(amount_won) from plan where line_id = l.id and latest and kind = 'INTEREST'), 0)::text as "interestIn",
            coalesce((select sum(amount_won) from standing where line_id = l.id), 0)::text as used,
            coalesce((select sum(disallowed_won) from standing where line_id = l.id), 0)::text as disallowed,
            coalesce((select sum(p.amount_won) from plan p join grant_line n on n.id = p.line_id
                       where n.agreement_id = $1 and n.stage = $3 + 1 and n.code = l.code and n.resource = l.resource and p.latest and p.kind = 'CARRIED'), 0)::text as forward
       from grant_line l join grant_call_line c on c.call_id = l.call_id and c.code = l.code
      where l.agreement_id = $1 and l.stage = $3 order by l.resource, c.position`,
    [id, versionId, stage],
  );
  return rows.map(executedLine);
}

const amount = (text: string): Won => won(BigInt(text));

function executedLine({ lineId, name, code, resource, indirect, carried, planned, agreed, interestIn, used, disallowed, forward }: ExecutionRow): ExecutedLine {
  const execution: LineExecution = {
    ...{ line: code, resource, indirect, carriedWon: amount(carried), plannedWon: amount(agreed), changeWon: subtractWon(amount(planned), amount(agreed)) },
    ...{ interestInWon: amount(interestIn), usedWon: amount(used), disallowedWon: amount(disallowed), carriedForwardWon: amount(forward), retainedWon: won(0n) },
  };
  return { lineId, name, execution };
}

type TextAmounts<Row, Keys extends keyof Row> = Omit<Row, Keys> & Readonly<Record<Keys, string>>;

/** Table 2 of the form: always both rows, during and after the period. */
export async function interestOf(tx: Tx, agreementId: string, stage: number): Promise<FormInterest[]> {
  type Row = TextAmounts<FormInterest, 'earnedWon' | 'projectWon' | 'reinvestedWon' | 'resultsWon' | 'otherWon' | 'treasuryWon'>;
  const rows: Row[] = await tx.query(
    `select t.time, coalesce(sum(i.earned), 0)::text as "earnedWon", coalesce(sum(i.project), 0)::text as "projectWon", coalesce(sum(i.reinvested), 0)::text as "reinvestedWon",
            coalesce(sum(i.results), 0)::text as "resultsWon", coalesce(sum(i.other), 0)::text as "otherWon", coalesce(sum(i.treasury), 0)::text as "treasuryWon"
       from unnest(array['DURING', 'AFTER']) with ordinality as t (time, position)
       left join lateral (
         select n.earned_won as earned,
                (select sum(amount_won) from grant_interest_use u where u.interest_id = n.id and u.purpose = 'PROJECT') as project,
                (select sum(amount_won) from grant_interest_use u where u.interest_id = n.id and u.purpose = 'REINVESTMENT') as reinvested,
                (select sum(amount_won) from grant_interest_use u where u.interest_id = n.id and u.purpose = 'RESULTS') as results,
                (select sum(amount_won) from grant_interest_use u where u.interest_id = n.id and u.purpose = 'OTHER') as other,
                (select sum(amount_won) from grant_interest_use u where u.interest_id = n.id and u.purpose = 'TREASURY') as treasury
           from grant_interest n where n.agreement_id = $1 and n.stage = $2 and n.time = t.time and not exists (select 1 from grant_interest_void v where v.interest_id = n.id)) i on true
      group by t.time, t.position order by t.position`,
    [agreementId, stage],
  );
  return rows.map(({ time, ...text }) => {
    const uses = { projectWon: amount(text.projectWon), reinvestedWon: amount(text.reinvestedWon), resultsWon: amount(text.resultsWon), otherWon: amount(text.otherWon), treasuryWon: amount(text.treasuryWon) };
    const earnedWon = amount(text.earnedWon);
    return { time, earnedWon, ...uses, balanceWon: subtractWon(earnedWon, sumWon(Object.values(uses))) };
  });
}

/** What is not accepted, in the order of the lines; and how many expenses nobody has looked at. */
export async function disallowedOf(tx: Tx, agreementId: string, stage: number): Promise<{ readonly rows: FormDisallowed[]; readonly unreviewed: number }> {
  const rows: TextAmounts<FormDisallowed, 'amountWon' | 'disallowedWon'>[] = await tx.query(
    `with standing as (${STANDING})
     select e.id as "expenseId", e.number, e.spent_on as "spentOn", e.payee_name as payee, l.code as line, l.resource, s.amount_won::text as "amountWon",
            s.disallowed_won::text as "disallowedWon", s.reason, s.clause
       from standing s join grant_expense e on e.id = s.id join grant_line l on l.id = e.line_id join grant_call_line c on c.call_id = l.call_id and c.code = l.code
      where l.stage = $2 and s.disallowed_won > 0 order by l.resource, c.position, e.spent_on, e.number`,
    [agreementId, stage],
  );
  const counted: { unreviewed: number }[] = await tx.query(
    `with standing as (${STANDING}) select count(*)::int as unreviewed from standing s join grant_line l on l.id = s.line_id where l.stage = $2 and s.decision is null`,
    [agreementId, stage],
  );
  return { rows: rows.map((row) => ({ ...row, amountWon: amount(row.amountWon), disallowedWon: amount(row.disallowedWon) })), unreviewed: counted[0]?.unreviewed ?? 0 };
}

/** Rows behind the figures of a stage, for whoever asks where a figure comes from. */
export interface Origins {
  readonly plan: readonly { readonly lineId: string; readonly version: number; readonly manner: string; readonly effectiveOn: LocalDate; readonly fiscalYear: number; readonly kind: string; readonly amountWon: string }[];
  readonly expenses: readonly {
    readonly id: string; readonly lineId: string; readonly number: string; readonly spentOn: LocalDate; readonly payee: string; readonly purpose: string | null; readonly evidence: string | null;
    readonly decision: string | null; readonly reason: string | null; readonly clause: string | null; readonly amountWon: string; readonly disallowedWon: string; readonly entryIds: readonly string[];
  }[];
  readonly interest: readonly { readonly id: string; readonly time: string; readonly earnedOn: LocalDate | null; readonly earnedWon: string; readonly usedWon: string }[];
}

export async function readOrigins(tx: Tx, { id, versionId }: Agreement, stage: number): Promise<Origins> {
  return {
    plan: await tx.query(
      `select p.line_id as "lineId", v.version, v.manner, v.effective_on as "effectiveOn", p.fiscal_year as "fiscalYear", p.kind, p.amount_won::text as "amountWon"
         from grant_line_plan p join grant_version v on v.id = p.version_id join grant_line l on l.id = p.line_id
        where v.agreement_id = $1 and l.stage = $3 and (v.id = $2 or v.version = 1) and p.amount_won > 0 order by v.version, p.kind, p.fiscal_year`,
      [id, versionId, stage],
    ),
    expenses: await tx.query(
      `with standing as (${STANDING})
       select e.id, e.line_id as "lineId", e.number, e.spent_on as "spentOn", e.payee_name as payee, e.purpose, nullif(concat_ws(' ', e.evidence_kind, e.evidence_number), '') as evidence,
              s.decision, s.reason, s.clause, s.amount_won::text as "amountWon", s.disallowed_won::text as "disallowedWon",
              array(select j.id::text from journal_entry j where j.subject_kind = 'grant-expense' and j.subject_id = e.id order by j.id) as "entryIds"
         from standing s join grant_expense e on e.id = s.id join grant_line l on l.id = e.line_id where l.stage = $2 order by e.spent_on, e.number`,
      [id, stage],
    ),
    interest: await tx.query(
      `select n.id, n.time, n.earned_on as "earnedOn", n.earned_won::text as "earnedWon",
              coalesce((select sum(amount_won) from grant_interest_use u where u.interest_id = n.id), 0)::text as "usedWon"
         from grant_interest n where n.agreement_id = $1 and n.stage = $2 and not exists (select 1 from grant_interest_void v where v.interest_id = n.id) order by n.time desc, n.earned_on`,
      [id, stage],
    ),
  };
}
