import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { policiesInForce, type PolicySet } from '#libs/policy';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import type { Instrument } from '../investment/investment.js';
import type { Traits } from '../obligation/mandate/mandate.js';
import { EARLY_YEARS } from './deal.policy.js';
import { dealTraits, type StageYears, type TraitFacts } from './deal-trait.rules.js';

interface Row {
  readonly id: string;
  readonly companyId: string;
  readonly instrument: Instrument;
  readonly paidOn: LocalDate;
  readonly incorporatedOn: LocalDate | null;
  readonly route: string | null;
  readonly hasTerms: boolean;
  readonly newlyIssued: boolean | null;
  readonly listed: boolean | null;
  readonly overseas: boolean | null;
  readonly project: string | null;
  readonly stored: Record<string, string | null> | null;
}

/**
 * What every deal of the funds is at one point in both times, by investment: what was recorded of it, and what follows from
 * other facts (docs/domain.md §2.3). A claim that is not decided gives no `route` and no `purpose`: `withRecognition` does.
 */
export async function listDealTraits(tx: Tx, fundIds: readonly string[], point: TimePoint): Promise<Map<string, Traits>> {
  const years = stageYears(await policiesInForce(tx, ['*'], point.asOf, point.knownBefore));
  const rows: Row[] = await tx.query(
    `select i.id, i.company_id as "companyId", i.instrument, i.paid_on as "paidOn", y.incorporated_on as "incorporatedOn",
            case when c.decision = 'QUALIFIED' then c.route end as route,
            t.investment_id is not null as "hasTerms", t.newly_issued as "newlyIssued", t.listed, t.overseas, t.project, s.stored
       from investment i
       join party y on y.id = i.company_id
       left join deal_term t on t.investment_id = i.id
       left join lateral (select decision, route from classification c
                           where c.investment_id = i.id and c.effective_on <= $2 and c.known_at < $3
                           order by c.known_at desc, c.id desc limit 1) c on true
       left join lateral (select json_object_agg(dimension, value) as stored
                            from (select distinct on (dimension) dimension, value from deal_trait d
                                   where d.investment_id = i.id and d.effective_on <= $2 and d.known_at < $3
                                   order by dimension, known_at desc, id desc) latest) s on true
      where i.fund_id = any($1::uuid[]) and i.kind <> 'CONVERSION' and i.paid_on <= $2 and i.known_at < $3`,
    [fundIds, point.asOf, point.knownBefore],
  );
  return new Map(rows.map((row) => [row.id, dealTraits(factsOf(row), years)]));
}

/** The ages by which a company is early or a start-up; none where nobody decided, so that no deal counts as either. */
export const stageYears = (policies: PolicySet): StageYears => ({
  early: policies.integer(EARLY_YEARS, 0),
  startup: policies.integer(FUND_POLICIES.startupYears, 0),
});

function factsOf({ hasTerms, newlyIssued, listed, overseas, project, stored, ...row }: Row): TraitFacts {
  const values = Object.entries(stored ?? {}).flatMap(([dimension, value]): [string, string][] => (value === null ? [] : [[dimension, value]]));
  return {
    ...row,
    terms: hasTerms ? { newlyIssued: newlyIssued === true, listed: listed === true, overseas: overseas === true, project } : null,
    stored: Object.fromEntries(values),
  };
}
