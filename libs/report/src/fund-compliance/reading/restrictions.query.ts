import { quarterEnd, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { exposureLimits, isOfClass, listDealTraits, listWaiverRows, type ExposureLimit, type FundRow, type InvestmentRow } from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { shareOf, sumWon, won, type Won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import type { LimitUse, RelatedDeal, RestrictionFacts, WaiverLine } from '../conduct/conduct.js';

/** The check of a deal that asks who stands behind the other side. */
const RELATED_RULE = 'counterparty-is-unrelated';
/** A limit of the whole base is none. */
const NO_LIMIT = 10_000;

interface CountedDeal {
  readonly company: string;
  readonly amountWon: Won;
  readonly paidOn: LocalDate;
  readonly traits: Readonly<Record<string, string>>;
}

/** Limits with what stands under them, deals with related parties and waivers, at one point in both times. `standing` are the deals that count. */
export async function readRestrictions(tx: Tx, fund: FundRow, standing: readonly InvestmentRow[], policies: PolicySet, point: TimePoint): Promise<RestrictionFacts> {
  const traits = await listDealTraits(tx, [fund.id], point);
  const deals = standing.map((deal): CountedDeal => ({ company: deal.company, amountWon: won(deal.amountWon), paidOn: deal.paidOn, traits: traits.get(deal.id) ?? {} }));
  const manager = await readManaged(tx, fund, point);
  const limits = exposureLimits(policies).filter((limit) => limit.cap < NO_LIMIT);
  return {
    limits: limits.flatMap((limit) => (limit.level === 'FUND' ? usesOf(limit, deals, fund.committedWon, point.asOf) : [useByManager(limit, manager)])),
    waivers: await readWaivers(tx, fund.id, point),
    related: await readRelated(tx, fund.id, point),
  };
}

/** One line for each company or project that a limit counts apart, the largest first; one for the fund where it counts all. */
function usesOf(limit: ExposureLimit, all: readonly CountedDeal[], baseWon: Won, asOf: LocalDate): LimitUse[] {
  const ofPeriod = limit.period === 'WHOLE_LIFE' ? all : all.filter((deal) => quarterEnd(deal.paidOn) === quarterEnd(asOf));
  const deals = ofPeriod.filter((deal) => isOfClass(deal.traits, limit.counts));
  const rest = { name: limit.name, capWon: shareOf(baseWon, limit.cap, 'floor'), capBasisPoints: limit.cap, clause: limit.clause, hardness: limit.hardness };
  const { per } = limit;
  if (per === null) return [{ ...rest, subject: null, usedWon: sumWon(deals.map((deal) => deal.amountWon)) }];
  const groups = new Map<string, CountedDeal[]>();
  for (const deal of deals) {
    const key = deal.traits[per] ?? '';
    groups.set(key, [...(groups.get(key) ?? []), deal]);
  }
  return [...groups]
    .map(([key, own]) => ({ ...rest, subject: per === 'company' ? (own[0]?.company ?? key) : key, usedWon: sumWon(own.map((deal) => deal.amountWon)) }))
    .sort((one, other) => (one.usedWon === other.usedWon ? one.subject.localeCompare(other.subject, 'ko') : one.usedWon > other.usedWon ? -1 : 1));
}

interface Managed {
  readonly committedWon: Won;
  readonly listedWon: Won;
}

/** All funds of the general partner, seen or not: the law counts over them. */
async function readManaged(tx: Tx, fund: FundRow, { asOf, knownBefore }: TimePoint): Promise<Managed> {
  const rows: { committed: string; listed: string }[] = await tx.query(
    `select coalesce(sum(g.committed_won), 0)::text as committed, coalesce(sum(g.listed_won), 0)::text as listed
       from fund f cross join lateral general_partner_funds(f.general_partner_id, $2, $3) g where f.id = $1`,
    [fund.id, asOf, knownBefore],
  );
  return { committedWon: won(rows[0]?.committed ?? '0'), listedWon: won(rows[0]?.listed ?? '0') };
}

const useByManager = (limit: ExposureLimit, { committedWon, listedWon }: Managed): LimitUse => ({
  name: limit.name,
  subject: '업무집행조합원의 전체 조합',
  usedWon: listedWon,
  capWon: shareOf(committedWon, limit.cap, 'floor'),
  capBasisPoints: limit.cap,
  clause: limit.clause,
  hardness: limit.hardness,
});

/** Leave that was in force on some day up to the point's; what was ended later had its last day then. */
async function readWaivers(tx: Tx, fundId: string, { asOf, knownBefore }: TimePoint): Promise<WaiverLine[]> {
  const rows = await listWaiverRows(tx, fundId, knownBefore);
  return rows
    .filter((row) => row.validFrom <= asOf)
    .map((row) => ({
      rule: row.rule,
      company: row.company,
      mostWon: row.mostWon === null ? null : won(row.mostWon),
      validFrom: row.validFrom,
      validTo: row.endedOn !== null && row.endedOn < row.validTo ? row.endedOn : row.validTo,
      approvedBy: row.signers.map(({ name }) => name).join(', '),
      reason: row.reason,
    }))
    .reverse();
}

/** Deals for which the check spoke up, and those that all partners had consented to. */
async function readRelated(tx: Tx, fundId: string, { asOf, knownBefore }: TimePoint): Promise<RelatedDeal[]> {
  const rows: (Omit<RelatedDeal, 'amountWon'> & { amountWon: string })[] = await tx.query(
    `select i.number, y.name as company, i.amount_won::text as "amountWon", v.text_ko as finding, v.clause
       from investment i
       join party y on y.id = i.company_id
       join rule_verdict v on v.subject_id = i.id and v.rule = $4 and v.known_at < $3
      where i.fund_id = $1 and i.paid_on <= $2 and i.known_at < $3
        and (v.result <> 'PASS' or exists (select 1 from deal_term t where t.investment_id = i.id and t.consent_document_id is not null))
        and not exists (select 1 from investment_void x where x.investment_id = i.id and x.known_at < $3)
      order by i.paid_on, i.number, v.id`,
    [fundId, asOf, knownBefore, RELATED_RULE],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon) }));
}
