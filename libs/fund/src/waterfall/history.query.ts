import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { sumWon, won } from '#libs/money';
import { listPartners, type PartnerRow } from '../fund/fund.query.js';
import { withTransfers, type TransferredCapital } from './transfer.rules.js';
import type { Contribution, PaidDistribution } from './waterfall.js';

/** What partners paid in and got back since inception, by those who hold the units now. */
export interface CapitalHistory {
  /** In the order of the agreement. */
  readonly partners: readonly PartnerRow[];
  readonly contributions: readonly Contribution[];
  /** By day and number; what was undone is not there. */
  readonly paid: readonly (PaidDistribution & { readonly number: number })[];
}

interface PartRow {
  readonly number: number;
  readonly on: LocalDate;
  readonly partnerId: string;
  readonly amount: string;
  readonly isCarry: boolean;
}

/** The capital history of a fund up to the end of the point's date, as known then. */
export async function capitalHistory(tx: Tx, fundId: string, point: TimePoint): Promise<CapitalHistory> {
  const at = [fundId, point.asOf, point.knownBefore];
  const contributions: { partnerId: string; on: LocalDate; amount: string }[] = await tx.query(
    `select r.partner_id as "partnerId", r.value_on as on, r.amount_won::text as amount
       from receipts_standing($3) r join fund_partner p on p.id = r.partner_id
      where p.fund_id = $1 and r.value_on <= $2 order by r.value_on, p.ordinal, r.recorded_at`,
    at,
  );
  const parts: PartRow[] = await tx.query(PARTS, at);
  const received = contributions.map(({ partnerId, on, amount }) => ({ partnerId, on, amountWon: won(amount) }));
  return {
    partners: await listPartners(tx, fundId, point.asOf, point.knownBefore),
    ...withTransfers(received, paidOf(parts), await listTransfers(tx, at)),
  };
}

async function listTransfers(tx: Tx, at: readonly unknown[]): Promise<TransferredCapital[]> {
  const rows: { fromId: string; toId: string; effectiveOn: LocalDate; paidIn: string; distributed: string }[] = await tx.query(
    `select from_id as "fromId", to_id as "toId", effective_on as "effectiveOn", paid_in_won::text as "paidIn", distributed_won::text as distributed
       from commitment_transfer where fund_id = $1 and effective_on <= $2 and known_at < $3 order by effective_on, number`,
    [...at],
  );
  return rows.map(({ paidIn, distributed, ...row }) => ({ ...row, paidInWon: won(paidIn), distributedWon: won(distributed) }));
}

/** A part and its mirrored one cancel each other, and nothing is left of what was undone. */
const PARTS = `
  select number, paid_on as on, partner_id as "partnerId", sum(amount_won)::text as amount, is_carry as "isCarry"
    from (select d.number, d.paid_on, d.partner_id, d.amount_won, false as is_carry
            from distribution d where d.fund_id = $1 and d.paid_on <= $2 and d.known_at < $3
           union all
          select r.number, r.paid_on, c.partner_id, c.amount_won, true
            from carry_payment c join distribution_run r on r.id = c.run_id
           where r.fund_id = $1 and r.paid_on <= $2 and c.known_at < $3) as part
   group by number, paid_on, partner_id, is_carry having sum(amount_won) <> 0
   order by paid_on, number, partner_id`;

function paidOf(parts: readonly PartRow[]): (PaidDistribution & { number: number })[] {
  const runs = new Map<string, [PartRow, ...PartRow[]]>();
  for (const part of parts) {
    const key = `${part.on}|${part.number}`;
    const known = runs.get(key);
    if (known === undefined) runs.set(key, [part]);
    else known.push(part);
  }
  return [...runs.values()].map((rows) => ({
    number: rows[0].number,
    on: rows[0].on,
    byPartner: rows.filter((row) => !row.isCarry).map(({ partnerId, amount }) => ({ partnerId, amountWon: won(amount) })),
    carryWon: sumWon(rows.filter((row) => row.isCarry).map((row) => won(row.amount))),
  }));
}
