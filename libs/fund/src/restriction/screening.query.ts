import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { sumWon, won, type Won } from '#libs/money';
import { dealTraits } from '../deal/deal-trait.rules.js';
import type { Instrument } from '../investment/investment.js';
import { EVERYTHING } from '../fund/fund.query.js';
import type { Traits } from '../obligation/mandate/mandate.js';
import { listRelationships } from '../related-party/related-party.query.js';
import { listWaivers } from '../waiver/waiver.query.js';
import type { ExposureDeal } from './restriction.js';
import type { ScreeningFacts } from './screening.rules.js';

/** A deal that is about to be paid, as the restrictions look at it. */
export interface ScreenedDeal {
  readonly fundId: string;
  readonly companyId: string;
  readonly sellerId: string | null;
  readonly amountWon: Won;
  readonly paidOn: LocalDate;
  readonly traits: Traits;
}

/** What is on record beside the deal itself. Ask under the fund's lock. */
export async function askScreening(tx: Tx, deal: ScreenedDeal): Promise<Omit<ScreeningFacts, 'disclosure' | 'conduct' | 'everyPartnerConsented'> & { readonly keyManagers: ScreeningFacts['conduct']['keyManagers'] }> {
  const { fundId, companyId, sellerId, amountWon, paidOn } = deal;
  const [fund] = await tx.query<{ committed: string; partner: string }[]>('select committed_won::text as committed, general_partner_id as partner from fund where id = $1', [fundId]);
  const generalPartnerId = fund?.partner ?? '';
  const siblings = await listSiblings(tx, generalPartnerId);
  const others = siblings.filter((sibling) => sibling.fundId !== fundId);
  const { relationships, keyManagers } = await listRelationships(tx, { fundId, generalPartnerId, managedFundIds: others.map((other) => other.fundId) });
  return {
    exposure: {
      deal: { fundId, amountWon, paidOn, traits: { ...deal.traits, company: companyId } },
      standing: [...(await listStanding(tx, fundId)), ...others.map(listedElsewhere)],
      committedWon: won(fund?.committed ?? 0),
      generalPartnerCommittedWon: sumWon(siblings.map(({ committedWon }) => committedWon)),
    },
    companyId,
    generalPartnerId,
    counterparties: [companyId, ...(sellerId === null ? [] : [sellerId])],
    graph: relationships,
    waivers: await listWaivers(tx, fundId, EVERYTHING.knownBefore),
    keyManagers,
  };
}

interface Sibling {
  readonly fundId: string;
  readonly committedWon: Won;
  readonly listedWon: Won;
}

/** All funds of the general partner, seen or not: the law counts over them. */
async function listSiblings(tx: Tx, generalPartnerId: string): Promise<Sibling[]> {
  const rows: { fund_id: string; committed_won: string; listed_won: string }[] = await tx.query('select * from general_partner_funds($1, $2, $3)', [
    generalPartnerId,
    EVERYTHING.asOf,
    EVERYTHING.knownBefore,
  ]);
  return rows.map((row) => ({ fundId: row.fund_id, committedWon: won(row.committed_won), listedWon: won(row.listed_won) }));
}

/** Of a sister fund only the sum of what is listed counts, so one deal stands for all of them. */
const listedElsewhere = ({ fundId, listedWon }: Sibling): ExposureDeal => ({ fundId, amountWon: listedWon, paidOn: EVERYTHING.asOf, traits: { market: 'LISTED' } });

interface StandingRow {
  readonly amountWon: string;
  readonly paidOn: LocalDate;
  readonly companyId: string;
  readonly instrument: Instrument;
  readonly newlyIssued: boolean | null;
  readonly listed: boolean | null;
  readonly overseas: boolean | null;
  readonly project: string | null;
}

/** The deals of a fund that stand, with the traits that limits ask for: none of them hangs on recognition or on age. */
async function listStanding(tx: Tx, fundId: string): Promise<ExposureDeal[]> {
  const rows: StandingRow[] = await tx.query(
    `select i.amount_won::text as "amountWon", i.paid_on as "paidOn", i.company_id as "companyId", i.instrument,
            t.newly_issued as "newlyIssued", t.listed, t.overseas, t.project
       from investment i left join deal_term t on t.investment_id = i.id
      where i.fund_id = $1 and i.kind <> 'CONVERSION'
        and not exists (select 1 from investment_void v where v.investment_id = i.id)
        and not exists (select 1 from investment_exit x where x.investment_id = i.id and x.kind = 'RESCISSION')`,
    [fundId],
  );
  return rows.map(({ amountWon, paidOn, newlyIssued, listed, overseas, ...row }) => {
    const terms = newlyIssued === null ? null : { newlyIssued, listed: listed === true, overseas: overseas === true, project: row.project };
    const traits = dealTraits({ ...row, paidOn, incorporatedOn: null, route: null, terms, stored: {} }, NO_STAGES);
    return { fundId, amountWon: won(amountWon), paidOn, traits };
  });
}

/** No limit asks how old a company is. */
const NO_STAGES = { early: 0, startup: 0 };
