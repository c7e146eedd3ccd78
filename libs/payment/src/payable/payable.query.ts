import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import type { PayableRow, PayableState } from './payable.js';

/** Which debts: of one book or of all in sight, owed through a day, or those named. */
export interface PayableFilter {
  readonly book?: string | null;
  readonly dueThrough?: LocalDate | null;
  readonly ids?: readonly string[] | null;
  readonly states?: readonly PayableState[] | null;
}

/** The account of a payee that is open on the day `$1`: the one registered last. */
const ACCOUNT = `
  (select json_build_object('id', a.id, 'bankCode', a.bank_code, 'numberTail', a.number_tail, 'numberLength', a.number_length, 'holderMasked', a.holder_masked,
                            'holderIsParty', a.holder_is_party, 'signed', bank_account_signed(a.id))
     from bank_account a left join bank_account_close z on z.account_id = a.id
    where a.party_id = y.payee_id and a.effective_from <= $1 and (z.closed_on is null or z.closed_on >= $1)
    order by a.effective_from desc, a.recorded_at desc limit 1)`;

const EARLIER = `
  (select json_build_object('runNumber', r.number, 'outcome', o.outcome, 'happenedOn', o.happened_on, 'reasonCode', o.reason_code, 'reason', o.reason)
     from payment_run_line n join payment_outcome o on (o.run_id, o.line_no) = (n.run_id, n.line_no) join payment_run r on r.id = n.run_id
    where n.payable_id = y.id and o.outcome <> 'PAID' order by o.recorded_at desc limit 1)`;

/** The name of what a book is about: a call, a year, a fund. `book` is a column. */
export const bookLabel = (book: string): string => `coalesce((select named.label from subject_label named where named.id = split_part(${book}, '/', 2)::uuid limit 1), ${book})`;

/** Debts with who is owed them and the account they would go to on `payOn`; what falls due first comes first. */
export async function listPayables(tx: Tx, payOn: LocalDate, filter: PayableFilter = {}): Promise<PayableRow[]> {
  const rows: (Omit<PayableRow, 'amountWon'> & { readonly amountWon: string })[] = await tx.query(
    `select y.id, y.book, ${bookLabel('y.book')} as "bookLabel", y.kind, y.subject_id as "subjectId", y.payee_id as "payeeId", p.name as payee, p.business_number as "businessNumber",
            y.purpose, y.amount_won::text as "amountWon", y.due_on as "dueOn", y.detail, s.state, s.run_id as "runId", r.number as "runNumber", ${ACCOUNT} as account, ${EARLIER} as earlier
       from payable y join payable_state s on s.payable_id = y.id join party p on p.id = y.payee_id left join payment_run r on r.id = s.run_id
      where ($2::text is null or y.book = $2) and ($3::date is null or y.due_on <= $3) and ($4::uuid[] is null or y.id = any ($4)) and ($5::text[] is null or s.state = any ($5))
      order by y.due_on, p.name, y.id`,
    [payOn, filter.book ?? null, filter.dueThrough ?? null, filter.ids ?? null, filter.states ?? null],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon) }));
}

/** Where the payment of one subject of an instrument stands. */
export interface PaymentStanding {
  readonly payableId: string;
  readonly subjectId: string;
  readonly state: PayableState;
  readonly runId: string | null;
  readonly runNumber: string | null;
  /** The day on which the bank paid it; null until then. */
  readonly paidOn: LocalDate | null;
}

/** How the debts of these subjects stand, withdrawn ones left out; for the instrument that shows or waits for them. */
export function paymentsOf(tx: Tx, kind: string, subjectIds: readonly string[]): Promise<PaymentStanding[]> {
  return tx.query(
    `select s.payable_id as "payableId", s.subject_id as "subjectId", s.state, s.run_id as "runId", r.number as "runNumber",
            (select o.happened_on from payment_run_line n join payment_outcome o on (o.run_id, o.line_no) = (n.run_id, n.line_no)
              where s.state = 'PAID' and n.run_id = s.run_id and n.payable_id = s.payable_id and o.outcome = 'PAID') as "paidOn"
       from payable_state s left join payment_run r on r.id = s.run_id
      where s.kind = $1 and s.subject_id = any ($2) and s.state <> 'WITHDRAWN'`,
    [kind, subjectIds],
  );
}
