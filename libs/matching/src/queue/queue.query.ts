import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { candidatesIn, CALL_POLICIES, listApplications, roomOf, type ApplicationRow, type GrantCall } from '#libs/grant';
import { won, type Won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import type { CommitmentBound } from '../match/match.js';
import type { MatchingPlan } from '../plan/plan.js';
import { plansOfPool } from '../plan/plan.query.js';
import { matchTerms } from '../pool/pool.policy.js';
import { policiesOfPool } from '../pool/pool.query.js';
import { decideQueue, type QueueCandidate, type QueuePlace } from './queue.rules.js';

/** The queue as it would be decided now. */
export interface Queue {
  /** Neither committed nor promised; won. */
  readonly budgetLeftWon: Won;
  readonly places: readonly QueuePlace[];
}

/** Ask under the lock of the call where it is to be decided. */
export async function queueOf(tx: Tx, pool: GrantCall, today: LocalDate): Promise<Queue> {
  const policies = await policiesOfPool(tx, pool, today);
  const plans = await plansOfPool(tx, pool.id);
  const { budgetWon } = await roomOf(tx, pool.id, policies);
  const candidates = [...(await candidatesOf(tx, pool.id, plans, 'EVALUATED')), ...(await candidatesOf(tx, pool.id, plans, 'WAITLISTED'))];
  return { budgetLeftWon: budgetWon, places: decideQueue(candidates, budgetWon, matchTerms(policies), minimumOf(policies)) };
}

const minimumOf = (policies: PolicySet): number => policies.integer(CALL_POLICIES.scoreMinimum, 0);

async function candidatesOf(tx: Tx, callId: string, plans: ReadonlyMap<string, MatchingPlan>, state: 'EVALUATED' | 'WAITLISTED'): Promise<QueueCandidate[]> {
  return (await candidatesIn(tx, callId, state)).flatMap(({ applicationId, number, receivedOn, score }) => {
    const plan = plans.get(applicationId);
    if (plan === undefined) return [];
    return [{ applicationId, number, receivedOn, score, waiting: state === 'WAITLISTED', privateWon: plan.privateWon, matchBasisPoints: plan.matchBasisPoints }];
  });
}

/** A place that was decided: what an application was promised, and what kept it from being more. */
export interface DecidedPlace {
  readonly applicationId: string;
  readonly position: number;
  readonly privateWon: Won;
  readonly matchBasisPoints: number;
  readonly governmentAtMost: number;
  readonly capWon: Won;
  readonly budgetLeftWon: Won;
  readonly governmentWon: Won;
  readonly bound: CommitmentBound;
  readonly decidedOn: LocalDate;
  readonly notifiedOn: LocalDate;
}

type RawPlace = Omit<DecidedPlace, 'privateWon' | 'capWon' | 'budgetLeftWon' | 'governmentWon'> & Readonly<Record<'privateWon' | 'capWon' | 'budgetLeftWon' | 'governmentWon', string>>;

/** The latest decided place of each application of a pool. */
export async function decidedPlaces(tx: Tx, callId: string): Promise<ReadonlyMap<string, DecidedPlace>> {
  const rows: RawPlace[] = await tx.query(
    `select distinct on (q.application_id) q.application_id as "applicationId", q.position, q.private_won::text as "privateWon", q.match_basis_points as "matchBasisPoints", q.government_at_most as "governmentAtMost",
            q.cap_won::text as "capWon", q.budget_left_won::text as "budgetLeftWon", q.government_won::text as "governmentWon", q.bound, s.decided_on as "decidedOn", s.notified_on as "notifiedOn"
       from matching_queue_place q join grant_selection s on s.id = q.selection_id where s.call_id = $1 order by q.application_id, s.recorded_at desc`,
    [callId],
  );
  return new Map(rows.map((row) => [row.applicationId, { ...row, privateWon: won(row.privateWon), capWon: won(row.capWon), budgetLeftWon: won(row.budgetLeftWon), governmentWon: won(row.governmentWon) }]));
}

/** Everything that the page of the queue shows: the order to come, what was decided, and what is still being checked. */
export interface QueueFacts extends Queue {
  readonly plans: ReadonlyMap<string, MatchingPlan>;
  readonly applications: readonly ApplicationRow[];
  readonly decided: ReadonlyMap<string, DecidedPlace>;
}

export async function queueFacts(tx: Tx, pool: GrantCall, today: LocalDate): Promise<QueueFacts> {
  const queue = await queueOf(tx, pool, today);
  return { ...queue, plans: await plansOfPool(tx, pool.id), applications: await listApplications(tx, pool.id), decided: await decidedPlaces(tx, pool.id) };
}
