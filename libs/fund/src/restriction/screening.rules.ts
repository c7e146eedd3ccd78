import type { Verdict } from '#libs/command';
import type { PolicySet } from '#libs/policy';
import { judgeConduct, type ConductFacts } from './conduct.rules.js';
import { judgeExposures } from './exposure.rules.js';
import { judgeProhibitions } from './prohibition.rules.js';
import { counterpartyIsUnrelated, relatedPath, type RelatedPath, type RelatedPartyTerms, type Relationship } from './related-party.rules.js';
import { BRIDGE_MOST_DAYS, exposureLimits, KEY_MANAGERS_MINIMUM, restrictionTerms, WAIVER_APPROVERS } from './restriction.policy.js';
import type { DealDisclosure, ExposureFacts, Restriction, Waiver } from './restriction.js';
import { applyWaivers } from './waiver.rules.js';

/** Everything that the restrictions look at before a deal is paid (docs/domain.md §2.7). */
export interface ScreeningFacts {
  readonly exposure: ExposureFacts;
  readonly companyId: string;
  readonly generalPartnerId: string;
  /** With whom the fund deals: the company, and whoever sells old shares; parties or funds. */
  readonly counterparties: readonly string[];
  readonly graph: readonly Relationship[];
  readonly everyPartnerConsented: boolean;
  readonly disclosure: DealDisclosure;
  readonly conduct: Omit<ConductFacts, 'keyManagersMinimum' | 'bridgeMostDays'>;
  readonly waivers: readonly Waiver[];
}

const LAW_CLAUSE = '벤처투자 촉진에 관한 법률 제52조, 시행령 제2조·제36조';
const CONDUCT_CLAUSE = '조합규약(핵심운용인력·이해상충·브릿지론)';

/** The verdicts of all restrictions: limits first, then what the law forbids, then conduct; waivers are applied to the soft ones. */
export function screenDeal(facts: ScreeningFacts, policies: PolicySet): Verdict[] {
  const { fundId, amountWon, paidOn } = facts.exposure.deal;
  const terms = restrictionTerms(policies, LAW_CLAUSE);
  const minimums = { keyManagersMinimum: policies.integer(KEY_MANAGERS_MINIMUM, 0), bridgeMostDays: policies.integer(BRIDGE_MOST_DAYS, 0) };
  const restrictions: Restriction[] = [
    ...judgeExposures(facts.exposure, exposureLimits(policies)),
    ...judgeProhibitions(facts.disclosure, terms),
    counterpartyIsUnrelated(firstPath(facts, terms), facts.everyPartnerConsented, terms),
    ...judgeConduct({ ...facts.conduct, ...minimums }, CONDUCT_CLAUSE),
  ];
  // Where nobody decided how many people sign a waiver, none counts.
  const approvers = policies.integer(WAIVER_APPROVERS, Number.MAX_SAFE_INTEGER);
  return applyWaivers(restrictions, facts.waivers, { fundId, companyId: facts.companyId, amountWon, on: paidOn }, approvers);
}

function firstPath(facts: ScreeningFacts, terms: RelatedPartyTerms): RelatedPath | null {
  const { fundId, paidOn } = facts.exposure.deal;
  const paths = facts.counterparties.map((counterpartyId) => relatedPath({ fundId, generalPartnerId: facts.generalPartnerId, counterpartyId }, facts.graph, terms, paidOn));
  return paths.find((path) => path !== null) ?? null;
}
