import { localDate, type LocalDate } from '#libs/calendar';
import { askPrepared, type Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import { won, type Won } from '#libs/money';
import type { Fund, Partner } from './fund.js';

/** Everything on record, whatever its date: what limits are measured against when something new is recorded. */
export const EVERYTHING: TimePoint = { asOf: localDate('2199-12-31'), knownBefore: new Date('2200-01-01T00:00:00Z') };

/** A fund with its periods as they were last extended. */
export interface FundRow extends Fund {
  readonly programmeId: string;
  readonly vintageYear: number;
  /** The first of those who manage it. */
  readonly generalPartner: string;
  /** Parties of all who manage it, in the order of the agreement. */
  readonly generalPartnerIds: readonly string[];
  readonly custodian: string;
  /** Null while it lives. */
  readonly dissolvedOn: LocalDate | null;
}

/** What changed hands of a partner's units; `$1` date, `$2` known before. */
const MOVED_UNITS = `(select coalesce(sum(case when t.to_id = p.id then t.units else -t.units end), 0)
                        from commitment_transfer t where p.id in (t.from_id, t.to_id) and t.effective_on <= $1 and t.known_at < $2)`;

const FUND_SELECT = `
  select f.id, f.number, f.name, f.vintage_id as "vintageId", v.programme_id as "programmeId", v.year as "vintageYear",
         coalesce(m.name, g.name) as "generalPartner", coalesce(m.ids, array[f.general_partner_id]) as "generalPartnerIds", f.custodian,
         f.unit_won as "unitWon", f.committed_won as "committedWon",
         f.founded_on as "foundedOn", f.registered_on as "registeredOn", f.investment_from as "investmentFrom",
         greatest(f.investment_to, x.investment_to) as "investmentTo", greatest(f.life_to, x.life_to) as "lifeTo", z.dissolved_on as "dissolvedOn"
    from fund f join vintage v on v.id = f.vintage_id join party g on g.id = f.general_partner_id
    left join fund_dissolution z on z.fund_id = f.id and z.dissolved_on <= $1 and z.known_at < $2
    left join lateral (select max(e.investment_to) as investment_to, max(e.life_to) as life_to
                         from fund_extension e where e.fund_id = f.id and e.decided_on <= $1 and e.known_at < $2) x on true
    left join lateral (select array_agg(p.party_id order by p.ordinal) as ids, (array_agg(y.name order by p.ordinal))[1] as name
                         from fund_partner p join party y on y.id = p.party_id
                        where p.fund_id = f.id and p.kind = 'GENERAL' and p.units + ${MOVED_UNITS} > 0) m on true`;

type Raw<T> = { readonly [K in keyof T]: T[K] extends Won ? string : T[K] };

function toFund(row: Raw<FundRow>): FundRow {
  return { ...row, unitWon: won(row.unitWon), committedWon: won(row.committedWon) };
}

export async function listFunds(tx: Tx, programmeId: string | null = null, point: TimePoint = EVERYTHING): Promise<FundRow[]> {
  const rows: Raw<FundRow>[] = await tx.query(`${FUND_SELECT} where $3::uuid is null or v.programme_id = $3 order by f.number`, [point.asOf, point.knownBefore, programmeId]);
  return rows.map(toFund);
}

/** A fund, its periods and who manages it as of a date as known at a time; as they are now where none is given. */
export async function getFund(tx: Tx, fundId: string, point: TimePoint = EVERYTHING): Promise<FundRow> {
  const rows = await askPrepared<Raw<FundRow>>(tx, `${FUND_SELECT} where f.id = $3`, [point.asOf, point.knownBefore, fundId]);
  if (rows[0] === undefined) throw notFound({ ko: '조합', en: 'fund' }, fundId);
  return toFund(rows[0]);
}

export interface PartnerRow extends Partner {
  readonly partyId: string;
  readonly businessNumber: string | null;
  readonly units: string;
  readonly signedOn: LocalDate;
  readonly contact: string | null;
  /** A professional investor, whom the legal head count of limited partners leaves out. */
  readonly professional: boolean;
  readonly calledWon: Won;
  readonly paidInWon: Won;
  readonly distributedWon: Won;
  /** Of what was distributed, what may be called again: it counts as not called. */
  readonly recalledWon: Won;
}

/**
 * The partners of a fund in their order, with what they hold and what was called, came and went back by `asOf` as known before
 * `knownBefore`. What was called, paid and given back on units goes with them when they change hands; whoever took over units is
 * a partner from that day on.
 */
export async function listPartners(tx: Tx, fundId: string, asOf: LocalDate, knownBefore: Date): Promise<PartnerRow[]> {
  const rows: Raw<PartnerRow>[] = await tx.query(
    `select p.id, y.name, p.kind, p.ordinal, p.party_id as "partyId", y.business_number as "businessNumber",
            (p.commitment_won + m.commitment)::bigint as "commitmentWon", (p.units + m.units)::bigint as units,
            p.signed_on as "signedOn", p.contact, coalesce(p.professional, false) as professional,
            (m.called + (select coalesce(sum(s.amount_won), 0) from capital_call_share s join capital_call c on c.id = s.call_id
              where s.partner_id = p.id and coalesce(c.notice_on, c.due_on) <= $2 and c.known_at < $3))::bigint as "calledWon",
            (m.paid_in + (select coalesce(sum(r.amount_won), 0) from receipts_standing($3) r
              where r.partner_id = p.id and r.value_on <= $2))::bigint as "paidInWon",
            (m.distributed + (select coalesce(sum(d.amount_won), 0) from distribution d
              where d.partner_id = p.id and d.paid_on <= $2 and d.known_at < $3))::bigint as "distributedWon",
            (m.recalled + (select coalesce(sum(c.amount_won), 0) from distribution_recallable c join distribution d on d.id = c.distribution_id
              where d.partner_id = p.id and d.paid_on <= $2 and d.known_at < $3))::bigint as "recalledWon"
       from fund_partner p join party y on y.id = p.party_id
       cross join lateral (
         select count(*) as moves, coalesce(sum(s.sign * t.units), 0) as units, coalesce(sum(s.sign * t.commitment_won), 0) as commitment,
                coalesce(sum(s.sign * t.called_won), 0) as called, coalesce(sum(s.sign * t.paid_in_won), 0) as paid_in,
                coalesce(sum(s.sign * t.recalled_won), 0) as recalled, coalesce(sum(s.sign * t.distributed_won), 0) as distributed
           from commitment_transfer t cross join lateral (select case when t.to_id = p.id then 1 else -1 end as sign) s
          where p.id in (t.from_id, t.to_id) and t.effective_on <= $2 and t.known_at < $3) m
      where p.fund_id = $1 and (p.units > 0 or m.moves > 0) order by p.ordinal`,
    [fundId, asOf, knownBefore],
  );
  return rows.map((row) => ({
    ...row,
    commitmentWon: won(row.commitmentWon),
    calledWon: won(row.calledWon),
    paidInWon: won(row.paidInWon),
    distributedWon: won(row.distributedWon),
    recalledWon: won(row.recalledWon),
  }));
}

/**
 * Makes everything that changes one fund's limits wait its turn, until the transaction ends. The rows of a fund never
 * change, so there is no row whose lock would do.
 */
export async function lockFund(tx: Tx, fundId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('fund ' || $1, 0))`, [fundId]);
}

/** Whether the fund was on record by then. Terms that programmes lay down bear on it before, and its accounts are empty until then. */
export async function wasFormedBy(tx: Tx, fundId: string, knownBefore: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from fund where id = $1 and known_at < $2', [fundId, knownBefore]);
  return rows.length > 0;
}
