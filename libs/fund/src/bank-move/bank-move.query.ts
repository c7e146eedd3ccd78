import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { moveSource } from '#libs/payment';

/** Capital that is on record; what was reversed is left out. */
export const CAPITAL_RECEIPTS = moveSource(
  'fund.capital-receipt',
  { ko: '출자금 납입', en: 'Capital paid in' },
  `select r.id as "recordId", 'fund/' || f.id as book, r.amount_won::text as "amountWon", r.value_on as "on", y.name as counterparty,
            array_remove(array[f.number, r.bank_reference], null) as references, f.number || ' ' || c.number || '차 ' || y.name as label, true as "isRecorded"
       from capital_receipt r join capital_call c on c.id = r.call_id join fund f on f.id = c.fund_id join fund_partner p on p.id = r.partner_id join party y on y.id = p.party_id
      where r.value_on between $1 and $2 and not exists (select 1 from capital_receipt_void v where v.receipt_id = r.id)`,
);

/** Interest on record; what was reversed is left out. */
export const INTEREST_RECEIPTS = moveSource(
  'fund.overdue-interest',
  { ko: '출자 연체이자', en: 'Interest on late capital' },
  `select r.id as "recordId", 'fund/' || f.id as book, r.amount_won::text as "amountWon", r.value_on as "on", y.name as counterparty,
            array_remove(array[f.number, r.bank_reference], null) as references, f.number || ' ' || c.number || '차 연체이자 ' || y.name as label, true as "isRecorded"
       from overdue_interest_receipt r join capital_call c on c.id = r.call_id join fund f on f.id = c.fund_id join fund_partner p on p.id = r.partner_id join party y on y.id = p.party_id
      where r.value_on between $1 and $2 and not exists (select 1 from overdue_interest_void v where v.interest_id = r.id)`,
);

/** Fees and expenses. A register names no payee: the manager is paid its fee; of other costs the books know none. */
export const EXPENSES = moveSource(
  'fund.expense',
  { ko: '조합 보수·비용', en: 'Fee or expense of a fund' },
  `select e.id as "recordId", 'fund/' || f.id as book, (- e.paid_won)::text as "amountWon", e.paid_on as "on",
            coalesce(y.name, case e.kind when 'MANAGEMENT_FEE' then g.name end) as counterparty,
            array_remove(array[f.number, m.bank_reference], null) as references, f.number || ' ' || e.label as label, true as "isRecorded"
       from fund_expense e join fund f on f.id = e.fund_id join party g on g.id = f.general_partner_id
       left join fund_payment m on m.expense_id = e.id left join party y on y.id = m.payee_id
      where e.paid_won > 0 and e.paid_on between $1 and $2 and not exists (select 1 from fund_expense_void v where v.expense_id = e.id)`,
);

/** A share of a call that is not paid in full, or was paid late. */
export interface WaitedShare {
  readonly recordId: string;
  readonly fundId: string;
  readonly fundNumber: string;
  readonly callId: string;
  readonly partnerId: string;
}

const SHARES = `
  select id_of(s.call_id || '/' || s.partner_id) as "recordId", f.id as "fundId", f.number as "fundNumber", s.call_id as "callId", s.partner_id as "partnerId"
    from capital_call_share s join capital_call c on c.id = s.call_id join fund f on f.id = c.fund_id`;

/** Shares that partners were asked for by `noticedBy` and that a deposit may still be for. */
export function listWaitedShares(tx: Tx, noticedBy: LocalDate): Promise<WaitedShare[]> {
  return tx.query(
    `${SHARES} where coalesce(c.notice_on, c.due_on) <= $1
        and (s.amount_won > coalesce((select sum(r.amount_won) from receipts_standing('infinity') r where (r.call_id, r.partner_id) = (s.call_id, s.partner_id)), 0)
             or exists (select 1 from receipts_standing('infinity') r where (r.call_id, r.partner_id) = (s.call_id, s.partner_id) and r.value_on > c.due_on))`,
    [noticedBy],
  );
}

/** The share that an expected movement of that id is. */
export async function getWaitedShare(tx: Tx, recordId: string): Promise<WaitedShare> {
  const rows: WaitedShare[] = await tx.query(`${SHARES} where id_of(s.call_id || '/' || s.partner_id) = $1`, [recordId]);
  invariant(rows[0] !== undefined, `a share that was offered is on record: ${recordId}`);
  return rows[0];
}

/** Whether the command that made a match recorded `recordId` as well. */
export async function wasRecordedByMatch(tx: Tx, matchId: string, table: 'capital_receipt' | 'overdue_interest_receipt', recordId: string): Promise<boolean> {
  const rows: { id: string }[] = await tx.query(`select r.id from ${table} r join bank_match m on m.command_id = r.command_id where m.id = $1 and r.id = $2`, [matchId, recordId]);
  return rows.length > 0;
}
