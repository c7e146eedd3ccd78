import { addDays, addYears } from '#libs/calendar';
import { CALL_POLICIES, knownFrom, NO_GRANT_FACTS, recordAgreements, type Recording } from '#libs/grant';
import { normaliseName } from '#libs/identifier';
import { won, ZERO_WON, type Won } from '#libs/money';
import { ensureParties, partyKey, type PartyDraft } from '#libs/party';
import type { PolicySet } from '#libs/policy';
import { numberKey } from '#libs/sheet';
import { commitInTurn, type QueuedCommitment } from '../../match/match.rules.js';
import { nextPosition } from '../../project/project.query.js';
import { insertProject } from '../../project/project.store.js';
import { zoneNamed, zonesOn } from '../../zone/zone.rules.js';
import type { Zone } from '../../zone/zone.js';
import { termsOf } from '../reading/book.import.js';
import type { MatchingLimits } from '../register-limits.rules.js';
import type { ProjectFact } from '../register.js';

/** What the recording of projects goes by, beside the file. */
export interface ProjectRecording {
  readonly recording: Recording;
  readonly limits: MatchingLimits;
  readonly policies: PolicySet;
  readonly zones: readonly Zone[];
  /** Of the budget, for the projects of this file; won. */
  readonly budgetLeftWon: Won;
}

/** What the government commits to the projects that are new, in turn, by `numberKey`. */
export function commitmentsOf(projects: readonly ProjectFact[], { limits, budgetLeftWon }: Pick<ProjectRecording, 'limits' | 'budgetLeftWon'>): ReadonlyMap<string, QueuedCommitment> {
  const queue = commitInTurn(budgetLeftWon, projects.map((fact) => ({ number: fact.number, agreedOn: fact.agreedOn, privateWon: fact.privateWon, terms: termsOf(fact, limits) })));
  return new Map(queue.map((each) => [numberKey(each.number), each]));
}

/** Projects as their register tells of them, in the order in which the pool was given out; the government's part as it follows in turn. */
export async function recordProjects(at: ProjectRecording, projects: readonly ProjectFact[]): Promise<void> {
  const { recording } = at;
  const committed = commitmentsOf(projects, at);
  const parties = await partiesOf(recording, projects);
  const agreements = projects.map((fact) => agreementOf(fact, committed.get(numberKey(fact.number))?.governmentWon ?? ZERO_WON, at.policies));
  await recordAgreements({ ...recording, parties: new Map(projects.map((fact) => [performerKey(fact), parties.performer(fact)])) }, { ...NO_GRANT_FACTS, agreements });
  let position = await nextPosition(recording.tx, recording.call.id);
  const inTurn = [...committed.keys()].map((key) => projects.find((fact) => numberKey(fact.number) === key)).filter((fact) => fact !== undefined);
  for (const fact of inTurn) {
    const commitment = committed.get(numberKey(fact.number));
    const agreementId = recording.agreements.get(numberKey(fact.number))?.id;
    if (commitment === undefined || agreementId === undefined) continue;
    await insertProject(recording.tx, recording.context, { ...factsOf(fact, commitment, at), agreementId, companyId: parties.company(fact), performerId: parties.performer(fact), position }, knownFrom(fact.agreedOn, recording.context));
    position += 1;
  }
}

function factsOf(fact: ProjectFact, { governmentWon, bound, budgetLeftBeforeWon }: QueuedCommitment, { recording, limits, zones }: ProjectRecording) {
  const terms = termsOf(fact, limits);
  return {
    ...{ callId: recording.call.id, researcher: fact.researcher, chosenBecause: null, relation: null, relationNote: null, ipTerms: null, royaltyTerms: null },
    // Whether the company or the performer lies in it, a register does not say.
    ...{ zoneId: fact.zone === null ? null : (zoneNamed(fact.zone, zonesOn(zones, fact.agreedOn))?.id ?? null), zoneParty: null, zoneStated: fact.zone },
    ...{ privateWon: fact.privateWon, matchBasisPoints: terms.match, governmentAtMost: terms.governmentAtMost, capWon: terms.capPerProjectWon, budgetLeftWon: budgetLeftBeforeWon },
    ...{ governmentWon, bound, statedGovernmentWon: fact.statedGovernmentWon, committedOn: fact.agreedOn },
  };
}

/** The agreement that a project is. A register says neither when it ends nor what its performer is: the years of the pool, and an institution. */
function agreementOf(fact: ProjectFact, governmentWon: Won, policies: PolicySet) {
  const years = policies.integer(CALL_POLICIES.projectYears, 1);
  return {
    ...{ number: fact.number, projectNumber: null, title: fact.title, organisation: fact.performer ?? fact.company, businessNumber: performerKey(fact), note: null },
    institution: fact.performer === null ? ('SME' as const) : ('NON_PROFIT' as const),
    ...{ agreedOn: fact.agreedOn, from: fact.agreedOn, to: addDays(addYears(fact.agreedOn, years), -1), investigator: fact.researcher },
    ...{ governmentWon, ownCashWon: fact.privateWon, ownInKindWon: won(0n) },
  };
}

/** A performer is known by its name; where the register names none, the company is paid itself. */
const performerKey = ({ performer, businessNumber }: ProjectFact): string => (performer === null ? businessNumber : partyKey({ name: performer, businessNumber: null }, normaliseName(performer)));

async function partiesOf({ tx }: Recording, projects: readonly ProjectFact[]): Promise<{ readonly company: (fact: ProjectFact) => string; readonly performer: (fact: ProjectFact) => string }> {
  const draft = (kind: PartyDraft['kind'], name: string, businessNumber: string | null): PartyDraft => ({ kind, name, businessNumber, corporateNumber: null, incorporatedOn: null });
  const ids = await ensureParties(tx, projects.flatMap(({ company, businessNumber, performer }) => [draft('COMPANY', company, businessNumber), ...(performer === null ? [] : [draft('INSTITUTION', performer, null)])]));
  return { company: ({ businessNumber }) => ids.get(businessNumber) ?? '', performer: (fact) => ids.get(performerKey(fact)) ?? '' };
}
