import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import type { OwnShare } from './own-share.js';

const OWN_SHARE_SELECT = `
  select o.id, o.agreement_id as "agreementId", o.source, o.amount_won::text as "amountWon", o.received_on as "receivedOn", o.reference, o.document_id as "documentId", d.file_name as "documentName",
         r.own_share_id is not null as reversed, r.reason as "reversedFor", c.actor_login as actor
    from grant_own_share o join command_author c on c.id = o.command_id left join document d on d.id = o.document_id left join grant_own_share_reversal r on r.own_share_id = o.id`;

type OwnShareRow = Omit<OwnShare, 'amountWon'> & { readonly amountWon: string };
const asOwnShare = (row: OwnShareRow): OwnShare => ({ ...row, amountWon: won(row.amountWon) });

/** Cash that was paid in, what was reversed among it, by day. */
export async function ownSharesOf(tx: Tx, agreementId: string): Promise<OwnShare[]> {
  const rows: OwnShareRow[] = await tx.query(`${OWN_SHARE_SELECT} where o.agreement_id = $1 order by o.received_on, o.recorded_at, o.id`, [agreementId]);
  return rows.map(asOwnShare);
}

export async function getOwnShare(tx: Tx, id: string): Promise<OwnShare> {
  const rows: OwnShareRow[] = await tx.query(`${OWN_SHARE_SELECT} where o.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '기관부담금 입금', en: 'receipt of own cash' }, id);
  return asOwnShare(rows[0]);
}
