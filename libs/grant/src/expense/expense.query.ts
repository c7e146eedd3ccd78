import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound, type Bilingual } from '#libs/errors';
import type { EvidenceKind } from '#libs/invoice';
import { won, type Won } from '#libs/money';
import type { Resource } from '../line/line.js';
import type { ReviewDecision } from './expense.js';

/** How an expense stands: still to be reviewed, decided, or undone. */
export const EXPENSE_STATES = ['UNREVIEWED', 'ALLOWED', 'PARTLY', 'DISALLOWED', 'VOIDED'] as const;
export type ExpenseState = (typeof EXPENSE_STATES)[number];

/** An expense with its latest review; won. */
export interface ExpenseView {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly institution: string;
  readonly number: string;
  readonly stage: number;
  readonly line: string;
  readonly lineName: Bilingual;
  readonly resource: Resource;
  readonly spentOn: LocalDate;
  readonly committedOn: LocalDate | null;
  readonly payeeName: string;
  readonly payeeNumber: string | null;
  readonly purpose: string | null;
  readonly supplyWon: Won;
  readonly vatWon: Won;
  readonly amountWon: Won;
  readonly evidenceKind: EvidenceKind | null;
  readonly evidenceNumber: string | null;
  /** Papers that were attached, and how many files. */
  readonly papers: readonly string[];
  readonly state: ExpenseState;
  readonly decision: ReviewDecision | null;
  readonly disallowedWon: Won;
  readonly reason: string | null;
  readonly clause: string | null;
  readonly reviewedOn: LocalDate | null;
  readonly reviewer: string | null;
  readonly recorder: string;
  readonly voidedOn: LocalDate | null;
  readonly voidReason: string | null;
}

export interface ExpenseFilter {
  readonly callId: string;
  readonly agreementId?: string | undefined;
  readonly state?: ExpenseState | undefined;
  readonly line?: string | undefined;
  /** In the payee, the purpose, the number and the evidence. */
  readonly search?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

const STATE = `case when v.expense_id is not null then 'VOIDED' else coalesce(r.decision, 'UNREVIEWED') end`;

const FROM = `
    from grant_expense e
    join grant_line l on l.id = e.line_id
    join grant_call_line c on c.call_id = l.call_id and c.code = l.code
    join grant_agreement a on a.id = e.agreement_id
    join party o on o.id = a.party_id
    join command_author m on m.id = e.command_id
    left join party p on p.id = e.payee_id
    left join grant_expense_void v on v.expense_id = e.id
    left join lateral (select * from grant_expense_review r where r.expense_id = e.id order by r.turn desc limit 1) r on true
    left join command_author w on w.id = r.command_id`;

const COLUMNS = `
  select e.id, e.call_id as "callId", e.agreement_id as "agreementId", a.number as "agreementNumber", o.name as institution, e.number, l.stage, l.code as line,
         json_build_object('ko', c.name_ko, 'en', c.name_en) as "lineName", l.resource, e.spent_on as "spentOn", e.committed_on as "committedOn",
         e.payee_name as "payeeName", p.business_number as "payeeNumber", e.purpose, e.supply_won::text as "supplyWon", e.vat_won::text as "vatWon", e.amount_won::text as "amountWon",
         e.evidence_kind as "evidenceKind", e.evidence_number as "evidenceNumber",
         array(select distinct g.paper from grant_evidence g where g.expense_id = e.id order by g.paper) as papers,
         ${STATE} as state, r.decision, coalesce(r.disallowed_won, 0)::text as "disallowedWon", r.reason, r.clause, r.reviewed_on as "reviewedOn",
         w.actor_login as reviewer, m.actor_login as recorder, v.voided_on as "voidedOn", v.reason as "voidReason"`;

type Row = Omit<ExpenseView, 'supplyWon' | 'vatWon' | 'amountWon' | 'disallowedWon'> & Readonly<Record<'supplyWon' | 'vatWon' | 'amountWon' | 'disallowedWon', string>>;

const shown = (row: Row): ExpenseView => ({ ...row, supplyWon: won(row.supplyWon), vatWon: won(row.vatWon), amountWon: won(row.amountWon), disallowedWon: won(row.disallowedWon) });

const WHERE = `
   where e.call_id = $1 and ($2::uuid is null or e.agreement_id = $2) and ($3::text is null or ${STATE} = $3) and ($4::text is null or l.code = $4)
     and ($5::text is null or concat_ws(' ', e.number, e.payee_name, p.business_number, e.purpose, e.evidence_number) ilike '%' || $5 || '%')`;

/** A page of the expenses of a call, the latest first, with the count and the sums of all that match. */
export async function listExpenses(tx: Tx, { callId, agreementId, state, line, search, offset, limit }: ExpenseFilter): Promise<{ readonly rows: ExpenseView[]; readonly count: number; readonly totalWon: Won; readonly disallowedWon: Won }> {
  const wanted = [callId, agreementId ?? null, state ?? null, line ?? null, search === undefined ? null : escaped(search)];
  const rows: Row[] = await tx.query(`${COLUMNS}${FROM}${WHERE} order by e.spent_on desc, e.number desc, e.id offset $6 limit $7`, [...wanted, offset ?? 0, limit ?? 200]);
  const sums: { count: number; total: string; disallowed: string }[] = await tx.query(
    `select count(*)::int as count, coalesce(sum(e.amount_won) filter (where v.expense_id is null), 0)::text as total,
            coalesce(sum(r.disallowed_won) filter (where v.expense_id is null), 0)::text as disallowed ${FROM}${WHERE}`,
    wanted,
  );
  return { rows: rows.map(shown), count: sums[0]?.count ?? 0, totalWon: won(sums[0]?.total ?? '0'), disallowedWon: won(sums[0]?.disallowed ?? '0') };
}

/** What is searched for is meant letter by letter. */
const escaped = (text: string): string => text.replace(/[\\%_]/gu, '\\$&');

export async function getExpense(tx: Tx, expenseId: string): Promise<ExpenseView> {
  const [found] = await expensesById(tx, [expenseId]);
  if (found === undefined) throw notFound({ ko: '집행', en: 'expense' }, expenseId);
  return found;
}

export async function expensesById(tx: Tx, expenseIds: readonly string[]): Promise<ExpenseView[]> {
  const rows: Row[] = await tx.query(`${COLUMNS}${FROM} where e.id = any($1) order by e.number`, [expenseIds]);
  return rows.map(shown);
}

/** How many numbers of its own each agreement has given out; gap-free under the lock of the agreement. */
export async function numbersTaken(tx: Tx, agreementIds: readonly string[]): Promise<Map<string, number>> {
  const rows: { id: string; taken: number }[] = await tx.query(
    `select a.id, count(e.id)::int as taken from grant_agreement a left join grant_expense e on e.agreement_id = a.id and starts_with(e.number, a.number || '-E')
      where a.id = any($1) group by a.id`,
    [agreementIds],
  );
  return new Map(rows.map(({ id, taken }) => [id, taken]));
}
