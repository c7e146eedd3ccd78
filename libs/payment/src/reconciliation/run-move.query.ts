import type { ExpectedMoveSource } from '../match/match.js';
import { moveSource } from '../match/match.query.js';

/** Lines of payment runs that the bank was told of: waited for until it answers, then paid; and what it sent back. A rejected line never left the account. */
export const PAYMENT_RUN_MOVES: readonly ExpectedMoveSource[] = [
  moveSource(
    'payment.run-line',
    { ko: '지급', en: 'Payment' },
    `select md5(n.run_id || '/' || n.line_no)::uuid as "recordId", r.book, (- n.amount_won)::text as "amountWon", coalesce(o.happened_on, r.pay_on) as "on", p.name as counterparty,
            array_remove(array[r.number, r.number || '-' || lpad(n.line_no::text, 4, '0'), o.bank_reference], null) as references, r.number || ' ' || y.purpose as label, o.id is not null as "isRecorded"
       from payment_run_line n join payment_run r on r.id = n.run_id join payment_run_state s on s.run_id = r.id
       join payment_line_state t on (t.run_id, t.line_no) = (n.run_id, n.line_no) join payable y on y.id = n.payable_id join party p on p.id = y.payee_id
       left join payment_outcome o on (o.run_id, o.line_no, o.outcome) = (n.run_id, n.line_no, 'PAID')
      where s.state = 'EXPORTED' and t.state <> 'REJECTED' and coalesce(o.happened_on, r.pay_on) between $1 and $2`,
  ),
  moveSource(
    'payment.return',
    { ko: '지급 반송', en: 'Payment sent back' },
    `select o.id as "recordId", r.book, n.amount_won::text as "amountWon", o.happened_on as "on", p.name as counterparty,
            array_remove(array[r.number, o.bank_reference], null) as references, r.number || ' ' || y.purpose as label, true as "isRecorded"
       from payment_outcome o join payment_run_line n on (n.run_id, n.line_no) = (o.run_id, o.line_no) join payment_run r on r.id = n.run_id
       join payable y on y.id = n.payable_id join party p on p.id = y.payee_id
      where o.outcome = 'RETURNED' and o.happened_on between $1 and $2`,
  ),
];
