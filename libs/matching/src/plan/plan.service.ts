import type { LocalDate } from '#libs/calendar';
import type { Command, Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { getApplication, receiveApplication, type InstitutionType } from '#libs/grant';
import { normaliseName } from '#libs/identifier';
import { ZERO_WON } from '#libs/money';
import { partyKey, type PartyDraft } from '#libs/party';
import type { Commitment } from '../match/match.js';
import { getPool, policiesOfPool } from '../pool/pool.query.js';
import { MATCHING_POLICIES, matchTerms } from '../pool/pool.policy.js';
import { companyOrPerformerLiesInAZone } from '../zone/zone.rules.js';
import { zonesOfDay } from '../zone/zone.query.js';
import { relationsBetween } from './plan.query.js';
import { askedOf, governmentBearsItsPartAtMost, relationIsLookedAt } from './plan.rules.js';
import { insertPlan } from './plan.store.js';
import type { PlanFacts } from './plan.js';

/** A company or institution that takes part. */
export interface PlanParty {
  readonly organisation: PartyDraft;
  readonly institution: InstitutionType;
}

export interface PlanProject extends PlanFacts {
  readonly callId: string;
  readonly receivedOn: LocalDate;
  readonly title: string;
  readonly technology: string | null;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly company: PlanParty;
  readonly performer: PlanParty;
  readonly researcherNumber: string | null;
}

export interface PlannedProject {
  readonly applicationId: string;
  readonly number: string;
  /** What the plan asks of the government, whatever the pool has left. */
  readonly asked: Commitment;
  /** What the check of the application would say today. */
  readonly checks: readonly Verdict[];
}

/**
 * `matching-project.plan`: a company plans a project and says which researcher it chose and why. It comes in as an application of
 * the pool, with the performer in the lead: both are checked and evaluated like any other. Received whatever the rules say.
 */
export const planProject: Command<PlanProject, PlannedProject> = {
  name: 'matching-project.plan',
  async execute(tx, context, input) {
    const pool = await getPool(tx, input.callId);
    const policies = await policiesOfPool(tx, pool, input.receivedOn);
    const terms = matchTerms(policies);
    requireTwo(input);
    const asked = askedOf(input, terms);
    const { applicationId, number, verdicts } = await receiveApplication.execute(tx, context, {
      ...{ callId: pool.id, number: null, applicants: applicantsOfPlan(input, asked) },
      facts: { receivedOn: input.receivedOn, title: input.title, technology: input.technology, subProgramme: null, broker: null, periodFrom: input.periodFrom, periodTo: input.periodTo, note: null },
    });
    const [performer, company] = (await getApplication(tx, applicationId)).applicants;
    await insertPlan(tx, context, { ...planOf(input), applicationId, companyId: company?.partyId ?? '', performerId: performer?.partyId ?? '' });
    const recorded = await relationsBetween(tx, company?.partyId ?? '', performer?.partyId ?? '', input.receivedOn);
    const zone = companyOrPerformerLiesInAZone({ company: input.companyZone, performer: input.performerZone }, await zonesOfDay(tx, input.receivedOn), input.receivedOn, policies.sourced(MATCHING_POLICIES.zoneRequired, policies.flag(MATCHING_POLICIES.zoneRequired)));
    context.judge([asRemark(zone), relationIsLookedAt(input, recorded), asRemark(governmentBearsItsPartAtMost(asked.governmentWon, input.privateWon, terms))]);
    context.announce('grant.changed', { callId: pool.id });
    return { applicationId, number, asked, checks: verdicts };
  },
};

/** The performer leads, with the private money on its account; the company stands beside it, so that it is checked too. */
function applicantsOfPlan({ performer, company, privateWon, researcher, researcherNumber }: PlanProject, { governmentWon }: Commitment) {
  const none = { governmentWon: ZERO_WON, ownCashWon: ZERO_WON, ownInKindWon: ZERO_WON, localWon: ZERO_WON, otherWon: ZERO_WON };
  return [
    { ...none, ...performer, role: 'LEAD' as const, investigator: researcher, investigatorNumber: researcherNumber, governmentWon, ownCashWon: privateWon },
    { ...none, ...company, role: 'JOINT' as const, investigator: null, investigatorNumber: null },
  ];
}

const planOf = ({ privateWon, matchBasisPoints, researcher, chosenBecause, relation, relationNote, companyZone, companyPlace, performerZone, performerPlace, ipTerms, royaltyTerms }: PlanFacts): PlanFacts => ({
  ...{ privateWon, matchBasisPoints, researcher, chosenBecause, relation, relationNote, companyZone, companyPlace, performerZone, performerPlace, ipTerms, royaltyTerms },
});

function requireTwo({ company, performer, relation, relationNote }: PlanProject): void {
  const key = ({ organisation }: PlanParty): string => partyKey(organisation, normaliseName(organisation.name));
  if (key(company) === key(performer)) {
    throw invalidField('/performer', 'matching-project.chose-itself', { ko: '참여기업과 수행기관이 같습니다. 기업이 고른 수행기관을 적어 주세요.', en: 'The company cannot be its own performer. Name the institution that it chose.' });
  }
  if (relation !== 'NONE' && relationNote === null) throw invalidField('/relationNote', 'matching-project.relation-unexplained', { ko: '어떤 관계인지 적어 주세요.', en: 'Say which relation it is.' });
}

/** A plan is received whatever the rules say; they bind when the agreement is concluded. */
const asRemark = (verdict: Verdict): Verdict => (verdict.result === 'BLOCK' ? { ...verdict, result: 'WARN' } : verdict);
