import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { won } from '#libs/money';
import { EVERYTHING, listPartners } from '../fund/fund.query.js';
import type { CommitmentTransfer, Holder } from './commitment.js';

/** Everybody who holds, or held, units of a fund, in their order, with all that is on record. */
export async function listHolders(tx: Tx, fundId: string): Promise<Holder[]> {
  const partners = await listPartners(tx, fundId, EVERYTHING.asOf, EVERYTHING.knownBefore);
  return partners.map((partner) => ({ ...partner, units: BigInt(partner.units) }));
}

/**
 * Units of a fund that changed hands by a date as known at a time, the first transfer first. For whoever divides what happened
 * before a transfer by partner: the amounts are those of the day of the transfer.
 */
export async function listTransfers(tx: Tx, fundId: string, point: TimePoint): Promise<CommitmentTransfer[]> {
  const rows: CommitmentTransfer[] = await tx.query(
    `select t.id, t.number, t.from_id as "fromId", g.name as "from", t.to_id as "toId", h.name as "to", t.units::text,
            t.commitment_won as "commitmentWon", t.called_won as "calledWon", t.paid_in_won as "paidInWon", t.recalled_won as "recalledWon",
            t.distributed_won as "distributedWon", t.effective_on as "effectiveOn", t.consent, t.document_id as "documentId", d.file_name as "documentName"
       from commitment_transfer t
       join fund_partner a on a.id = t.from_id join party g on g.id = a.party_id
       join fund_partner b on b.id = t.to_id join party h on h.id = b.party_id
       left join document d on d.id = t.document_id
      where t.fund_id = $1 and t.effective_on <= $2 and t.known_at < $3 order by t.number`,
    [fundId, point.asOf, point.knownBefore],
  );
  return rows.map((row) => ({
    ...row,
    commitmentWon: won(row.commitmentWon),
    calledWon: won(row.calledWon),
    paidInWon: won(row.paidInWon),
    recalledWon: won(row.recalledWon),
    distributedWon: won(row.distributedWon),
  }));
}

/** The last day on which something was called from a partner, paid by or to them, or changed hands; null where nothing was. */
export async function lastMoveOf(tx: Tx, partnerId: string): Promise<LocalDate | null> {
  const rows: { on: LocalDate | null }[] = await tx.query(
    `select greatest((select max(coalesce(c.notice_on, c.due_on)) from capital_call_share s join capital_call c on c.id = s.call_id where s.partner_id = $1),
                     (select max(value_on) from capital_receipt where partner_id = $1),
                     (select max(paid_on) from distribution where partner_id = $1),
                     (select max(effective_on) from commitment_transfer where $1 in (from_id, to_id))) as "on"`,
    [partnerId],
  );
  return rows[0]?.on ?? null;
}
