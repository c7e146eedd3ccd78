import { addDays, daysBetween, type LocalDate } from '#libs/calendar';
import type { GrantCall } from '../call/call.js';
import { DEADLINE_OWNERS, DEADLINE_STATES, type Deadline } from './deadline.js';
import type { GrantDeadlineDto, GrantDeadlinesDto, GrantDeadlinesQuery } from './deadline.dto.js';

/** What of a list somebody asks for; what is overdue never falls out of a window of days. */
export function wanted(deadline: Deadline, regime: string | undefined, query: GrantDeadlinesQuery, today: LocalDate): boolean {
  const { state, rule, effective } = deadline;
  const views: Readonly<Record<string, boolean>> = { ALL: true, DONE: state === 'DONE', OVERDUE: state === 'OVERDUE', DUE: state === 'OVERDUE' || state === 'SOON' || state === 'OPEN' };
  const within = query.withinDays === undefined || state === 'OVERDUE' || effective <= addDays(today, query.withinDays);
  return views[query.view ?? 'DUE'] === true && within && (query.owner === undefined || rule.owner === query.owner) && (query.regime === undefined || regime === query.regime);
}

export function viewDeadlines(deadlines: readonly Deadline[], calls: ReadonlyMap<string, GrantCall>, query: GrantDeadlinesQuery, today: LocalDate): GrantDeadlinesDto {
  const count = (state: Deadline['state']): number => deadlines.filter((each) => each.state === state).length;
  const shown = deadlines.filter((each) => wanted(each, calls.get(each.callId)?.regime, query, today));
  return { today, overdue: count('OVERDUE'), soon: count('SOON'), deadlines: shown.map((each) => viewDeadline(each, calls.get(each.callId), today)) };
}

function viewDeadline(deadline: Deadline, call: GrantCall | undefined, today: LocalDate): GrantDeadlineDto {
  const { id, key, rule, callId, agreementId, subjectId, label, party, from, nominal, effective, steps, clause, state, doneOn } = deadline;
  return {
    ...{ id, key, title: rule.title, callId, callName: call?.name ?? '', regime: call?.regime ?? 'RND', agreementId, subjectId, label, party },
    ...{ owner: rule.owner, ownerName: DEADLINE_OWNERS[rule.owner], occasion: rule.occasion, from, nominal, effective, daysLeft: daysBetween(today, effective) },
    ...{ steps: steps.map((step) => ({ ...step })), clause, state, stateName: DEADLINE_STATES[state], doneOn, told: rule.told },
  };
}
