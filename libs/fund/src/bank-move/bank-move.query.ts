import { moveSource, type ExpectedMoveSource } from '#libs/payment';

/** Money of funds as a bank sees it: capital and interest of partners in, fees, expenses and distributions out. What was voided is left out. */
export const FUND_MOVES: readonly ExpectedMoveSource[] = [
  moveSource(
    'fund.capital-receipt',
    { ko: '출자금 납입', en: 'Capital paid in' },
    `select r.id as "recordId", 'fund/' || f.id as book, r.amount_won::text as "amountWon", r.value_on as "on", y.name as counterparty,
            array_remove(array[f.number, r.bank_reference], null) as references, f.number || ' ' || c.number || '차 ' || y.name as label, true as "isRecorded"
       from capital_receipt r join capital_call c on c.id = r.call_id join fund f on f.id = c.fund_id join fund_partner p on p.id = r.partner_id join party y on y.id = p.party_id
      where r.value_on between $1 and $2 and not exists (select 1 from capital_receipt_void v where v.receipt_id = r.id)`,
  ),
  moveSource(
    'fund.overdue-interest',
    { ko: '출자 연체이자', en: 'Interest on late capital' },
    `select r.id as "recordId", 'fund/' || f.id as book, r.amount_won::text as "amountWon", r.value_on as "on", y.name as counterparty,
            array_remove(array[f.number, r.bank_reference], null) as references, f.number || ' ' || c.number || '차 연체이자 ' || y.name as label, true as "isRecorded"
       from overdue_interest_receipt r join capital_call c on c.id = r.call_id join fund f on f.id = c.fund_id join fund_partner p on p.id = r.partner_id join party y on y.id = p.party_id
      where r.value_on between $1 and $2 and not exists (select 1 from overdue_interest_void v where v.interest_id = r.id)`,
  ),
  // A register names no payee: the manager is paid its fee; of other costs the books know none.
  moveSource(
    'fund.expense',
    { ko: '조합 보수·비용', en: 'Fee or expense of a fund' },
    `select e.id as "recordId", 'fund/' || f.id as book, (- e.paid_won)::text as "amountWon", e.paid_on as "on",
            coalesce(y.name, case e.kind when 'MANAGEMENT_FEE' then g.name end) as counterparty,
            array_remove(array[f.number, m.bank_reference], null) as references, f.number || ' ' || e.label as label, true as "isRecorded"
       from fund_expense e join fund f on f.id = e.fund_id join party g on g.id = f.general_partner_id
       left join fund_payment m on m.expense_id = e.id left join party y on y.id = m.payee_id
      where e.paid_won > 0 and e.paid_on between $1 and $2 and not exists (select 1 from fund_expense_void v where v.expense_id = e.id)`,
  ),
];
