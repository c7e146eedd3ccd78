import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import type { Fund, Partner } from './fund.js';

export interface FundRow extends Fund {
  readonly programmeId: string;
  readonly vintageYear: number;
  readonly generalPartner: string;
  readonly custodian: string;
}

const FUND_SELECT = `
  select f.id, f.number, f.name, f.vintage_id as "vintageId", v.programme_id as "programmeId", v.year as "vintageYear",
         g.name as "generalPartner", f.custodian, f.unit_won as "unitWon",
         f.committed_won as "committedWon",
         f.founded_on as "foundedOn", f.registered_on as "registeredOn", f.investment_from as "investmentFrom",
         f.investment_to as "investmentTo", f.life_to as "lifeTo"
    from fund f join vintage v on v.id = f.vintage_id join party g on g.id = f.general_partner_id`;

type Raw<T> = { readonly [K in keyof T]: T[K] extends Won ? string : T[K] };

function toFund(row: Raw<FundRow>): FundRow {
  return { ...row, unitWon: won(row.unitWon), committedWon: won(row.committedWon) };
}

export async function listFunds(tx: Tx, programmeId: string | null = null): Promise<FundRow[]> {
  const rows: Raw<FundRow>[] = await tx.query(`${FUND_SELECT} where $1::uuid is null or v.programme_id = $1 order by f.number`, [programmeId]);
  return rows.map(toFund);
}

export async function getFund(tx: Tx, fundId: string): Promise<FundRow> {
  const rows: Raw<FundRow>[] = await tx.query(`${FUND_SELECT} where f.id = $1`, [fundId]);
  if (rows[0] === undefined) throw notFound({ ko: '조합', en: 'fund' }, fundId);
  return toFund(rows[0]);
}

export interface PartnerRow extends Partner {
  readonly partyId: string;
  readonly businessNumber: string | null;
  readonly units: string;
  readonly signedOn: LocalDate;
  readonly contact: string | null;
  readonly calledWon: Won;
  readonly paidInWon: Won;
  readonly distributedWon: Won;
}

/** The partners of a fund in their order, with what was called, came and went back by `asOf` as known before `knownBefore`. */
export async function listPartners(tx: Tx, fundId: string, asOf: LocalDate, knownBefore: Date): Promise<PartnerRow[]> {
  const rows: Raw<PartnerRow>[] = await tx.query(
    `select p.id, y.name, p.kind, p.ordinal, p.party_id as "partyId", y.business_number as "businessNumber",
            p.commitment_won as "commitmentWon", p.units, p.signed_on as "signedOn", p.contact,
            (select coalesce(sum(s.amount_won), 0) from capital_call_share s join capital_call c on c.id = s.call_id
              where s.partner_id = p.id and coalesce(c.notice_on, c.due_on) <= $2 and c.known_at < $3)::bigint as "calledWon",
            (select coalesce(sum(r.amount_won), 0) from capital_receipt r
              where r.partner_id = p.id and r.value_on <= $2 and r.known_at < $3)::bigint as "paidInWon",
            (select coalesce(sum(d.amount_won), 0) from distribution d
              where d.partner_id = p.id and d.paid_on <= $2 and d.known_at < $3)::bigint as "distributedWon"
       from fund_partner p join party y on y.id = p.party_id
      where p.fund_id = $1 order by p.ordinal`,
    [fundId, asOf, knownBefore],
  );
  return rows.map((row) => ({
    ...row,
    commitmentWon: won(row.commitmentWon),
    calledWon: won(row.calledWon),
    paidInWon: won(row.paidInWon),
    distributedWon: won(row.distributedWon),
  }));
}

/**
 * Makes everything that changes one fund's limits wait its turn, until the transaction ends. The rows of a fund never
 * change, so there is no row whose lock would do.
 */
export async function lockFund(tx: Tx, fundId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('fund ' || $1, 0))`, [fundId]);
}
