import type { Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { moveSource } from '#libs/payment';
import { OUTCOME_MOVE } from '../outcome-claim/outcome-claim.js';
import { OWN_SHARE_MOVE, type CashSource } from '../own-share/own-share.js';
import { RECOVERY_MOVE } from '../recovery/receipt/receipt.js';

export const TRANCHES_OF_REGISTERS = moveSource(
  'grant.tranche-of-register',
  { ko: '지원금 지급(대장)', en: 'Tranche paid, by a register' },
  `select t.id as "recordId", e.book, (- t.amount_won)::text as "amountWon", e.effective_on as "on", y.name as counterparty, array[a.number] as references,
            a.number || ' ' || t.label as label, true as "isRecorded"
       from journal_entry e join grant_tranche t on t.id = e.subject_id join grant_agreement a on a.id = t.agreement_id join party y on y.id = a.party_id
      where e.posting = 'grant.tranche-paid' and e.reverses is null and e.effective_on between $1 and $2 and not exists (select 1 from payable p where p.subject_id = t.id)`,
);

/** In a pool the deposit is the movement. */
export const OWN_SHARES = moveSource(
  OWN_SHARE_MOVE,
  { ko: '기관부담 현금', en: 'Own share paid in' },
  `select s.id as "recordId", 'grant/' || a.call_id as book, s.amount_won::text as "amountWon", s.received_on as "on", y.name as counterparty, array[a.number, s.reference] as references,
            a.number || ' ' || y.name as label, true as "isRecorded"
       from grant_own_share s join grant_agreement a on a.id = s.agreement_id join grant_call c on c.id = a.call_id join party y on y.id = a.party_id
      where s.received_on between $1 and $2 and c.kind <> 'MATCHING' and not exists (select 1 from grant_own_share_reversal r where r.own_share_id = s.id)`,
);

/** What each source promised in cash by the latest version and has not paid. Agreements that take no further money are left out, as are pools. */
const SHARES = `
  select id_of(a.id || '/' || p.source) as "recordId", a.id as "agreementId", p.source, a.call_id, a.number, a.agreed_on, v.period_to, y.name as payer,
         p.planned - coalesce((select sum(s.amount_won) from grant_own_share s where (s.agreement_id, s.source) = (a.id, p.source)
                                  and not exists (select 1 from grant_own_share_reversal r where r.own_share_id = s.id)), 0) as due
    from grant_agreement a
    join grant_call c on c.id = a.call_id and c.kind <> 'MATCHING'
    join grant_state t on t.agreement_id = a.id and t.state <> 'CLOSED'
    join party y on y.id = a.party_id
    join lateral (select id, period_to from grant_version v where v.agreement_id = a.id order by v.version desc limit 1) v on true
    join lateral (select source, sum(amount_won) as planned from grant_source_plan where version_id = v.id and resource = 'CASH' and source in ('OWN', 'LOCAL', 'OTHER') group by source) p on true
   where exists (select 1 from grant_stage s where s.agreement_id = a.id and not exists (select 1 from grant_settlement_final f where (f.agreement_id, f.stage) = (s.agreement_id, s.stage)))`;

/** Waited for from the agreement on, until the end of its period. Of provinces and others the books know no name: the number of the agreement tells. */
export const OWN_SHARES_DUE = moveSource(
  'grant.own-share-due',
  { ko: '기관부담 현금 미납분', en: 'Own share due' },
  `select d."recordId", 'grant/' || d.call_id as book, d.due::text as "amountWon", d.period_to as "on", d.agreed_on as "waitedFrom", case d.source when 'OWN' then d.payer end as counterparty,
            array[d.number] as references, d.number || ' ' || d.payer as label, false as "isRecorded"
       from (${SHARES}) d where d.due > 0 and greatest(d.agreed_on, $1) <= $2`,
);

export const RECOVERIES = moveSource(
  RECOVERY_MOVE,
  { ko: '지원금 환수', en: 'Recovery received' },
  `select m.id as "recordId", 'grant/' || r.call_id as book, m.amount_won::text as "amountWon", m.value_on as "on", y.name as counterparty,
            array_remove(array[r.number, m.bank_reference], null) as references, r.number || ' ' || y.name as label, true as "isRecorded"
       from grant_recovery_movement m join grant_recovery r on r.id = m.recovery_id join party y on y.id = r.debtor_id where m.kind = 'RECEIVED' and m.value_on between $1 and $2
        and not exists (select 1 from grant_recovery_reversal v where v.receipt_id = m.id)`,
);

/** What was given up is waited for no more: whoever pays it all the same is recorded by hand. */
export const RECOVERIES_DUE = moveSource(
  'grant.recovery-due',
  { ko: '지원금 환수 미수분', en: 'Recovery due' },
  `select r.id as "recordId", 'grant/' || r.call_id as book, o.open::text as "amountWon", r.due_on as "on", r.notice_on as "waitedFrom", y.name as counterparty, array[r.number] as references,
            r.number || ' ' || y.name as label, false as "isRecorded"
       from grant_recovery r join party y on y.id = r.debtor_id
       join lateral (select r.demanded_won + coalesce(sum(case when m.kind in ('SURCHARGED', 'REVERSED') then m.amount_won else - m.amount_won end), 0) as open from grant_recovery_movement m where m.recovery_id = r.id) o on true
      where o.open > 0 and greatest(r.notice_on, $1) <= $2`,
);

/** To the Treasury: the books name no payee, its number is what both sides write. */
export const REMITTANCES = moveSource(
  'grant.remittance',
  { ko: '환수금 국고납입', en: 'Recovery paid to the Treasury' },
  `select m.id as "recordId", 'grant/' || r.call_id as book, (- m.amount_won)::text as "amountWon", m.remitted_on as "on", null as counterparty, array[m.notice_number, r.number] as references,
            r.number || ' 국고납입' as label, true as "isRecorded"
       from grant_recovery_remittance m join grant_recovery r on r.id = m.recovery_id where m.remitted_on between $1 and $2`,
);

export const OUTCOME_RECEIPTS = moveSource(
  OUTCOME_MOVE,
  { ko: '기술료·처분대금', en: 'Royalty or proceeds received' },
  `select m.id as "recordId", 'grant/' || c.call_id as book, m.amount_won::text as "amountWon", m.value_on as "on", y.name as counterparty,
            array_remove(array[c.number, m.bank_reference], null) as references, c.number || ' ' || y.name as label, true as "isRecorded"
       from outcome_receipt m join outcome_claim c on c.id = m.claim_id join grant_agreement a on a.id = c.agreement_id join party y on y.id = a.party_id where m.value_on between $1 and $2
        and not exists (select 1 from outcome_receipt_reversal v where v.receipt_id = m.id)`,
);

export const OUTCOMES_DUE = moveSource(
  'grant.outcome-due',
  { ko: '기술료·처분대금 미수분', en: 'Royalty or proceeds due' },
  `select c.id as "recordId", 'grant/' || c.call_id as book, o.open::text as "amountWon", c.due_on as "on", c.notice_on as "waitedFrom", y.name as counterparty, array[c.number] as references,
            c.number || ' ' || y.name as label, false as "isRecorded"
       from outcome_claim c join grant_agreement a on a.id = c.agreement_id join party y on y.id = a.party_id
       join lateral (select c.amount_won - coalesce(sum(m.amount_won), 0) as open from outcome_receipt m where m.claim_id = c.id and not exists (select 1 from outcome_receipt_reversal v where v.receipt_id = m.id)) o on true
      where o.open > 0 and greatest(c.notice_on, $1) <= $2`,
);

/** The share that an expected movement of that id is. */
export async function getDueShare(tx: Tx, recordId: string): Promise<{ readonly agreementId: string; readonly source: CashSource }> {
  const rows: { agreementId: string; source: CashSource }[] = await tx.query(`select d."agreementId", d.source from (${SHARES}) d where d."recordId" = $1`, [recordId]);
  invariant(rows[0] !== undefined, `a share that was offered is on record: ${recordId}`);
  return rows[0];
}

/** The receipt of a claim that the command at work has just stated. */
export async function receiptStatedBy(tx: Tx, commandId: string, table: 'grant_recovery_movement' | 'outcome_receipt', claimId: string): Promise<string> {
  const column = table === 'outcome_receipt' ? 'claim_id' : 'recovery_id';
  const rows: { id: string }[] = await tx.query(`select id from ${table} where command_id = $1 and ${column} = $2 order by recorded_at desc limit 1`, [commandId, claimId]);
  invariant(rows[0] !== undefined, `a receipt of ${claimId} was just recorded`);
  return rows[0].id;
}

/** Whether the command that made a match recorded what it found as well. */
export async function wasRecordedByMatch(tx: Tx, matchId: string, table: 'grant_own_share' | 'grant_recovery_movement' | 'outcome_receipt', recordId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`select 1 from ${table} r join bank_match m on m.command_id = r.command_id where m.id = $1 and r.id = $2`, [matchId, recordId]);
  return rows.length > 0;
}
