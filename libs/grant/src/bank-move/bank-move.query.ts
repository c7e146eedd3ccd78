import { moveSource, type ExpectedMoveSource } from '#libs/payment';

/** Money of grants as a bank sees it: own shares, recoveries and claims in, tranches of registers and remittances out. What runs pay, they tell of themselves. */
export const GRANT_MOVES: readonly ExpectedMoveSource[] = [
  moveSource(
    'grant.tranche-of-register',
    { ko: '지원금 지급(대장)', en: 'Tranche paid, by a register' },
    `select t.id as "recordId", e.book, (- t.amount_won)::text as "amountWon", e.effective_on as "on", y.name as counterparty, array[a.number] as references,
            a.number || ' ' || t.label as label, true as "isRecorded"
       from journal_entry e join grant_tranche t on t.id = e.subject_id join grant_agreement a on a.id = t.agreement_id join party y on y.id = a.party_id
      where e.posting = 'grant.tranche-paid' and e.reverses is null and e.effective_on between $1 and $2 and not exists (select 1 from payable p where p.subject_id = t.id)`,
  ),
  // In a pool the deposit is the movement.
  moveSource(
    'grant.own-share',
    { ko: '기관부담 현금', en: 'Own share paid in' },
    `select s.id as "recordId", 'grant/' || a.call_id as book, s.amount_won::text as "amountWon", s.received_on as "on", y.name as counterparty, array[a.number, s.reference] as references,
            a.number || ' ' || y.name as label, true as "isRecorded"
       from grant_own_share s join grant_agreement a on a.id = s.agreement_id join grant_call c on c.id = a.call_id join party y on y.id = a.party_id
      where s.received_on between $1 and $2 and c.kind <> 'MATCHING' and not exists (select 1 from grant_own_share_reversal r where r.own_share_id = s.id)`,
  ),
  moveSource(
    'grant.recovery',
    { ko: '지원금 환수', en: 'Recovery received' },
    `select m.id as "recordId", 'grant/' || r.call_id as book, m.amount_won::text as "amountWon", m.value_on as "on", y.name as counterparty,
            array_remove(array[r.number, m.bank_reference], null) as references, r.number || ' ' || y.name as label, true as "isRecorded"
       from grant_recovery_movement m join grant_recovery r on r.id = m.recovery_id join party y on y.id = r.debtor_id where m.kind = 'RECEIVED' and m.value_on between $1 and $2`,
  ),
  // To the Treasury: the books name no payee, its number is what both sides write.
  moveSource(
    'grant.remittance',
    { ko: '환수금 국고납입', en: 'Recovery paid to the Treasury' },
    `select m.id as "recordId", 'grant/' || r.call_id as book, (- m.amount_won)::text as "amountWon", m.remitted_on as "on", null as counterparty, array[m.notice_number, r.number] as references,
            r.number || ' 국고납입' as label, true as "isRecorded"
       from grant_recovery_remittance m join grant_recovery r on r.id = m.recovery_id where m.remitted_on between $1 and $2`,
  ),
  moveSource(
    'grant.outcome-receipt',
    { ko: '기술료·처분대금', en: 'Royalty or proceeds received' },
    `select m.id as "recordId", 'grant/' || c.call_id as book, m.amount_won::text as "amountWon", m.value_on as "on", y.name as counterparty,
            array_remove(array[c.number, m.bank_reference], null) as references, c.number || ' ' || y.name as label, true as "isRecorded"
       from outcome_receipt m join outcome_claim c on c.id = m.claim_id join grant_agreement a on a.id = c.agreement_id join party y on y.id = a.party_id where m.value_on between $1 and $2`,
  ),
];
