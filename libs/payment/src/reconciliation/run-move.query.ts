import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { moveSource } from '../match/match.query.js';
import type { LineState } from '../run/payment-run.js';

/** Left the account and came back as one movement and its reversal: both lines are settled by each other, and neither is looked for any more. */
const TAKEN_BACK_BY_BANK = `exists (select 1 from payment_outcome b join bank_reversal v on v.command_id = b.command_id where (b.run_id, b.line_no, b.outcome) = (n.run_id, n.line_no, 'RETURNED'))`;

/** Lines of payment runs that the bank was told of: waited for until it answers, then paid. A rejected line never left the account. */
export const RUN_LINES = moveSource(
  'payment.run-line',
  { ko: '지급', en: 'Payment' },
  `select id_of(n.run_id || '/' || n.line_no) as "recordId", r.book, (- n.amount_won)::text as "amountWon", coalesce(o.happened_on, r.pay_on) as "on", p.name as counterparty,
            array_remove(array[r.number, r.number || '-' || lpad(n.line_no::text, 4, '0'), o.bank_reference], null) as references, r.number || ' ' || y.purpose as label, o.id is not null as "isRecorded"
       from payment_run_line n join payment_run r on r.id = n.run_id join payment_run_state s on s.run_id = r.id
       join payment_line_state t on (t.run_id, t.line_no) = (n.run_id, n.line_no) join payable y on y.id = n.payable_id join party p on p.id = y.payee_id
       left join payment_outcome o on (o.run_id, o.line_no, o.outcome) = (n.run_id, n.line_no, 'PAID')
      where s.state = 'EXPORTED' and t.state <> 'REJECTED' and not ${TAKEN_BACK_BY_BANK} and coalesce(o.happened_on, r.pay_on) between $1 and $2`,
);

/** What the bank sent back. */
export const RUN_RETURNS = moveSource(
  'payment.return',
  { ko: '지급 반송', en: 'Payment sent back' },
  `select o.id as "recordId", r.book, n.amount_won::text as "amountWon", o.happened_on as "on", p.name as counterparty,
            array_remove(array[r.number, o.bank_reference], null) as references, r.number || ' ' || y.purpose as label, true as "isRecorded"
       from payment_outcome o join payment_run_line n on (n.run_id, n.line_no) = (o.run_id, o.line_no) join payment_run r on r.id = n.run_id
       join payable y on y.id = n.payable_id join party p on p.id = y.payee_id
      where o.outcome = 'RETURNED' and not ${TAKEN_BACK_BY_BANK} and o.happened_on between $1 and $2`,
);

export interface RunLineOnRecord {
  readonly runId: string;
  readonly lineNo: number;
  readonly payOn: LocalDate;
  readonly state: LineState;
}

/** The line of a run by the id that `RUN_LINES` gives it. */
export async function getRunLine(tx: Tx, recordId: string): Promise<RunLineOnRecord> {
  const rows: RunLineOnRecord[] = await tx.query(
    `select n.run_id as "runId", n.line_no as "lineNo", r.pay_on as "payOn", t.state
       from payment_run_line n join payment_run r on r.id = n.run_id join payment_line_state t on (t.run_id, t.line_no) = (n.run_id, n.line_no) where id_of(n.run_id || '/' || n.line_no) = $1`,
    [recordId],
  );
  invariant(rows[0] !== undefined, `a matched line of a run is on record: ${recordId}`);
  return rows[0];
}
