import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import { CALL_POLICIES } from '../call/call.policy.js';
import { figuresOfCall } from '../call/call-figures.query.js';
import type { Candidate, Room } from './selection.rules.js';

/** Applications in one state; the waiting list in its order. */
export async function candidatesIn(tx: Tx, callId: string, state: 'EVALUATED' | 'WAITLISTED'): Promise<Candidate[]> {
  const rows: (Omit<Candidate, 'amountWon' | 'held' | 'receivedTime'> & { amountWon: string })[] = await tx.query(
    `select a.id as "applicationId", a.number, a.title, a.received_on as "receivedOn", p.name as lead,
            (select sum(y.government_won)::text from grant_applicant y where y.application_id = a.id) as "amountWon",
            (select trim_scale(round(avg(c.score), 6))::text from grant_evaluation_score c where c.application_id = a.id and c.round = s.round) as score
       from grant_application a
       join grant_application_state s on s.application_id = a.id
       join grant_applicant x on x.application_id = a.id and x.role = 'LEAD'
       join party p on p.id = x.party_id
      where a.call_id = $1 and s.state = $2
      order by (select r.rank from grant_selection_result r join grant_selection l on l.id = r.selection_id where r.application_id = a.id order by l.recorded_at desc limit 1) nulls last, a.received_on, a.number`,
    [callId, state],
  );
  return rows.map(({ amountWon, ...row }) => ({ ...row, amountWon: won(amountWon), held: false, receivedTime: null }));
}

/** Who waits from earlier decisions, and the last rank that one of them gave out. */
export async function earlierRanks(tx: Tx, callId: string): Promise<{ readonly waiting: number; readonly lastRank: number }> {
  const rows: { waiting: number; lastRank: number }[] = await tx.query(
    `select (select count(*)::int from grant_application a join grant_application_state s on s.application_id = a.id where a.call_id = $1 and s.state = 'WAITLISTED') as waiting,
            (select coalesce(max(r.rank), 0)::int from grant_selection_result r join grant_selection l on l.id = r.selection_id where l.call_id = $1) as "lastRank"`,
    [callId],
  );
  return rows[0] ?? { waiting: 0, lastRank: 0 };
}

/** What may still be promised: budget not agreed yet, less what is promised to the selected. Ask under the lock of the call. */
export async function roomOf(tx: Tx, callId: string, policies: PolicySet): Promise<Room> {
  const { availableWon } = await figuresOfCall(tx, callId);
  const rows: { promisedWon: string; projects: number }[] = await tx.query(
    `select coalesce(sum(r.amount_won) filter (where s.state = 'SELECTED'), 0)::text as "promisedWon", (count(*) filter (where s.state in ('SELECTED', 'AGREED')))::int as projects
       from grant_application a
       join grant_application_state s on s.application_id = a.id
       join lateral (select r.amount_won from grant_selection_result r join grant_selection l on l.id = r.selection_id where r.application_id = a.id order by l.recorded_at desc limit 1) r on true
      where a.call_id = $1`,
    [callId],
  );
  const { promisedWon = '0', projects = 0 } = rows[0] ?? {};
  const most = policies.integer(CALL_POLICIES.projectsSelected, 0);
  return { budgetWon: won(availableWon - BigInt(promisedWon)), projects: most === 0 ? null : most - projects };
}

/** A decision on the list of a call. */
export interface SelectionRow {
  readonly id: string;
  readonly decidedOn: LocalDate;
  readonly notifiedOn: LocalDate;
  readonly amountWon: string;
  readonly selected: number;
  readonly waitlisted: number;
  readonly rejected: number;
  readonly actor: string;
}

export function listSelections(tx: Tx, callId: string): Promise<SelectionRow[]> {
  return tx.query(
    `select l.id, l.decided_on as "decidedOn", l.notified_on as "notifiedOn", l.amount_won::text as "amountWon", c.actor_login as actor,
            (count(*) filter (where r.outcome = 'SELECTED'))::int as selected, (count(*) filter (where r.outcome = 'WAITLISTED'))::int as waitlisted, (count(*) filter (where r.outcome = 'REJECTED'))::int as rejected
       from grant_selection l join command_author c on c.id = l.command_id join grant_selection_result r on r.selection_id = l.id
      where l.call_id = $1 group by l.id, c.actor_login order by l.decided_on, l.recorded_at`,
    [callId],
  );
}

