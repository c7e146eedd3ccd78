import { moveSource, type ExpectedMoveSource } from '#libs/payment';
import { CLAWBACK_MOVE } from '../clawback/receipt/receipt.query.js';

/** What is paid to providers, and own money of companies in and back. */
export const OWN_AND_PAID: readonly ExpectedMoveSource[] = [
  // What runs pay they tell themselves. A roster brings payments as they were captured; batches paid what was left after set-off.
  moveSource(
    'voucher.payment',
    { ko: '바우처 지급', en: 'Voucher payment' },
    `select s.id as "recordId", 'voucher/' || v.year_id as book, (- coalesce(b.public_won + b.own_won, k.public_won + k.own_won))::text as "amountWon", e.happened_on as "on", y.name as counterparty,
            array_remove(array[i.number, s.number, b.number], null) as references, concat_ws(' ', i.number, s.number) as label, true as "isRecorded"
       from service_event e join voucher_service s on s.id = e.service_id join voucher v on v.id = s.voucher_id left join voucher_issue i on i.voucher_id = v.id join service_capture k on k.service_id = s.id join party y on y.id = k.payee_id
       left join voucher_payment b on b.service_id = s.id and b.command_id = e.command_id
      where e.event = 'pay' and b.run_id is null and e.happened_on between $1 and $2 and coalesce(b.public_won + b.own_won, k.public_won + k.own_won) > 0`,
  ),
  moveSource(
    'voucher.own-money',
    { ko: '바우처 자부담금 납입', en: 'Own money paid in' },
    `select d.id as "recordId", 'voucher/' || v.year_id as book, d.amount_won::text as "amountWon", d.value_on as "on", y.name as counterparty,
            array_remove(array[i.number, d.bank_reference], null) as references, concat_ws(' ', i.number, y.name) as label, true as "isRecorded"
       from own_money_deposit d join voucher v on v.id = d.voucher_id left join voucher_issue i on i.voucher_id = v.id join party y on y.id = v.company_id where d.value_on between $1 and $2`,
  ),
  moveSource(
    'voucher.own-money-return',
    { ko: '바우처 자부담금 반환', en: 'Own money given back' },
    `select d.id as "recordId", 'voucher/' || v.year_id as book, (- d.amount_won)::text as "amountWon", d.value_on as "on", y.name as counterparty,
            array_remove(array[i.number, d.bank_reference], null) as references, concat_ws(' ', i.number, y.name) as label, true as "isRecorded"
       from own_money_return d join voucher v on v.id = d.voucher_id left join voucher_issue i on i.voucher_id = v.id join party y on y.id = v.company_id where d.value_on between $1 and $2`,
  ),
];

/** What came of what is claimed back; it is recorded by its own command. */
export const CLAWBACK_RECEIPTS = moveSource(
  CLAWBACK_MOVE,
  { ko: '바우처 환수금', en: 'Clawback received' },
  `select m.id as "recordId", 'voucher/' || c.year_id as book, m.amount_won::text as "amountWon", m.value_on as "on", y.name as counterparty,
          array_remove(array[c.number, m.bank_reference], null) as references, c.number || ' ' || y.name as label, true as "isRecorded"
     from clawback_movement m join clawback c on c.id = m.clawback_id join party y on y.id = c.debtor_id where m.kind = 'RECEIVED' and m.value_on between $1 and $2
      and not exists (select 1 from clawback_reversal v where v.receipt_id = m.id)`,
);
