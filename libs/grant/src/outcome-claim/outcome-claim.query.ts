import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import type { OutcomeClaim, OutcomeRemittance } from './outcome-claim.js';

const CLAIM_SELECT = `
  select c.id, c.call_id as "callId", c.agreement_id as "agreementId", a.number as "agreementNumber", a.title as "agreementTitle", c.number, c.ground, c.year,
         c.cap_won::text as "capWon", c.disposal_id as "disposalId", s.name as "assetName", p.id as "debtorId", p.name as debtor, p.business_number as "debtorNumber",
         c.computed_won::text as "computedWon", c.amount_won::text as "amountWon", c.notice_on as "noticeOn", c.due_on as "dueOn", c.working, c.known_at as "knownAt",
         (select coalesce(json_agg(json_build_object('id', r.id, 'amountWon', r.amount_won::text, 'valueOn', r.value_on, 'bankReference', r.bank_reference, 'reversedFor', v.reason) order by r.value_on, r.recorded_at), '[]'::json)
            from outcome_receipt r left join outcome_receipt_reversal v on v.receipt_id = r.id where r.claim_id = c.id) as receipts
    from outcome_claim c
    join grant_agreement a on a.id = c.agreement_id
    join party p on p.id = a.party_id
    left join grant_asset_disposal d on d.id = c.disposal_id
    left join grant_asset s on s.id = d.asset_id`;

/** The claims of a call, the latest notice first. */
export function listClaims(tx: Tx, callId: string): Promise<OutcomeClaim[]> {
  return tx.query(`${CLAIM_SELECT} where c.call_id = $1 order by c.notice_on desc, c.number desc`, [callId]);
}

/** The claims on the institution of one agreement, in their order. */
export function claimsOfAgreement(tx: Tx, agreementId: string): Promise<OutcomeClaim[]> {
  return tx.query(`${CLAIM_SELECT} where c.agreement_id = $1 order by c.notice_on, c.number`, [agreementId]);
}

export async function getClaim(tx: Tx, claimId: string): Promise<OutcomeClaim> {
  const rows: OutcomeClaim[] = await tx.query(`${CLAIM_SELECT} where c.id = $1`, [claimId]);
  if (rows[0] === undefined) throw notFound({ ko: '고지', en: 'claim' }, claimId);
  return rows[0];
}

/** What was paid to the Treasury from claims of a call, the latest first. */
export function listRemittances(tx: Tx, callId: string): Promise<OutcomeRemittance[]> {
  return tx.query(
    `select id, amount_won::text as "amountWon", remitted_on as "remittedOn", treasury_number as "treasuryNumber"
       from outcome_remittance where call_id = $1 order by remitted_on desc, recorded_at desc`,
    [callId],
  );
}

/** What came for claims of a call and waits to be paid to the Treasury, as the books say. */
export async function heldOfCall(tx: Tx, callId: string): Promise<Won> {
  const rows: { held: string }[] = await tx.query(
    `select coalesce(sum(b.balance), 0)::text as held from ledger_account a join account_balance b on b.account_id = a.id where a.key = 'grant/' || $1 || '/grant.outcome-cash'`,
    [callId],
  );
  return won(BigInt(rows[0]?.held ?? '0'));
}
