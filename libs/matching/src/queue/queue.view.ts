import type { CommandOutcome } from '#libs/command';
import type { ApplicationRow } from '#libs/grant';
import { sumWon, ZERO_WON } from '#libs/money';
import type { MatchingPlan } from '../plan/plan.js';
import type { DecidedQueueDto, QueueDto, QueuePlaceDto } from './queue.dto.js';
import type { DecidedPlace, QueueFacts } from './queue.query.js';
import type { QueuePlace } from './queue.rules.js';
import type { DecidedQueue } from './queue.service.js';

const COMING: readonly string[] = ['APPLIED', 'CHECKED'];

type Named = Pick<QueuePlaceDto, 'applicationId' | 'number' | 'title' | 'company' | 'performer' | 'receivedOn' | 'state' | 'agreementId'>;

function named({ id, number, title, receivedOn, state, agreementId }: ApplicationRow, plan: MatchingPlan): Named {
  return { applicationId: id, number, title, receivedOn, state, agreementId, company: plan.company, performer: plan.performer };
}

/** A place as it would be decided now. */
function shownPlace(who: Named, { candidate, position, outcome, commitment, terms, why }: QueuePlace): QueuePlaceDto {
  return {
    ...{ ...who, score: candidate.score, position, outcome, privateWon: candidate.privateWon.toString(), matchBasisPoints: terms.match, why: { ...why } },
    ...{ governmentWon: commitment?.governmentWon.toString() ?? null, bound: commitment?.bound ?? null, budgetLeftWon: commitment?.budgetLeftBeforeWon.toString() ?? null },
  };
}

/** One that is not in the queue to come: still being checked, or decided already. */
function shownOther(who: Named, plan: MatchingPlan, poolMatch: number, decided: DecidedPlace | undefined): QueuePlaceDto {
  return {
    ...{ ...who, score: null, position: decided?.position ?? null, outcome: outcomeOf(who.state), privateWon: plan.privateWon.toString(), matchBasisPoints: decided?.matchBasisPoints ?? plan.matchBasisPoints ?? poolMatch, why: null },
    ...{ governmentWon: decided?.governmentWon.toString() ?? null, bound: decided?.bound ?? null, budgetLeftWon: decided?.budgetLeftWon.toString() ?? null },
  };
}

const outcomeOf = (state: string): string | null => (state === 'SELECTED' || state === 'AGREED' ? 'SELECTED' : state === 'REJECTED' ? 'REJECTED' : null);

export function viewQueue(facts: QueueFacts, poolMatch: number): QueueDto {
  const { budgetLeftWon, places, applications, plans, decided } = facts;
  const inQueue = new Set(places.map(({ candidate }) => candidate.applicationId));
  const others = applications.flatMap((application) => {
    const plan = plans.get(application.id);
    return plan === undefined || inQueue.has(application.id) ? [] : [shownOther(named(application, plan), plan, poolMatch, decided.get(application.id))];
  });
  const amountWon = sumWon(places.filter(({ outcome }) => outcome === 'SELECTED').map(({ commitment }) => commitment?.governmentWon ?? ZERO_WON));
  return {
    ...{ budgetLeftWon: budgetLeftWon.toString(), amountWon: amountWon.toString(), next: shownPlaces(facts) },
    coming: others.filter(({ state }) => COMING.includes(state)),
    decided: others.filter(({ state }) => !COMING.includes(state)).sort((one, other) => (one.position ?? Infinity) - (other.position ?? Infinity)),
  };
}

export function shownPlaces({ places, applications, plans }: Pick<QueueFacts, 'places' | 'applications' | 'plans'>): QueuePlaceDto[] {
  return places.flatMap((place) => {
    const application = applications.find(({ id }) => id === place.candidate.applicationId);
    const plan = plans.get(place.candidate.applicationId);
    return application === undefined || plan === undefined ? [] : [shownPlace(named(application, plan), place)];
  });
}

export function viewDecided({ result, dryRun }: CommandOutcome<DecidedQueue>, facts: Pick<QueueFacts, 'applications' | 'plans'>): DecidedQueueDto {
  return { dryRun, budgetLeftWon: result.budgetLeftWon.toString(), amountWon: result.amountWon.toString(), places: shownPlaces({ ...facts, places: result.places }) };
}
