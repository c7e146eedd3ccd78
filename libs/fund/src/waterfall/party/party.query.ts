import { maxDate, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { policiesInForce } from '#libs/policy';
import type { Partner } from '../../fund/fund.js';
import { fundScopes } from '../../fund/fund.policy.js';
import type { FundRow } from '../../fund/fund.query.js';
import { waterfallTerms } from '../waterfall.policy.js';
import type { WaterfallTerms } from '../waterfall.js';
import { defaultParties, partiesOf, type WaterfallParty } from './party.rules.js';

/** The decision about the parties of the waterfall that is in force. */
export interface PartyDecision {
  readonly effectiveFrom: LocalDate;
  readonly clause: string;
  readonly parties: readonly WaterfallParty[];
}

/** Of the decisions in effect by the point's date the one for the latest day, then the one known last; null where nobody decided. */
export async function findPartyDecision(tx: Tx, fundId: string, point: TimePoint): Promise<PartyDecision | null> {
  const rows: PartyDecision[] = await tx.query(
    `select d.effective_from as "effectiveFrom", d.clause,
            (select coalesce(json_agg(json_build_object('partnerId', w.partner_id, 'role', w.role, 'weight', w.weight) order by w.role, p.ordinal), '[]'::json)
               from waterfall_party w join fund_partner p on p.id = w.partner_id where w.decision_id = d.id) as parties
       from waterfall_decision d
      where d.fund_id = $1 and d.effective_from <= $2 and d.known_at < $3
      order by d.effective_from desc, d.known_at desc, d.recorded_at desc limit 1`,
    [fundId, point.asOf, point.knownBefore],
  );
  return rows[0] ?? null;
}

/** How a fund divides what it hands out on the point's date, as known then. */
export async function termsInForce(tx: Tx, fund: FundRow, partners: readonly Partner[], point: TimePoint): Promise<WaterfallTerms> {
  const decision = await findPartyDecision(tx, fund.id, point);
  const parties = decision === null ? defaultParties(partners) : partiesOf(decision.parties, partners);
  return waterfallTerms(await policiesInForce(tx, fundScopes(fund.id, fund.programmeId), maxDate(point.asOf, fund.foundedOn), point.knownBefore), parties);
}
