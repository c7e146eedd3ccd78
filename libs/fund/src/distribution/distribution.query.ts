import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import type { TermsRecord } from '../waterfall/terms.model.js';
import type { PlanRecord } from './plan.model.js';

export interface RunRow {
  readonly id: string;
  readonly fundId: string;
  readonly number: number;
  readonly kind: 'PAYOUT' | 'CLAWBACK';
  readonly paidOn: LocalDate;
  readonly reversed: boolean;
}

export async function getRun(tx: Tx, runId: string): Promise<RunRow> {
  const rows: RunRow[] = await tx.query(
    `select r.id, r.fund_id as "fundId", r.number, r.kind, r.paid_on as "paidOn", exists (select 1 from distribution_reversal v where v.run_id = r.id) as reversed
       from distribution_run r where r.id = $1`,
    [runId],
  );
  if (rows[0] === undefined) throw notFound({ ko: '분배', en: 'distribution' }, runId);
  return rows[0];
}

/** The number after the last one, imported ones included. */
export async function nextNumber(tx: Tx, fundId: string): Promise<number> {
  const rows: { next: number }[] = await tx.query(
    `select greatest((select coalesce(max(number), 0) from distribution where fund_id = $1), (select coalesce(max(number), 0) from distribution_run where fund_id = $1))::int + 1 as next`,
    [fundId],
  );
  return rows[0]?.next ?? 1;
}

/** A part of a distribution by partner; amounts as digits. */
export interface PartRow {
  readonly partnerId: string;
  readonly partner: string;
  readonly amountWon: string;
  readonly carryWon: string;
  readonly recallableWon: string;
}

/** One number of a fund: a run of the program, or what an import told. */
export interface DistributionRow {
  readonly number: number;
  readonly runId: string | null;
  readonly kind: 'PAYOUT' | 'CLAWBACK' | 'IMPORTED';
  readonly paidOn: LocalDate;
  readonly source: string | null;
  readonly obligationMet: boolean | null;
  readonly reversedReason: string | null;
  readonly terms: TermsRecord | null;
  readonly plan: PlanRecord | null;
  readonly sha256: string | null;
  readonly parts: readonly PartRow[];
}

/** What was paid, without the rows that mirror it: a reversal is told beside them. `$1` fund, `$2` date, `$3` known before. */
const PARTS = `
  select d.number, d.paid_on, d.partner_id, d.amount_won as amount, 0::bigint as carry, coalesce(c.amount_won, 0) as recallable
    from distribution d left join distribution_recallable c on c.distribution_id = d.id
   where d.fund_id = $1 and d.paid_on <= $2 and d.known_at < $3 and d.amount_won >= 0
   union all
  select r.number, r.paid_on, c.partner_id, 0, c.amount_won, 0
    from carry_payment c join distribution_run r on r.id = c.run_id
   where r.fund_id = $1 and r.paid_on <= $2 and c.known_at < $3 and c.amount_won * (case r.kind when 'PAYOUT' then 1 else -1 end) > 0`;

/** The distributions of a fund by number, with what everybody got of each. */
export async function listDistributions(tx: Tx, fundId: string, point: TimePoint): Promise<DistributionRow[]> {
  return tx.query(
    `with part as (${PARTS}),
          share as (select part.number, part.paid_on, part.partner_id, p.ordinal, y.name, sum(amount) as amount, sum(carry) as carry, sum(recallable) as recallable
                      from part join fund_partner p on p.id = part.partner_id join party y on y.id = p.party_id group by 1, 2, 3, 4, 5)
     select s.number, r.id as "runId", coalesce(r.kind, 'IMPORTED') as kind, min(s.paid_on)::text as "paidOn",
            coalesce(r.source, (select max(d.source) from distribution d where d.fund_id = $1 and d.number = s.number)) as source,
            r.obligation_met as "obligationMet", v.reason as "reversedReason", r.terms, r.plan, r.sha256,
            json_agg(json_build_object('partnerId', s.partner_id, 'partner', s.name, 'amountWon', s.amount::text, 'carryWon', s.carry::text, 'recallableWon', s.recallable::text)
                     order by s.ordinal) as parts
       from share s
       left join distribution_run r on r.fund_id = $1 and r.number = s.number
       left join distribution_reversal v on v.run_id = r.id and v.known_at < $3
      group by s.number, r.id, v.reason order by s.number`,
    [fundId, point.asOf, point.knownBefore],
  );
}
