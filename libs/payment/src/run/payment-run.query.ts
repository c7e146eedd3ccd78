import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import type { Payable } from '../payable/payable.js';
import { bookLabel } from '../payable/payable.query.js';
import type { FileFormat, LineState, RunStanding, RunState } from './payment-run.js';

/** How the lines of a run stand. */
export interface LineCounts {
  readonly open: number;
  readonly paid: number;
  readonly rejected: number;
  readonly returned: number;
}

export interface RunRow {
  readonly id: string;
  readonly number: string;
  readonly book: string;
  readonly bookLabel: string;
  readonly payingAccountId: string;
  readonly payOn: LocalDate;
  readonly lines: number;
  readonly totalWon: Won;
  readonly paidWon: Won;
  readonly state: RunState;
  readonly standing: RunStanding;
  readonly counts: LineCounts;
  readonly draftedBy: string | null;
  readonly draftedAt: Date;
  /** Who signed the draft, in their order. */
  readonly signedBy: readonly string[];
}

const RUNS = `
  select r.id, r.number, r.book, ${bookLabel('r.book')} as "bookLabel", r.paying_account_id as "payingAccountId", r.pay_on as "payOn", r.lines, r.total_won::text as "totalWon",
         n.paid_won::text as "paidWon", s.state, case when s.state = 'EXPORTED' and n.open = 0 then 'SETTLED' else s.state end as standing,
         json_build_object('open', n.open, 'paid', n.paid, 'rejected', n.rejected, 'returned', n.returned) as counts,
         d.name as "draftedBy", r.recorded_at as "draftedAt",
         coalesce((select array_agg(u.name order by g.id) from approval_signature g join app_user u on u.id = g.signer_id where g.request_id = l.approval_id), '{}') as "signedBy"
    from payment_run r join payment_run_state s on s.run_id = r.id
    cross join lateral (
      select count(*) filter (where t.state = 'OPEN')::int as open, count(*) filter (where t.state = 'PAID')::int as paid,
             count(*) filter (where t.state = 'REJECTED')::int as rejected, count(*) filter (where t.state = 'RETURNED')::int as returned,
             coalesce(sum(m.amount_won) filter (where t.state = 'PAID'), 0) as paid_won
        from payment_line_state t join payment_run_line m on (m.run_id, m.line_no) = (t.run_id, t.line_no) where t.run_id = r.id) n
    left join command_log l on l.id = r.command_id left join command_author c on c.id = r.command_id left join app_user d on d.id = c.actor_id`;

type Stored<Row, Amounts extends keyof Row> = Omit<Row, Amounts> & Readonly<Record<Amounts, string>>;

const runOf = (row: Stored<RunRow, 'totalWon' | 'paidWon'>): RunRow => ({ ...row, totalWon: won(row.totalWon), paidWon: won(row.paidWon) });

/** Runs in sight, the latest first; of one book, or of all. */
export async function listRuns(tx: Tx, book: string | null, limit: number): Promise<RunRow[]> {
  const rows: Stored<RunRow, 'totalWon' | 'paidWon'>[] = await tx.query(`${RUNS} where ($1::text is null or r.book = $1) order by r.recorded_at desc limit $2`, [book, limit]);
  return rows.map(runOf);
}

export async function getRun(tx: Tx, id: string): Promise<RunRow> {
  const rows: Stored<RunRow, 'totalWon' | 'paidWon'>[] = await tx.query(`${RUNS} where r.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '지급 묶음', en: 'payment run' }, id);
  return runOf(rows[0]);
}

export interface RunLineRow {
  readonly lineNo: number;
  readonly payable: Payable;
  readonly payee: string;
  readonly businessNumber: string | null;
  readonly bankAccountId: string;
  readonly bankCode: string;
  readonly numberTail: string;
  readonly numberLength: number;
  readonly holderMasked: string;
  /** The account can be used on the day that is asked for. */
  readonly accountOpen: boolean;
  readonly amountWon: Won;
  readonly state: LineState;
}

/** The lines of a run, with how their accounts stand on `on`. */
export async function listRunLines(tx: Tx, runId: string, on: LocalDate): Promise<RunLineRow[]> {
  const rows: (Stored<RunLineRow, 'amountWon'> & { readonly payable: Stored<Payable, 'amountWon'> })[] = await tx.query(
    `select n.line_no as "lineNo", n.amount_won::text as "amountWon", t.state, p.name as payee, p.business_number as "businessNumber", n.bank_account_id as "bankAccountId",
            a.bank_code as "bankCode", a.number_tail as "numberTail", a.number_length as "numberLength", a.holder_masked as "holderMasked",
            (z.closed_on is null or z.closed_on >= $2) as "accountOpen",
            json_build_object('id', y.id, 'book', y.book, 'kind', y.kind, 'subjectId', y.subject_id, 'payeeId', y.payee_id, 'purpose', y.purpose, 'amountWon', y.amount_won::text, 'dueOn', y.due_on, 'detail', y.detail) as payable
       from payment_run_line n join payment_line_state t on (t.run_id, t.line_no) = (n.run_id, n.line_no)
       join payable y on y.id = n.payable_id join party p on p.id = y.payee_id
       join bank_account a on a.id = n.bank_account_id left join bank_account_close z on z.account_id = a.id
      where n.run_id = $1 order by n.line_no`,
    [runId, on],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon), payable: { ...row.payable, amountWon: won(row.payable.amountWon) } }));
}

/** What other runs of the book have taken and not yet paid: it has to be paid as well. */
export async function listTakenPayables(tx: Tx, book: string, except: string | null): Promise<Payable[]> {
  const rows: Stored<Payable, 'amountWon'>[] = await tx.query(
    `select y.id, y.book, y.kind, y.subject_id as "subjectId", y.payee_id as "payeeId", y.purpose, y.amount_won::text as "amountWon", y.due_on as "dueOn", y.detail
       from payable_state s join payable y on y.id = s.payable_id where y.book = $1 and s.state = 'IN_RUN' and s.run_id is distinct from $2 order by y.id`,
    [book, except],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon) }));
}

/** One thing that happened to a run or one of its lines, for its timeline. */
export interface RunStepRow {
  readonly what: 'draft' | 'release' | 'export' | 'void' | 'PAID' | 'REJECTED' | 'RETURNED';
  readonly lineNo: number | null;
  readonly happenedOn: LocalDate;
  readonly bankReference: string | null;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  /** It was read from a file of the bank. */
  readonly fromAnswer: boolean;
  readonly actor: string | null;
  readonly recordedAt: Date;
}

/** What happened to a run, in turn. */
export function listRunSteps(tx: Tx, runId: string): Promise<RunStepRow[]> {
  return tx.query(
    `select s.what, s.line_no as "lineNo", s.happened_on as "happenedOn", s.bank_reference as "bankReference", s.reason_code as "reasonCode", s.reason, s.from_answer as "fromAnswer",
            u.name as actor, s.recorded_at as "recordedAt"
       from (select 'draft' as what, null::integer as line_no, (recorded_at at time zone 'Asia/Seoul')::date as happened_on, null as bank_reference, null as reason_code, null as reason, false as from_answer, command_id, recorded_at
               from payment_run where id = $1
              union all select event, null, happened_on, null, null, reason, false, command_id, recorded_at from payment_run_event where run_id = $1
              union all select outcome, line_no, happened_on, bank_reference, reason_code, reason, answer_sha256 is not null, command_id, recorded_at from payment_outcome where run_id = $1) s
       left join command_author c on c.id = s.command_id left join app_user u on u.id = c.actor_id
      order by s.recorded_at, s.line_no nulls first`,
    [runId],
  );
}

export interface RunFileRow {
  readonly format: FileFormat;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly recordedAt: Date;
}

/** The files that left for the bank. */
export function listRunFiles(tx: Tx, runId: string): Promise<RunFileRow[]> {
  return tx.query(`select format, sha256, size_bytes as "sizeBytes", recorded_at as "recordedAt" from payment_run_file where run_id = $1 order by recorded_at`, [runId]);
}

/** The natural persons who drafted and signed a run, and who released it. */
export async function handsOf(tx: Tx, runId: string): Promise<{ readonly drafted: readonly string[]; readonly released: string | null }> {
  const rows: { drafted: string[]; released: string | null }[] = await tx.query('select array(select payment_run_hands($1)) as drafted, payment_run_releaser($1) as released', [runId]);
  return rows[0] ?? { drafted: [], released: null };
}

/** The natural person behind an account. */
export async function personBehind(tx: Tx, userId: string): Promise<string> {
  const rows: { person: string }[] = await tx.query('select coalesce(person_id, id) as person from app_user where id = $1', [userId]);
  return rows[0]?.person ?? userId;
}
